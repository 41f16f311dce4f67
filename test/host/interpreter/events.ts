import type { Json } from './protocol.ts';

/** Microsoft's numbers of the events that the stand-in can fire. */
export const EventKind = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  rowSorted: 19,
  columnSorted: 20,
  rowHiddenChanged: 22,
} as const;
export type EventName = keyof typeof EventKind;

/** Target of events that an add-in takes from all sheets at once (`workbook.worksheets.on…`). */
export const ANY_SHEET = 'Workbook';

const RICH_API_EVENT = 65_536;

interface EventMessage {
  readonly entries: { messageCategory: number; messageType: number; targetId: string; message: string }[];
}

/** Who registered for what; delivers after the answer of the batch that caused the event, as Excel does. */
export class EventHub {
  /** `context.runtime.enableEvents`. */
  enabled = true;
  readonly #registrations = new Map<string, number>();
  readonly #listeners: ((message: EventMessage) => void)[] = [];

  /** The client's own dispatcher. */
  listen(listener: (message: EventMessage) => void): void {
    this.#listeners.push(listener);
  }

  register(event: EventName, target: string): void {
    const key = `${event} ${target}`;
    this.#registrations.set(key, (this.#registrations.get(key) ?? 0) + 1);
  }

  unregister(event: EventName, target: string): void {
    const key = `${event} ${target}`;
    this.#registrations.set(key, Math.max(0, (this.#registrations.get(key) ?? 0) - 1));
  }

  isRegistered(event: EventName, target: string): boolean {
    return (this.#registrations.get(`${event} ${target}`) ?? 0) > 0;
  }

  raise(event: EventName, sheetId: string, details: Record<string, Json> = {}): void {
    if (!this.enabled) return;
    const message = JSON.stringify({ ...details, worksheetId: sheetId });
    const entries = [sheetId, ANY_SHEET]
      .filter((target) => this.isRegistered(event, target))
      .map((targetId) => ({
        messageCategory: RICH_API_EVENT,
        messageType: EventKind[event],
        targetId,
        message,
      }));
    if (entries.length === 0) return;
    setTimeout(() => {
      for (const listener of this.#listeners) listener({ entries });
    }, 0);
  }
}
