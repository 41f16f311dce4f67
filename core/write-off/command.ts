import type { CommandMeta } from '../order/command.ts';
import type { Decimal } from '../value/decimal.ts';
import type { WriteOff, WriteOffNumber } from './write-off.ts';

/** What somebody wants done with a debt, in the imperative. The order is the one whose account is given. */
export type WriteOffCommand = CommandMeta &
  (
    | {
        readonly type: 'write-off-debt';
        /** The next of its series. */
        readonly number: WriteOffNumber;
        readonly amount: Decimal;
        readonly cause: WriteOff['cause'];
      }
    | { readonly type: 'undo-write-off' }
  );
export type WriteOffCommandType = WriteOffCommand['type'];
