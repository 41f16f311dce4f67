import { createContext, type Dispatch, type RefCallback, type SetStateAction, useContext } from 'react';
import type { Client } from '../../../core/wire/client.ts';
import type { ChatEntry } from '../../../ui/chat/chat-draft.ts';
import type { FindingsWalk } from '../../../ui/components/findings-walk.ts';
import type { OrderInSheet } from '../../../ui/sheet-session/orders-in-sheet.ts';
import type { SessionState } from '../../../ui/sheet-session/state.ts';
import type { SignedIn } from '../connect/situation.ts';
import type { PaneWork } from './open-work.ts';
import type { Step } from './step-gates.ts';
import type { Attempt } from './use-attempt.ts';

/** What every step works with. */
export interface PaneAtWork {
  readonly work: PaneWork;
  readonly state: SessionState;
  readonly me: SignedIn;
  readonly client: Client;
  readonly attempt: Attempt['attempt'];
  readonly goStep: (step: Step) => void;
  /** The way through the findings; it goes on in whichever step the user is. */
  readonly walk: FindingsWalk;
  /** Checks, and shows what was found. */
  readonly check: () => Promise<void>;
  /** The ready reply to an order's customer. */
  readonly replyTo: (order: OrderInSheet) => Promise<string>;
  /** Orders whose papers alone are shown; null = all of the sheet. */
  readonly papersOf: readonly string[] | null;
  readonly showPapersOf: (numbers: readonly string[] | null) => void;
  /** What was begun of a chat message. */
  readonly chat: ChatEntry;
  readonly setChat: Dispatch<SetStateAction<ChatEntry>>;
  readonly postButton: RefCallback<HTMLButtonElement>;
}

export const PaneContext = createContext<PaneAtWork | null>(null);

export function usePane(): PaneAtWork {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('usePane outside of the pane');
  return pane;
}
