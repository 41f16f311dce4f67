import { describe, expect, it } from 'vitest';
import { bookCodes } from '../../core/check/books/book-cell.ts';
import { checkCodes } from '../../core/check/codes.ts';
import { detailCodes } from '../../core/check/detail.ts';
import { rules } from '../../core/check/rules.ts';
import { refusalCodes } from '../../core/order/refusal.ts';
import { fields } from '../../core/sheet/fields.ts';
import en from '../../locales/en/index.ts';
import zhHans from '../../locales/zh-Hans/index.ts';
import zhHant from '../../locales/zh-Hant/index.ts';

type Namespace = Readonly<Record<string, string>>;
const languages = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant } as unknown as Record<string, Record<string, Namespace>>;
const chinese = ['zh-Hans', 'zh-Hant'];
const namespaces = Object.keys(en);

/** Chinese has one plural form, English two: "days_one" has its counterpart in "days_other". */
const withoutPlural = (key: string): string => key.replace(/_one$/, '_other');
const keysOf = (language: string, namespace: string): string[] =>
  [...new Set(Object.keys(languages[language]?.[namespace] ?? {}).map(withoutPlural))].sort();
const placesOf = (text: string): string[] =>
  [...new Set(Array.from(text.matchAll(/\{\{\s*([^},\s]+)/g), ([, name]) => name ?? ''))].sort();

describe.each(namespaces)('texts: %s', (namespace) => {
  it.each(chinese)('%s has the keys English has', (language) => {
    expect(keysOf(language, namespace)).toEqual(keysOf('en', namespace));
  });

  it.each(chinese)('%s fills the places English fills', (language) => {
    const english = languages.en?.[namespace] ?? {};
    const differing = Object.entries(languages[language]?.[namespace] ?? {}).filter(([key, text]) => {
      // "One formula" may leave the count out in one language and say it in another.
      const counterparts = [key, withoutPlural(key)].flatMap((name) => english[name] ?? []);
      return !counterparts.some((counterpart) => placesOf(counterpart).join() === placesOf(text).join());
    });
    expect(differing).toEqual([]);
  });

  it.each(Object.keys(languages))('%s has no empty text', (language) => {
    const empty = Object.entries(languages[language]?.[namespace] ?? {}).filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });
});

describe('every code has words', () => {
  it.each([
    ['findings', Object.keys(checkCodes)],
    ['findings', rules.map(({ name }) => `rule.${name}`)],
    ['findings', detailCodes.map((code) => `detail.${code}`)],
    ['refusals', [...refusalCodes]],
    ['terms', Object.values(fields).flatMap((own) => Object.keys(own).map((field) => `field.${field}`))],
    ['screens', Object.keys(checkCodes).map((code) => `findings.filter.${code}`)],
  ])('%s', (namespace, codes) => {
    const words = languages.en?.[namespace] ?? {};
    expect(codes.filter((code) => !words[code])).toEqual([]);
  });

  it('and no finding has words for a code that nothing reports', () => {
    const details = detailCodes.map((code) => `detail.${code}`);
    const reported = new Set<string>([
      ...rules.flatMap(({ codes }) => codes),
      ...details,
      ...bookCodes,
      'check.not-run',
    ]);
    expect(Object.keys(checkCodes).filter((code) => !reported.has(code))).toEqual([]);
    const own = /^(fix$|rule\.|problem\.|workbook\.|sheet\.|skipped\.)/;
    const unused = Object.keys(languages.en?.findings ?? {}).filter(
      (key) => !own.test(key) && !reported.has(key.split('_')[0] ?? ''),
    );
    expect(unused).toEqual([]);
  });
});

it.each(chinese)('%s has one word for an item that is discontinued', (language) => {
  const texts = Object.values(languages[language] ?? {}).flatMap((words) => Object.values(words));
  expect(texts.filter((text) => /停售|停賣|下架/.test(text))).toEqual([]);
});

describe('Taiwan’s texts are its own', () => {
  const texts = Object.entries(languages['zh-Hant'] ?? {}).flatMap(([namespace, words]) =>
    Object.entries(words).map(([key, text]) => `${namespace}:${key} ${text}`),
  );
  it.each([
    [
      'no simplified character',
      /[这个们来时间问题单价数订货户编码电话总额条发开关员资讯网络软检测试验认请诉误运输应该对错录]/,
    ],
    ['no mainland word in other letters', /打印|默認|保存|數據|軟件|網絡|文件夾|單元格|工作簿|信息|用戶|鏈接|屏幕/],
  ])('%s', (_, foreign) => {
    expect(texts.filter((text) => foreign.test(text))).toEqual([]);
  });
});
