import { describe, expect, it } from 'vitest';
import { keptOrders } from '../../../addin/pane/kept/kept-orders.ts';
import { loadOpenOrders } from '../../../addin/pane/kept/load-open-orders.ts';
import { isOrderOver, type OrderStatus } from '../../../core/order/status.ts';
import type { Instant } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import type { Client } from '../../../core/wire/client.ts';
import type { OrderSummary } from '../../../core/wire/order-views.ts';
import { textsIn } from '../../../locales/index.ts';
import { marksOf, planTable } from '../../../ui/kept-tables/plan.ts';

const order = (number: number, status: OrderStatus, more: Partial<OrderSummary> = {}): OrderSummary => ({
  number: `SO-202611-${String(number).padStart(5, '0')}`,
  key: `PO-${number}`,
  customer: '甲',
  status,
  owner: { role: 'order-desk', by: 'entered' },
  currency: 'CNY',
  total: '16409.02' as Decimal,
  postedAt: `2026-11-${String(number).padStart(2, '0')}T17:00:00.000Z` as Instant,
  due: null,
  lateDays: 0,
  ...more,
});

/** A server whose orders may move between two of its answers; newest first, two a page. */
function serverWith(orders: OrderSummary[], between: (asked: number) => void = () => {}) {
  const asked: (string | undefined)[] = [];
  const call: Client['call'] = async (name, input) => {
    if (name !== 'orders') throw new Error(name);
    const { status, after } = (input as { query: { status?: OrderStatus; after?: string } }).query;
    between(asked.length);
    asked.push(status);
    const ofStatus = orders.filter((each) => each.status === status).toReversed();
    const from = after === undefined ? 0 : ofStatus.findIndex(({ number }) => number === after) + 1;
    const page = ofStatus.slice(from, from + 2);
    const next = ofStatus.length > from + 2 ? page.at(-1)?.number : null;
    const counts = Object.fromEntries(
      [...Map.groupBy(orders, (each) => each.status)].map(([key, all]) => [key, all.length]),
    );
    return { orders: page, next, counts, late: {} } as never;
  };
  return { client: { call }, asked };
}

describe('open orders from the server', () => {
  it('are all that are not over, whatever their status and however many pages, and no other is asked for', async () => {
    const statuses: readonly OrderStatus[] = ['to-ship', 'draft', 'to-ship', 'closed', 'void', 'to-ship', 'completed'];
    const { client, asked } = serverWith(statuses.map((status, at) => order(at + 1, status)));
    const found = await loadOpenOrders(client);
    expect(found.map(({ number }) => Number(number.slice(-5)))).toEqual([1, 2, 3, 6, 7]);
    expect(asked).toEqual(['draft', 'to-ship', 'to-ship', 'completed']);
    expect(asked.some((status) => isOrderOver(status as OrderStatus))).toBe(false);
  });

  it('are met once, as they were last, when one moves on meanwhile', async () => {
    const orders = [order(1, 'in-review'), order(2, 'to-confirm'), order(3, 'to-ship')];
    const { client } = serverWith(orders, (asked) => {
      if (asked === 2) orders[0] = order(1, 'to-confirm');
      if (asked === 3) orders[1] = order(2, 'to-ship');
    });
    expect((await loadOpenOrders(client)).map(({ status }) => status)).toEqual(['to-confirm', 'to-ship', 'to-ship']);
  });

  it('are all there too when one goes back, or ends, meanwhile', async () => {
    const orders = [order(1, 'draft'), order(2, 'in-review'), order(3, 'to-ship'), order(4, 'draft')];
    const { client } = serverWith(orders, (asked) => {
      if (asked === 1) orders.splice(0, 3, order(1, 'draft'), order(2, 'draft'), order(3, 'void'));
    });
    expect((await loadOpenOrders(client)).map(({ number }) => Number(number.slice(-5)))).toEqual([1, 2, 4]);
  });
});

describe('open orders as a table of the workbook', () => {
  const t = textsIn('zh-Hans');
  const kept = (...orders: OrderSummary[]) =>
    keptOrders(orders, '2026年11月20日 10:00', { t, timeZone: 'Asia/Shanghai' });

  it('say each in the user’s words, with days of the company’s calendar', () => {
    const { columns, rows, title } = kept(order(1, 'to-ship', { due: '2026-11-18' as never, lateDays: 2 }));
    const cells = Object.fromEntries(columns.map(({ heading }, at) => [heading, rows[0]?.[at]]));
    expect(title).toBe('未结订单（2026年11月20日 10:00）');
    expect(cells).toEqual({
      回签单号: 'SO-202611-00001',
      客户名称: '甲',
      订单号: 'PO-1',
      订单类型: null,
      回签状态: '待发货',
      回签下一步: '发货 · 发货员',
      交货日期: '2026-11-18',
      逾期天数: 2,
      金额: 16409.02,
      币种: 'CNY',
      提交日期: '2026-11-02',
    });
    const hasType = (one: OrderSummary) => kept(one).columns.find(({ id }) => id === 'type')?.isNeeded;
    expect([hasType(order(1, 'draft')), hasType(order(1, 'draft', { type: 'sample' }))]).toEqual([false, true]);
  });

  it('lose an order that is over, or say so where a note stands beside it', () => {
    const before = kept(order(1, 'to-ship'), order(2, 'to-ship'), order(3, 'draft'));
    const needed = before.columns.flatMap(({ id, isNeeded }, at) => (isNeeded ? [{ id, at }] : []));
    const cells = before.rows.map((row, at) => [...needed.map((each) => row[each.at] ?? ''), at === 0 ? '催款' : '']);
    const columns = [...needed.map(({ id }) => id), null];
    const plan = planTable(kept(order(3, 'in-review')), { columns, cells, written: marksOf(before) });
    const said = (row: number) =>
      Object.fromEntries(
        plan.writes.filter((each) => each.row === row).map(({ column, value }) => [columns[column], value]),
      );
    expect(plan).toMatchObject({ removed: [1], kept: ['SO-202611-00001'], changed: 1, added: [] });
    expect(said(0)).toEqual({ status: '已非未结订单', nextStep: null });
    expect(said(2)).toEqual({ status: '待评审', nextStep: '批准 · 订单主管' });
  });
});
