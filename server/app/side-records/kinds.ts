/** Kinds of records that stand beside an order, as the store calls them (core/record/registry.ts). */
export const sideKinds = ['change', 'return', 'hold', 'communication', 'complaint', 'survey'] as const;
export type SideKind = (typeof sideKinds)[number];
