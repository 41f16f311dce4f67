import { createContext, useContext } from 'react';
import type { Permission } from '../../core/policy/permissions.ts';
import type { Answer, Client } from '../../core/wire/client.ts';

export type Welcome = Answer<'welcome'>;
export type SignedIn = Answer<'session'>;

/** What every screen behind the sign-in may use. */
export interface Desk {
  readonly client: Client;
  readonly me: SignedIn;
  readonly welcome: Welcome;
  /** Sample companies only: become another of their users, to walk an order through all hands. */
  readonly actAs: (userId: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Asks again who one is: the server may have changed its mind while it was away. */
  readonly refresh: () => Promise<void>;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside of a signed-in desk');
  return desk;
}

export const may = (me: SignedIn, permission: Permission): boolean => me.permissions.includes(permission);
