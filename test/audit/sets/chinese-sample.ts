import type { PlainDate } from '../../../core/value/date.ts';
import { hardware } from '../../../server/samples/hardware.ts';
import { type AuditSet, serverOnly } from './audit-set.ts';

const today = '2026-11-20';

export const chineseSample: AuditSet = {
  name: 'The Chinese sample',
  about:
    'the hardware distributor’s workbook as the sample company gives it on 2026-11-20: orders, price list with quantity breaks, stock, customers.',
  today,
  layout: {
    orders: {
      sheet: '订单',
      headerRow: 3,
      columns: {
        order: 'A',
        customer: 'B',
        ordered: 'C',
        code: 'D',
        name: 'E',
        size: 'F',
        unit: 'G',
        quantity: 'H',
        price: 'I',
        amount: 'J',
        due: 'K',
      },
      total: '合计',
    },
    prices: {
      sheet: '价格表',
      headerRow: 1,
      columns: {
        code: 'A',
        name: 'B',
        size: 'C',
        unit: 'D',
        from: 'E',
        price: 'F',
        stopped: { column: 'G', says: '是' },
      },
    },
    stock: { sheet: '库存', headerRow: 2, columns: { code: 'A', size: 'C', onHand: 'F' } },
    customers: { sheet: '客户', headerRow: 1, columns: { code: 'A', name: 'B' } },
    // Credit limits stand there, but no debts; what open orders come to, only a server knows.
    cannotCheck: ['credit-limit', 'floor-price', 'margin', 'overdue-debt', ...serverOnly],
  },
  files: async () => [{ name: 'orders.xlsx', bytes: await hardware.workbook(today as PlainDate) }],
};
