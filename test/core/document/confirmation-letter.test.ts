import { describe, expect, it } from 'vitest';
import { confirmationLetter } from '../../../core/document/confirmation-letter.ts';
import { locales } from '../../../core/policy/locale.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { contextIn, letterModel, sampleLetter, sampleOrder } from '../../server/print/sample-papers.ts';

describe('the model of a confirmation letter', () => {
  it.each(locales)('in %s is plain JSON without a hole, every term named', (locale) => {
    const model = letterModel(locale, 3);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(JSON.stringify(model)).not.toMatch(/undefined|NaN|\{\{/);
    expect(model.terms).toHaveLength(6);
  });

  it('holds subtotal, tax and total that add up, and the total in capitals for RMB', () => {
    const model = letterModel('zh-Hans', 3);
    // 52 × 36.80 + 64 × 24.50 + 76 × 168.00 = 16,249.60; each line ÷ 1.13, rounded
    expect(model.totals.map(({ value }) => value)).toEqual(['14,380.18', '1,869.42', '¥16,249.60']);
    expect(model.capitals?.value).toBe('人民币壹万陆仟贰佰肆拾玖元陆角整');
  });

  it('has no capitals for other currencies, traditional ones in Taiwan', () => {
    expect(letterModel('zh-Hans', 1, 1, { currency: 'USD' }).capitals).toBeNull();
    expect(letterModel('zh-Hant', 1).capitals?.value).toBe('人民幣壹仟玖佰壹拾參元陸角整');
  });

  it('taxes each line at its own rate, the company’s where it has none', () => {
    const [first, second] = sampleOrder(2).lines;
    if (!first || !second) throw new Error('a sample of two lines');
    const totals = (...rates: (string | undefined)[]) =>
      letterModel('zh-Hans', 1, 1, {
        lines: [first, second].map((line, at) => ({
          ...line,
          amount: '1000' as Decimal,
          ...(rates[at] === undefined ? {} : { taxRate: rates[at] as Decimal }),
        })),
      }).totals.map(({ label, value }) => `${label} ${value}`);
    // 1000 − 884.96 + 1000 − 917.43
    expect(totals(undefined, '0.09').slice(0, 2)).toEqual(['不含税金额 1,802.39', '增值税 197.61']);
    expect(totals('0.09', '0.09')[1]).toBe('增值税 9% 165.14');
    expect(totals('0', '0')).toHaveLength(1);
  });

  it('names the currency of its columns as the language does', () => {
    const heads = (locale: 'zh-Hans' | 'zh-Hant' | 'en', currency: string) =>
      letterModel(locale, 1, 1, { currency }).labels.unitPrice;
    expect(heads('zh-Hans', 'CNY')).toBe('含税单价（元）');
    expect(heads('zh-Hans', 'USD')).toBe('含税单价（USD）');
    expect(heads('zh-Hant', 'CNY')).toBe('含稅單價（人民幣元）');
    expect(heads('en', 'CNY')).toBe('Price incl. tax, CNY');
  });

  it('shows the discount column only when a line has one', () => {
    const [line] = sampleOrder(1).lines;
    if (!line) throw new Error('a sample without lines');
    const model = (discount: string) =>
      letterModel('en', 1, 1, { lines: [{ ...line, discount: discount as Decimal }] });
    expect([model('0').discounted, model('0.05').discounted]).toEqual([false, true]);
    expect(model('0.05').lines[0]?.discount).toBe('5%');
    expect(model('0.1234').lines[0]?.discount).toBe('12.34%'); // what it prints must multiply to the amount
  });

  it('says under a line where it goes, of which batch it is and when it arrives, not where it comes from', () => {
    const [line] = sampleOrder(1).lines;
    if (!line) throw new Error('a sample without lines');
    const own = { address: 'Pier 9', batch: 'L-7', warehouse: 'East', agreedArrival: '2026-12-24' as PlainDate };
    const said = (locale: 'en' | 'zh-Hans') => letterModel(locale, 1, 1, { lines: [{ ...line, ...own }] }).lines[0];
    expect(said('en')?.particulars).toBe('Deliver to: Pier 9 · Batch: L-7 · Agreed arrival: 24 December 2026');
    expect(said('zh-Hans')?.particulars).toBe('送至：Pier 9 · 批号：L-7 · 约定到货：2026年12月24日');
    expect(letterModel('en', 1).lines[0]).not.toHaveProperty('particulars');
  });

  it('says colour and special requirements beside specification and remark', () => {
    const [line] = sampleOrder(1).lines;
    if (!line) throw new Error('a sample without lines');
    const said = (more: object) => {
      const { specification: _, remark: __, ...bare } = line;
      const [shown] = letterModel('en', 1, 1, { lines: [{ ...bare, ...more }] }).lines;
      return [shown?.specification, shown?.remark];
    };
    const wish = { specification: 'M8', color: 'red', specialRequirements: 'engraved', remark: 'urgent' };
    expect(said(wish)).toEqual(['M8 · red', 'engraved · urgent']);
    expect(said({ color: 'red' })).toEqual(['red', null]);
    expect(said({})).toEqual([null, null]);
  });

  it('says what a revision changed, old and new, line by line', () => {
    const before = sampleOrder(2);
    const [first, second] = before.lines;
    if (!first || !second) throw new Error('a sample of two lines');
    const after = {
      ...before,
      paymentTerms: '款到发货',
      lines: [{ ...first, quantity: '60' as Decimal, amount: '2208' as Decimal }],
    };
    const letter = sampleLetter(after, 2);
    const moved = { ...letter, promised: [{ line: 1, date: '2026-12-20' as PlainDate }] };

    const { changes, revision } = confirmationLetter(after, moved, contextIn('zh-Hans'), {
      order: before,
      letter: sampleLetter(before),
    });

    expect(revision).toBe('第 2 版');
    expect(changes).toEqual(
      expect.arrayContaining([
        { what: '付款条件', before: '预付 30%，余款发货前付清', after: '款到发货' },
        { what: '第 1 行 数量', before: '52 副', after: '60 副' },
        { what: '第 1 行 承诺完工日期', before: '2026年12月5日', after: '2026年12月20日' },
        { what: '第 2 行 货号', before: 'LS-M8-40-2', after: '—' },
      ]),
    );
    expect(changes?.some(({ what }) => what === '第 1 行 单价')).toBe(false);
  });

  it('says when the currency, a discount or the way of shipping changed', () => {
    const before = sampleOrder(1);
    const [line] = before.lines;
    if (!line) throw new Error('a sample without lines');
    const after = {
      ...before,
      currency: 'USD',
      deliveryMethod: '空运',
      lines: [{ ...line, discount: '0.05' as Decimal }],
    };
    const { changes } = confirmationLetter(after, sampleLetter(after, 2), contextIn('zh-Hans'), {
      order: before,
      letter: sampleLetter(before),
    });
    expect(changes?.map(({ what }) => what)).toEqual(['运输方式', '价税合计', '第 1 行 折扣']);
  });

  it('asks of its print what a customer would look for', () => {
    expect(letterModel('zh-Hans', 2).mustContain).toEqual(
      expect.arrayContaining([
        'SO-202611-00042-L1',
        '上海恒远机电设备有限公司',
        'HJ-1004-1',
        '1,913.60',
        '2026年12月12日',
        '¥3,481.60',
      ]),
    );
  });
});
