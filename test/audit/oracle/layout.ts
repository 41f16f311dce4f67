/**
 * What a person sees who opens the workbook: which sheet is what, and what each column means. Written down by hand for each
 * data set; columns by their letters.
 */
export interface Layout {
  readonly orders: Place & {
    readonly columns: {
      readonly order: string;
      readonly customer: string;
      readonly barcode?: string;
      readonly code: string;
      readonly name?: string;
      readonly size?: string;
      readonly unit?: string;
      readonly quantity: string;
      readonly price: string;
      readonly discount?: string;
      readonly amount?: string;
      readonly ordered?: string;
      readonly due?: string;
      readonly shipped?: string;
    };
    /** What stands in the first column of the row that adds up. */
    readonly total?: string;
  };
  readonly prices: Place & {
    readonly columns: {
      readonly barcode?: string;
      readonly code: string;
      readonly name?: string;
      readonly size?: string;
      readonly brand?: string;
      readonly unit?: string;
      readonly price: string;
      /** From which quantity on the price holds. */
      readonly from?: string;
      /** Says that the item is sold no more, and how. */
      readonly stopped?: { readonly column: string; readonly says: string };
    };
    /** Rows that only show how to fill in the sheet. */
    readonly examples?: readonly number[];
  };
  readonly stock: Place & {
    readonly columns: {
      readonly barcode?: string;
      readonly code: string;
      readonly size?: string;
      readonly onHand: string;
      /** On its way, without a date: nobody can promise it. */
      readonly onItsWay?: string;
    };
  };
  readonly customers?: Place & { readonly columns: { readonly code: string; readonly name: string } };
  /** What a sheet has no column for, or only a server knows: these checks can't be made, and that must be said. */
  readonly cannotCheck: readonly string[];
}

interface Place {
  readonly file?: string;
  readonly sheet: string;
  /** As Excel counts. */
  readonly headerRow: number;
}
