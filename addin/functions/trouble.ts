import { OtherVersion, ProblemAnswer, ServerAway } from '../../core/wire/client.ts';

/** Why the server gives no answer at all. */
export type Trouble =
  | { readonly kind: 'away' }
  /** Nobody is connected on this computer. */
  | { readonly kind: 'not-connected' }
  | { readonly kind: 'not-allowed' }
  /** The server was updated since this page was opened. */
  | { readonly kind: 'other-version' }
  /** In the server's words. */
  | { readonly kind: 'fault'; readonly message: string };

/** Thrown instead of asking in nobody's name. */
export class NotConnected extends Error {
  override name = 'NotConnected';
}

export function troubleOf(fault: unknown): Trouble {
  if (fault instanceof NotConnected) return { kind: 'not-connected' };
  if (fault instanceof ProblemAnswer && fault.status === 401) return { kind: 'not-connected' };
  if (fault instanceof ProblemAnswer && fault.status === 403) return { kind: 'not-allowed' };
  if (fault instanceof ServerAway) return { kind: 'away' };
  if (fault instanceof OtherVersion) return { kind: 'other-version' };
  return { kind: 'fault', message: fault instanceof Error ? fault.message : String(fault) };
}
