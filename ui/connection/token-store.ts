/** Who is signed in on this device: the token and nothing else; what it may do, the server says. */
export interface TokenStore {
  token(): string | null;
  save(token: string): void;
  /** Forgets this one; whoever signed in since stays. */
  forget(token: string | null): void;
  /** Tells when somebody signed in or out here; the answer ends it. */
  onChange(listener: () => void): () => void;
}

/** The part of localStorage or sessionStorage this needs. */
export interface TokenStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** @param partition Office's partition key, which keeps one host site's add-in from reading another's; '' in a browser. */
export function createTokenStore(storage: TokenStorage, partition = ''): TokenStore {
  const place = `${partition}countersign.token`;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    token: () => storage.getItem(place),
    save(token) {
      storage.setItem(place, token);
      tell();
    },
    forget(token) {
      if (token === null || storage.getItem(place) !== token) return;
      storage.removeItem(place);
      tell();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
