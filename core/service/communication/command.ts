import type { CommandMeta } from '../../order/command.ts';
import type { Stamp } from '../../order/state.ts';
import type { CommunicationContent } from './communication.ts';

/** What somebody wants to write into the log, in the imperative. */
export type CommunicationCommand = CommandMeta &
  (
    | ({ readonly type: 'log-communication' } & Omit<CommunicationContent, 'logged'>)
    /** `reason`: what came of it. */
    | { readonly type: 'finish-next-step' }
  );
export type CommunicationCommandType = CommunicationCommand['type'];

/** What was written, in the past tense. */
export type CommunicationEvent =
  | ({ readonly type: 'communication-logged'; readonly entry: Omit<CommunicationContent, 'logged'> } & Stamp)
  | ({ readonly type: 'next-step-finished' } & Stamp);
