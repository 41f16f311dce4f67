import type { Field } from '../../core/sheet/fields.ts';

// What can stand in the way of writing or posting; ui/components/explain.ts puts it into words.

/** Rows that were to be taken away again hold something else by now. */
export class RowsChanged extends Error {
  override name = 'RowsChanged';
}

/** Rows that were to be taken away again are orders on the server by now. */
export class RowsPosted extends Error {
  override name = 'RowsPosted';
}

/** Cells that were to be written hold something else by now, or stand elsewhere: they were left as they are. */
export class CellsChanged extends Error {
  override name = 'CellsChanged';
  /** "D34", as they were called when they were seen. */
  readonly cells: readonly string[];
  constructor(cells: readonly string[]) {
    super(`changed meanwhile: ${cells.join(', ')}`);
    this.cells = cells;
  }
}

/** Names the orders as people call them; those without a name of their own by their customers. */
abstract class AboutOrders extends Error {
  readonly orders: readonly string[];
  constructor(orders: readonly string[]) {
    super(orders.join(', '));
    this.orders = orders;
  }
}

/** Rows were changed while what they said before waited to be sent: they weren't sent beside it. */
export class EarlierWaited extends AboutOrders {
  override name = 'EarlierWaited';
}

/** Orders are others than the user saw when he had them posted: nothing was sent. */
export class OrdersChanged extends AboutOrders {
  override name = 'OrdersChanged';
}

/** Rows of these orders went on moving while something was to be written beside them: nothing was. */
export class RowsMoving extends AboutOrders {
  override name = 'RowsMoving';
}

/** The table below which rows were to go is gone, moves about or lacks columns that they need: nothing was written. */
export class TableChanged extends Error {
  override name = 'TableChanged';
  readonly missing: readonly Field<'orders'>[];
  constructor(missing: readonly Field<'orders'>[]) {
    super(`the table lacks ${missing.join(', ')}`);
    this.missing = missing;
  }
}

/** The workbook's structure is protected: no sheet can be added. */
export class WorkbookProtected extends Error {
  override name = 'WorkbookProtected';
}

/** Sheets whose cells could not be written; on the others they were. */
export class SheetsProtected extends Error {
  override name = 'SheetsProtected';
  readonly sheets: readonly string[];
  readonly unwritten: 'cells' | 'statuses';
  constructor(sheets: readonly string[], unwritten: 'cells' | 'statuses') {
    super(`protected: ${sheets.join(', ')}`);
    this.sheets = sheets;
    this.unwritten = unwritten;
  }
}

/** Beside these orders stands another table: numbers and statuses would seem to be its own. */
export class NoRoomBeside extends Error {
  override name = 'NoRoomBeside';
  /** "订单!A3:L16" */
  readonly areas: readonly string[];
  constructor(areas: readonly string[]) {
    super(`no room beside ${areas.join(', ')}`);
    this.areas = areas;
  }
}
