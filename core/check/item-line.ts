import type { LineInCheck } from './context.ts';
import type { Item } from './knowledge.ts';

/** A row whose item is known. */
export type ItemLine = LineInCheck & { readonly item: { readonly kind: 'found'; readonly entry: Item } };

export const hasItem = (line: LineInCheck): line is ItemLine => line.item.kind === 'found';
