import { describe, expect, it } from 'vitest';
import { withRowsInSums } from '../../../core/sheet/rows-below-sums.ts';

const rows = { sheet: '订单', lastRow: 9, count: 2 };

describe('sums over a table that two rows were put below', () => {
  it.each([
    ['=SUM(C2:C10)', '=SUM(C2:C12)'],
    ['=SUM($C$2:$C$10)*1.13', '=SUM($C$2:$C$12)*1.13'],
    ['=SUBTOTAL(109,C2:C10)+SUM(D2:D10)', '=SUBTOTAL(109,C2:C12)+SUM(D2:D12)'],
    ['=SUM(订单!C2:C10)', '=SUM(订单!C2:C12)'],
    ["=SUM('订单'!C2:C10)", "=SUM('订单'!C2:C12)"],
    ['="合计 C2:C10 "&SUM(C2:C10)', '="合计 C2:C10 "&SUM(C2:C12)'],
  ])('%s takes them in', (formula, wanted) => {
    expect(withRowsInSums(formula, rows)).toBe(wanted);
  });

  it.each(['=SUM(C2:C9)', '=SUM(C2:C100)', '=SUM(C2:C13)', '=C10*2', '=SUM(库存!C2:C10)', '=D13-C13'])(
    '%s stays',
    (formula) => {
      expect(withRowsInSums(formula, rows)).toBe(formula);
    },
  );
});
