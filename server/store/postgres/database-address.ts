/** "postgres://host:5432/database": where a database is, for people to read. Neither user nor password nor options. */
export function addressOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `postgres://${hostname || 'localhost'}:${port || '5432'}${pathname}`;
}

/** Who an address signs in as; undefined = the system's user, as PostgreSQL has it. */
export const userOf = (url: string): string | undefined => decodeURIComponent(new URL(url).username) || undefined;

/** Whether a text is an address of a database at all. */
export const isDatabaseAddress = (text: string): boolean =>
  /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1;
