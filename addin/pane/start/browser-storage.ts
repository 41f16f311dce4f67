import type { KeyValueStorage } from '../../../ui/sheet-session/outbox.ts';

/** Where the pane keeps token, language and unsent orders. */
export interface BrowserStorage {
  readonly storage: KeyValueStorage;
  /** Only storage that outlives the page may hold unsent orders. */
  readonly lasting: boolean;
}

/** localStorage; where a browser forbids it to framed pages (Excel on the web, strict settings), the page's own memory. */
export function openBrowserStorage(): BrowserStorage {
  try {
    const probe = 'countersign.probe';
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return { storage: localStorage, lasting: true };
  } catch {
    return { storage: memoryStorage(), lasting: false };
  }
}

/** For what may go with the page: kept in its memory where the device has no room for it. */
export function forWishes(storage: KeyValueStorage): KeyValueStorage {
  const ofPage = memoryStorage();
  return {
    getItem: (key) => ofPage.getItem(key) ?? storage.getItem(key),
    setItem(key, value) {
      ofPage.setItem(key, value);
      try {
        storage.setItem(key, value);
      } catch {
        // Full of orders that wait to be sent, which count for more.
      }
    },
    removeItem(key) {
      ofPage.removeItem(key);
      storage.removeItem(key);
    },
  };
}

function memoryStorage(): KeyValueStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** What the outbox gets instead of storage that doesn't last: it then tells the user to leave the page open. */
export const noRoom: KeyValueStorage = {
  getItem: () => null,
  setItem() {
    throw new Error('this browser keeps nothing for the pane');
  },
  removeItem: () => undefined,
};
