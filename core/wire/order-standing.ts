import { z } from 'zod';
import { orderStatuses } from '../order/status.ts';
import { role } from './values.ts';

/** How far an order is, wherever one is told of. */
export const orderStanding = {
  status: z.enum(orderStatuses),
  /** What this order waits for, and of whom: a review asks whom its plan says. Absent at the end of an order's life. */
  nextStep: z.object({ command: z.string(), roles: z.array(role) }).exactOptional(),
};
