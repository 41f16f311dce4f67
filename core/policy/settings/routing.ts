import type { Setting } from '../setting.ts';

/** Whose an order is (R7): core/order/owner.ts. */
export const routingSettings = {
  routing: {
    /** Whether the salesperson an order names, where he is a user here, owns it: before the rules, after them, or never. */
    salesperson: { kind: 'choice', options: ['first', 'last', 'never'], default: 'first', source: 'R7' },
    /** The first row that fits counts; where none does, the order is whose who entered it. */
    rules: { kind: 'routes', default: [], source: 'R7' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Setting>>>>;
