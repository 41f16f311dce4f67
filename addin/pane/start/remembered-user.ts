import type { Answer } from '../../../core/wire/client.ts';
import { endpoints } from '../../../core/wire/endpoints.ts';
import type { KeyValueStorage } from '../../../ui/sheet-session/outbox.ts';

export type SignedIn = Answer<'session'>;

/**
 * Who was connected last, as the server said it: with it the pane opens, checks and keeps orders while the server is away.
 * What the user may do is asked of the server again with every call.
 */
export interface UserMemory {
  recall(): SignedIn | null;
  remember(me: SignedIn): void;
  forget(): void;
}

/** @param partition Office's partition key, see createTokenStore */
export function createUserMemory(storage: KeyValueStorage, partition: string): UserMemory {
  const place = `${partition}countersign.user`;
  return {
    recall() {
      const read = endpoints.session.answer.safeParse(parseJson(storage.getItem(place)));
      return read.success ? { ...read.data, today: todayIn(read.data.timeZone) } : null;
    },
    remember: (me) => storage.setItem(place, JSON.stringify(me)),
    forget: () => storage.removeItem(place),
  };
}

/** The company's day, by this computer's clock. */
const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date());

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // written by hand or by another version: as good as nothing
  }
}
