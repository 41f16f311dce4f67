import { stampOf } from '../order/stamp.ts';
import type { Opening, OpeningEvent } from './opening.ts';

/** The opening receivable after one more event; null = before the first. */
export function evolveOpening(opening: Opening | null, event: OpeningEvent): Opening {
  if (opening !== null && opening.number !== event.number)
    throw new Error(`the opening receivable of ${opening.number} is told of ${event.number}`);
  const { number, customerCode, currency, open } = event;
  return { number, customerCode, currency, open, recorded: stampOf(event) };
}
