import type { CommandMeta } from '../order/command.ts';
import type { OrderNumber } from '../order/state.ts';
import type { Party } from '../record/party.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { DisposedLine, InspectedLine, ReturnKind, ReturnLine, ReturnNumber } from './goods-return.ts';

/** What somebody wants done with goods that come back, in the imperative. */
export type ReturnCommand = CommandMeta &
  (
    | {
        readonly type: 'ask-return';
        /** The next of its series. */
        readonly number: ReturnNumber;
        readonly kind: ReturnKind;
        readonly lines: readonly ReturnLine[];
      }
    | { readonly type: 'approve-return' }
    | {
        readonly type: 'inspect-return';
        readonly arrivedOn: PlainDate;
        readonly lines: readonly InspectedLine[];
        readonly fault: Party;
      }
    | { readonly type: 'dispose-return'; readonly lines: readonly DisposedLine[] }
    | {
        readonly type: 'refund-return';
        readonly amount: Decimal;
        readonly currency: string;
        readonly paper: string;
      }
    /** `order`: the replacement order, posted in the same transaction or before. */
    | { readonly type: 'replace-return'; readonly order: OrderNumber }
    | { readonly type: 'hand-back-return'; readonly on: PlainDate }
    | { readonly type: 'refuse-return' }
    | { readonly type: 'withdraw-return' }
  );
export type ReturnCommandType = ReturnCommand['type'];
