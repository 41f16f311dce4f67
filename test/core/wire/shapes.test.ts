import { expect, it } from 'vitest';
import { z } from 'zod';
import { endpoints } from '../../../core/wire/endpoints.ts';
import { shapesOf } from '../../../core/wire/shapes.ts';

const { order, commandOrder } = endpoints;

it('is another text as soon as anything else goes over the wire', () => {
  const now = shapesOf(endpoints);
  const others = [
    { ...endpoints, order: { ...order, answer: z.object({ number: z.string() }) } },
    { ...endpoints, order: { ...order, path: '/api/order/:number' } },
    { ...endpoints, commandOrder: { ...commandOrder, body: z.object({ type: z.literal('approve-order') }) } },
    { ...endpoints, commandOrder: { ...commandOrder, method: 'PUT' } },
  ] as unknown as (typeof endpoints)[];
  expect(new Set([now, ...others.map(shapesOf)]).size).toBe(1 + others.length);
});

it('is the same whatever is said about it', () => {
  expect(shapesOf({ ...endpoints, order: { ...order, summary: 'One order' } })).toBe(shapesOf(endpoints));
});
