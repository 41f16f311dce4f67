/** A function as Excel is told of it; its words are in locales (functions:). */
export interface FunctionEntry {
  readonly parameters: readonly { readonly name: string; readonly optional?: true }[];
  /**
   * Goes on answering: its cell follows the server. Excel asks such a function once, until its arguments change, and takes every
   * answer it then gives; any other would keep "no answer" for ever.
   */
  readonly streams: boolean;
}

/** Under the namespace of manifest.xml: CS.PRICE(…). Ids and their order of parameters stand in users' workbooks: never change them. */
export const catalogue = {
  PRICE: {
    parameters: [
      { name: 'item' },
      { name: 'quantity', optional: true },
      { name: 'customer', optional: true },
      { name: 'date', optional: true },
    ],
    streams: true,
  },
  AVAILABLE: { parameters: [{ name: 'item' }, { name: 'date', optional: true }], streams: true },
  EARLIEST: { parameters: [{ name: 'item' }, { name: 'quantity' }], streams: true },
  STATUS: { parameters: [{ name: 'order' }], streams: true },
  RMB: { parameters: [{ name: 'amount' }], streams: false },
} as const satisfies Record<string, FunctionEntry>;

export type FunctionId = keyof typeof catalogue;
export const functionIds = Object.keys(catalogue) as FunctionId[];
