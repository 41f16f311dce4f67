/** Who is signed in on this device: the token and nothing else; what it may do, the server says. */
export interface TokenStore {
  token(): string | null;
  save(token: string): void;
  forget(): void;
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
  return {
    token: () => storage.getItem(place),
    save: (token) => storage.setItem(place, token),
    forget: () => storage.removeItem(place),
  };
}
