import { describe, expect, it } from 'vitest';
import { bookCodes } from '../../../core/check/books/book-cell.ts';
import { type CheckCode, checkCodes } from '../../../core/check/codes.ts';
import { secrets } from '../../../core/check/knowledge.ts';
import { lackOf } from '../../../core/check/need.ts';
import { rules } from '../../../core/check/rules.ts';
import en from '../../../locales/en/index.ts';
import { knowledge } from './given.ts';

/** Texts of the other languages have the same keys: test/locales/texts.test.ts. */
const { findings, screens } = en as unknown as Record<string, Record<string, string>>;
const codes = Object.keys(checkCodes) as CheckCode[];

it('every code is made by exactly one rule, or of the books; what was not checked is said for all of them', () => {
  const makersOf = [...rules.map((rule): readonly CheckCode[] => rule.codes), bookCodes];
  const makers = codes.map((code) => [code, makersOf.filter((made) => made.includes(code)).length]);
  expect(makers).toEqual(codes.map((code) => [code, code === 'check.not-run' ? 0 : 1]));
});

it('no two rules have one name', () => {
  const names = rules.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

describe('there are words for', () => {
  it.each(codes)('%s: what to do, and its kind among the filters', (code) => {
    expect(findings?.[code]).toBeTruthy();
    expect(screens?.[`findings.filter.${code}`]).toBeTruthy();
  });

  it.each(codes.filter((code) => 'secret' in checkCodes[code]))('%s without its figures', (code) => {
    expect(findings?.[`${code}_redacted`]).toBeTruthy();
  });

  it.each([...new Set(rules.flatMap(({ needs }) => needs))])('a check that lacks %s', (need) => {
    expect(findings?.[`check.not-run_${need}`]).toBeTruthy();
    const isSecret = lackOf({ ...knowledge(), withheld: secrets }, need) === 'withheld';
    expect(`check.not-run_${need}-withheld` in (findings ?? {})).toBe(isSecret);
  });
});
