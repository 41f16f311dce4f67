import type { Field } from '../../../core/sheet/fields.ts';
import { openOrdersTable } from '../../../core/sheet/kept-names.ts';
import { newColumn } from '../../../core/sheet/new-table.ts';
import { dateIn, type Instant } from '../../../core/value/date.ts';
import type { OrderSummary } from '../../../core/wire/order-views.ts';
import type { Texts } from '../../../locales/texts.ts';
import { wordsOfStanding } from '../../../ui/components/status-words.ts';
import type { KeptColumn, KeptTable, KeptValue } from '../../../ui/kept-tables/port.ts';
import type { KeptIn } from './kept-books.ts';

/**
 * The orders that are open on the server, a row each. Names of staff stay out, as costs do of the price list: a workbook is
 * sent on, and what is copied into it nobody can erase.
 * @param moment when they were asked for, as the user reads it
 */
export function keptOrders(
  orders: readonly OrderSummary[],
  moment: string,
  { t, timeZone }: Pick<KeptIn, 't' | 'timeZone'>,
): KeptTable {
  const sheet = t('screens:kept.open-orders');
  const columns = columnsOf(t);
  return {
    id: openOrdersTable,
    sheet,
    title: t('screens:kept.title-orders', { table: sheet, moment }),
    columns: columns.map(({ id, like, heading, width = newColumn('orders', like).width }): KeptColumn => {
      const { format } = newColumn('orders', like);
      const isNeeded = id !== 'type' || orders.some(({ type }) => type !== undefined);
      return { id, heading, format, width, isDay: format === dayFormat, isNeeded };
    }),
    key: ['number'],
    filled: [],
    renewed: [],
    of: 'number',
    rows: orders.map((order) => columns.map(({ of }) => of(order, timeZone))),
    gone: { status: t('screens:kept.not-open'), nextStep: null, late: null },
    replaced: {},
  };
}

interface OrderColumn {
  readonly id: string;
  readonly heading: string;
  /** Whose cells its own look like. */
  readonly like: Field<'orders'>;
  /** In points, where that is too narrow. */
  readonly width?: number;
  readonly of: (order: OrderSummary, timeZone: string) => KeptValue;
}

const columnsOf = (t: Texts): readonly OrderColumn[] => {
  const own = (field: Field<'orders'>, of: OrderColumn['of'], width?: number): OrderColumn => ({
    id: field,
    heading: t(`terms:field.${field}`),
    like: field,
    of,
    ...(width !== undefined && { width }),
  });
  return [
    own('number', ({ number }) => number, 120),
    own('customerName', ({ customer }) => customer),
    own('orderKey', ({ key }) => key, 110),
    {
      id: 'type',
      heading: t('screens:kept.column.type'),
      like: 'remark',
      of: ({ type }) => (type ? t(`terms:orderType.${type}`) : null),
    },
    own('status', (order) => wordsOfStanding(order, t).text, 120),
    own('nextStep', (order) => wordsOfStanding(order, t).next, 190),
    own('dueDate', ({ due }) => due),
    {
      id: 'late',
      heading: t('screens:kept.column.late'),
      like: 'quantity',
      of: ({ lateDays }) => (lateDays > 0 ? lateDays : null),
    },
    own('amount', ({ total }) => Number(total)),
    own('currency', ({ currency }) => currency),
    {
      id: 'posted',
      heading: t('screens:kept.column.posted'),
      like: 'orderDate',
      of: ({ postedAt }, timeZone) => dateIn(postedAt as Instant, timeZone),
    },
  ];
};

const dayFormat = newColumn('orders', 'orderDate').format;
