import { cellAt } from './cells.ts';
import type { Grid } from './grid.ts';
import type { FoundTable } from './table.ts';
import { currencyIn, currencyOfFormat } from './values/currency.ts';

/** Where a price is said; the price itself before the amount. */
const priced = ['unitPrice', 'listPrice', 'amount'];

/**
 * What a row says of its currency where no column does: typed with the price ("$3.45"), else in the heading over it ("Unit
 * Price (USD)"), else shown by the price's number format. As it is written there; which currency $ means depends on the house.
 */
export function saidCurrency(grid: Grid, { columns }: FoundTable): (row: number) => string | null {
  const money = priced.flatMap((name) => columns.filter(({ field }) => field === name));
  const inHeadings = first(money, ({ heading }) => currencyIn(heading));
  return (row) => {
    const cells = money.map(({ column }) => cellAt(grid, row, column));
    const typed = first(cells, ({ value }) => (typeof value === 'string' ? currencyIn(value) : null));
    return (
      typed ??
      inHeadings ??
      first(cells, ({ value, format }) => (typeof value === 'number' && format ? currencyOfFormat(format) : null))
    );
  };
}

function first<Place>(places: readonly Place[], said: (place: Place) => string | null): string | null {
  for (const place of places) {
    const found = said(place);
    if (found !== null) return found;
  }
  return null;
}
