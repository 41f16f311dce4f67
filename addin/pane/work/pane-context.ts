import { createContext, useContext } from 'react';
import type { Client } from '../../../core/wire/client.ts';
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
  /** Checks, and shows what was found. */
  readonly check: () => Promise<void>;
}

export const PaneContext = createContext<PaneAtWork | null>(null);

export function usePane(): PaneAtWork {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('usePane outside of the pane');
  return pane;
}
