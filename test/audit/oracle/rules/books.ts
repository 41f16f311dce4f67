import type { Listed } from '../books.ts';
import { against, written } from '../exact.ts';
import { same } from '../reading.ts';
import { type Step, wrong } from '../said.ts';
import type { World } from '../world.ts';

/** One barcode on rows of two codes: said at each but the first. A word like 下柜 in the column is no barcode. */
export function sharedBarcodes({ list }: World): Step[] {
  return [...list.byBarcode]
    .filter(([barcode]) => /\d/.test(barcode))
    .flatMap(([, [first, ...others]]) =>
      others.flatMap((row) =>
        first?.code && row.code && same(first.code) !== same(row.code) ? [shared(first, row)] : [],
      ),
    );
}

function shared(first: Listed, row: Listed): Step {
  const [cell, other] = [row.cells.barcode, first.cells.barcode];
  if (!cell || !other) throw new Error('a list without barcodes shares none');
  return wrong(
    {
      code: 'book.barcode-shared',
      at: cell.address,
      actual: cell.text.trim().replace(/^'/, ''),
      facts: { other: other.name },
    },
    `row ${first.number} has the same barcode for ${first.code}, this one for ${row.code}`,
    cell,
    row.cells.code,
    other,
    first.cells.code,
  );
}

/** One thing with two prices, and nothing that says when which holds: said at each that isn't the first's. */
export function differingPrices({ list }: World): Step[] {
  const sameThings = Map.groupBy(
    list.rows.filter(({ price }) => price !== null),
    ({ barcode, brand, code, from, name, size, unit }) =>
      [code || barcode || name, size, brand, unit, written(from)].map(same).join('|'),
  );
  return [...sameThings.values()].flatMap(([first, ...others]) =>
    others.flatMap((row) =>
      first?.price && row.price && against(first.price, row.price) !== 0 ? [twoPrices(first, row)] : [],
    ),
  );
}

function twoPrices(first: Listed, row: Listed): Step {
  const [cell, other] = [row.cells.price, first.cells.price];
  return wrong(
    {
      code: 'book.price-differs',
      at: cell.address,
      expected: other.text,
      actual: cell.text,
      facts: { other: other.name },
    },
    `row ${first.number} lists the same for ${other.text}, this one for ${cell.text}`,
    row.cells.code,
    cell,
    first.cells.code,
    other,
  );
}
