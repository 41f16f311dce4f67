import type { Layout } from '../oracle/layout.ts';

/** Files to check, the day they are checked for, and what a person sees in them. */
export interface AuditSet {
  readonly name: string;
  readonly about: string;
  readonly today: string;
  readonly layout: Layout;
  files(): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]>;
}

/** Only a server knows these. */
export const serverOnly = ['last-price', 'new-customer', 'posted-before', 'usual-quantity'] as const;
