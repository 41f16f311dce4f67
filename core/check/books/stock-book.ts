import type { RowValues } from '../../sheet/table.ts';
import { zero } from '../../value/decimal.ts';
import type { BookSource, StockBook, StockLine } from '../knowledge.ts';

/**
 * Rows of stock tables as a book; an item may stand in several warehouses. Where a sheet has both on hand 现存量 and
 * available 可用库存, available counts: the difference is reserved by somebody else. An empty cell is no stock.
 */
export const stockBookOf = (rows: readonly RowValues<'stock'>[], source: BookSource): StockBook => ({
  source,
  lines: rows.flatMap((row): StockLine[] => {
    const itemCode = row.itemCode ?? row.barcode ?? row.itemName;
    if (!itemCode) return [];
    return [
      {
        itemCode,
        ...(row.barcode && { barcode: row.barcode }),
        ...(row.warehouse && { warehouse: row.warehouse }),
        onHand: row.available ?? row.onHand ?? zero,
        inbound: row.inbound ?? zero,
        ...(row.inboundDate && { inboundDate: row.inboundDate }),
      },
    ];
  }),
});
