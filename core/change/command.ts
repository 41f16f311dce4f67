import type { CommandMeta } from '../order/command.ts';
import type { OrderNumber } from '../order/state.ts';
import type { PlainDate } from '../value/date.ts';
import type { AgreementForm, ChangeNumber, ChangeSource, Effect, LossShare } from './change.ts';
import type { ChangeItem } from './change-item.ts';
import type { Revision } from './changeable-order.ts';
import type { Department } from './departments.ts';

/** What somebody wants done with a change request, in the imperative. */
export type ChangeCommand = CommandMeta &
  (
    | {
        readonly type: 'ask-change';
        /** The next of its series. */
        readonly number: ChangeNumber;
        readonly order: OrderNumber;
        /** What who asks has before him. */
        readonly against: Revision;
        readonly source: ChangeSource;
        readonly items: readonly ChangeItem[];
      }
    | { readonly type: 'assess-change'; readonly department: Department; readonly effect: Effect }
    | { readonly type: 'settle-loss'; readonly shares: readonly LossShare[]; readonly basis: string }
    | {
        readonly type: 'record-agreement';
        readonly form: AgreementForm;
        readonly on: PlainDate;
        readonly paper: string;
      }
    | {
        readonly type: 'cosign-change';
        readonly department: Department;
        readonly agrees: boolean;
        readonly statement: string;
      }
    | { readonly type: 'approve-change' }
    | { readonly type: 'bring-into-force' }
    | { readonly type: 'refuse-change' }
    | { readonly type: 'withdraw-change' }
  );
export type ChangeCommandType = ChangeCommand['type'];
