import { describe, expect, it } from 'vitest';
import { statementPaper } from '../../../core/document/statement-paper.ts';
import type { Locale } from '../../../core/policy/locale.ts';
import type { Statement } from '../../../core/receivable/statement.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { contextIn, sampleOrder, sampleStatement } from '../../server/print/sample-papers.ts';

const facts = { customer: sampleOrder(1).customer, issuedBy: '王芳', today: '2026-12-02' as PlainDate };
const paper = (changes: Partial<Statement> = {}, locale: Locale = 'zh-Hans', today = facts.today) =>
  statementPaper({ ...sampleStatement, ...changes }, { ...facts, today }, contextIn(locale));

describe('the model of a statement', () => {
  it('lists what raised and what lowered the balance in two columns', () => {
    expect(paper().lines.map(({ kind, charged, credited, balance }) => [kind, charged, credited, balance])).toEqual([
      ['收款', '', '12,000.00', '0.00'],
      ['发货', '30,437.00', '', '30,437.00'],
      ['尾差销账', '', '0.08', '30,436.92'],
    ]);
    expect([paper().opening.value, paper().closing.value]).toEqual(['¥12,000.00', '¥30,436.92']);
  });

  it('asks to confirm the debt in figures and capitals, in the words of each language', () => {
    expect(paper().owed).toBe('截至2026年11月30日，贵司尚欠我司货款人民币叁万零肆佰叁拾陆元玖角贰分（¥30,436.92）。');
    expect(paper({}, 'zh-Hant').owed).toContain('人民幣參萬零肆佰參拾陸元玖角貳分（¥30,436.92）');
    expect(paper({}, 'en').owed).toBe('As of 30 November 2026 you owe us ¥30,436.92.');
  });

  it('speaks of today while the month isn’t over', () => {
    expect(paper({}, 'en', '2026-11-21' as PlainDate).owed).toContain('As of 21 November 2026');
  });

  it('says that money is paid ahead, or that nothing is owed', () => {
    expect(paper({ closing: '-500' as Decimal }, 'en').owed).toBe(
      'As of 30 November 2026 you have paid ¥500.00 ahead.',
    );
    expect(paper({ closing: '-500' as Decimal }).closing.value).toBe('-¥500.00');
    expect(paper({ closing: '0' as Decimal }, 'en').owed).toBe('As of 30 November 2026 nothing is owed.');
  });

  it('bears one number for the same figures, in any language, and another for others', () => {
    const { number } = paper();
    expect(number).toMatch(/^ST-C001-202611-20261202-[0-9A-Z]{5}$/);
    expect(paper({}, 'en').number).toBe(number);
    expect(paper({ opening: '12000.00' as Decimal }).number).toBe(number);
    // A payment came in between two prints of one day; one that was allocated otherwise; the same day a year later.
    const [first, ...rows] = sampleStatement.rows;
    if (!first) throw new Error('the sample statement is empty');
    const others = [
      paper({ closing: '0' as Decimal }),
      paper({ rows }),
      paper({ rows: [{ ...first, reference: 'PAY-202611-00099' }, ...rows] }),
      paper({}, 'zh-Hans', '2027-12-02' as PlainDate),
    ].map((other) => other.number);
    expect(new Set([number, ...others]).size).toBe(5);
    // On another day the figures are known again by their mark.
    expect(paper({}, 'zh-Hans', '2026-12-03' as PlainDate).number.slice(-5)).toBe(number.slice(-5));
  });

  it('in a foreign currency is another paper, without RMB capitals', () => {
    const { number, owed } = paper({ currency: 'USD' });
    expect(number).toMatch(/^ST-C001-202611-USD-20261202-[0-9A-Z]{5}$/);
    expect(owed).toBe('截至2026年11月30日，贵司尚欠我司货款USD 30,436.92。');
  });
});
