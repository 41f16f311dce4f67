import type { CheckCode } from './codes.ts';

/** Findings of what an order can't keep whole: the server would turn it away unread (core/wire/batch.ts). */
export const tooLong = ['field.too-long', 'order.too-many-rows'] as const satisfies readonly CheckCode[];
