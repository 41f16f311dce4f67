import { type BookRow, rowsOfPrices, rowsOfStock } from '../../../core/check/books/rows-of-books.ts';
import type { BookSource, PriceBook, StockBook } from '../../../core/check/knowledge.ts';
import { type Field, fields } from '../../../core/sheet/fields.ts';
import { firstColumns, newColumn } from '../../../core/sheet/new-table.ts';
import { dateIn, type Instant, type PlainDate } from '../../../core/value/date.ts';
import type { Texts } from '../../../locales/texts.ts';
import type { KeptTable } from '../../../ui/kept-tables/port.ts';

/** The books that can be kept as sheets. Customers are not among them: their limits and debts are nobody's to send on. */
export const keptBooks = ['prices', 'stock'] as const;
export type KeptBook = (typeof keptBooks)[number];

/** Whose words, and what goes without saying. */
export interface KeptIn {
  readonly t: Texts;
  readonly timeZone: string;
  /** The company's: a list of it needs no column for it. */
  readonly currency: string;
}

export function keptPrices(book: PriceBook, kept: KeptIn): KeptTable {
  const { t, currency } = kept;
  const yes = t('screens:kept.yes');
  const rows = rowsOfPrices(book, { yes });
  const isForeign = rows.some((row) => row.currency !== undefined && row.currency !== currency);
  const heading = t('terms:field.listPrice');
  return {
    ...keptOf('prices', book.source, kept),
    ...cellsOf('prices', pricesFields, rows, {
      heading: (field) =>
        field === 'listPrice' && book.tax === 'excluded' ? t('screens:kept.before-tax', { heading }) : undefined,
      isNeeded: (field) => (field === 'currency' ? isForeign : undefined),
      t,
    }),
    key: ['itemCode', 'specification', 'color', 'unit', 'minimumQuantity', 'customerClass', 'currency', 'validFrom'],
    filled: ['promotionPrice'],
    renewed: ['currency', 'validFrom'],
    of: 'itemCode',
    gone: { discontinued: yes },
    // A row that names its item alone adds nothing to what the item's other rows say.
    replaced: Object.fromEntries(pricesFields.filter((field) => field !== 'itemCode').map((field) => [field, null])),
  };
}

export function keptStock(book: StockBook, kept: KeptIn): KeptTable {
  return {
    ...keptOf('stock', book.source, kept),
    ...cellsOf('stock', stockFields, rowsOfStock(book), { t: kept.t }),
    key: ['itemCode', 'specification', 'color', 'unit', 'warehouse', 'batch', 'inboundDate'],
    filled: [],
    renewed: ['inboundDate'],
    of: 'itemCode',
    gone: { onHand: 0, inbound: null },
    replaced: { onHand: 0, inbound: null },
  };
}

/** In the order they stand on a new sheet. */
const pricesFields: readonly Field<'prices'>[] = [
  'itemCode',
  'barcode',
  'customerItemCode',
  'itemName',
  'specification',
  'color',
  'material',
  'brand',
  'category',
  'unit',
  'packSize',
  'packUnit',
  'minimumQuantity',
  'listPrice',
  'promotionPrice',
  'customerClass',
  'currency',
  'validFrom',
  'validTo',
  'minimumOrder',
  'orderMultiple',
  'leadTimeDays',
  'substitute',
  'region',
  'service',
  'customMade',
  'discontinued',
];
const stockFields: readonly Field<'stock'>[] = [
  'itemCode',
  'barcode',
  'itemName',
  'specification',
  'color',
  'unit',
  'warehouse',
  'batch',
  'onHand',
  'inbound',
  'inboundDate',
];

/** The day in the title is what core/sheet reads a book's day from. */
function keptOf(book: KeptBook, { asOf, version }: BookSource, { t, timeZone }: KeptIn) {
  const table = t(`terms:table.${book}`);
  const day = asOf === undefined ? '' : dayOf(asOf, timeZone);
  return { id: book, sheet: table, title: t('screens:kept.title', { table, day, version: version ?? '' }) };
}

/** Of the day it names, or else was published on. */
export const dayOf = (asOf: Instant | PlainDate, timeZone: string): PlainDate =>
  asOf.length === 10 ? (asOf as PlainDate) : dateIn(asOf as Instant, timeZone);

function cellsOf<Role extends KeptBook>(
  role: Role,
  own: readonly Field<Role>[],
  rows: readonly BookRow<Role>[],
  said: {
    readonly heading?: (field: Field<Role>) => string | undefined;
    readonly isNeeded?: (field: Field<Role>) => boolean | undefined;
    readonly t: Texts;
  },
): Pick<KeptTable, 'columns' | 'rows'> {
  const first: readonly string[] = firstColumns[role];
  const kinds: Readonly<Record<string, string>> = fields[role];
  const usedFields = new Set(rows.flatMap((row) => Object.keys(row)));
  return {
    columns: own.map((field) => {
      const { format, width } = newColumn(role, field);
      return {
        id: field,
        heading: said.heading?.(field) ?? said.t(`terms:field.${field as Field}`),
        format,
        isDay: kinds[field] === 'date',
        width,
        isNeeded: said.isNeeded?.(field) ?? (first.includes(field) || usedFields.has(field)),
      };
    }),
    rows: rows.map((row) => own.map((field) => row[field] ?? null)),
  };
}
