/** Kinds of records that stand beside an order, as the store calls them. */
export const sideRecordKinds = ['change', 'return', 'hold', 'communication', 'complaint', 'survey'] as const;
export type SideRecordKind = (typeof sideRecordKinds)[number];
