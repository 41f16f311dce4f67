import type { Refusal } from '../../../core/order/refusal.ts';
import { answersTo } from '../../../core/policy/user-name.ts';
import type { PersonKey } from '../../../core/record/person.ts';
import { recordActions } from '../../../core/record/record-actions.ts';
import type { ComplaintCommand } from '../../../core/service/complaint/command.ts';
import type { Complaint } from '../../../core/service/complaint/complaint.ts';
import { decideComplaint } from '../../../core/service/complaint/decide.ts';
import { complaintLifecycle } from '../../../core/service/complaint/transitions.ts';
import { complaintView } from '../../../core/service/complaint/view.ts';
import { no, ok, type Result } from '../../../core/value/result.ts';
import type { ComplaintAsked } from '../../../core/wire/side-records/service.ts';
import type { RecordOf } from '../../ports.ts';
import { actorOf, type Caller } from '../company.ts';
import type { RecordUse } from './record-use.ts';

type ReceiveAsked = Extract<ComplaintAsked, { readonly type: 'receive-complaint' }>;
/** Who complains is a key here already: nothing that is kept knows his name. */
export type KeyedComplaint =
  | Exclude<ComplaintAsked, { readonly type: 'receive-complaint' }>
  | (Omit<ReceiveAsked, 'reporter'> & { readonly reporter: PersonKey });

/** Complaints (R63). */
export const complaintUse: RecordUse<'complaint', KeyedComplaint> = {
  kind: 'complaint',
  named: (request) => (request.type === 'receive-complaint' ? { orders: request.orders } : {}),
  decide(request, { caller, number, state, meta }) {
    const { reason: _reason, ...asked } = request;
    const command = { ...asked, ...(request.type === 'receive-complaint' && { number }), ...meta };
    return decideComplaint(command as ComplaintCommand, state, caller.policy);
  },
};

/** The user id of one of us who is called by it; whom a complaint is about must be somebody it can be kept from. */
export async function userIdOf({ company }: Caller, called: string): Promise<Result<string, Refusal>> {
  const user = (await company.store.accounts.users()).find((one) => answersTo(one, called));
  return user === undefined ? no({ code: 'complaint.about-unknown', data: { user: called } }) : ok(user.id);
}

/** Whom it is about doesn't read it: what is said often tells who said it. */
export const maySee = ({ about }: Complaint, { user }: Caller): boolean => about !== user.id;

export async function complaintViewOf({ state, version }: RecordOf<'complaint'>, caller: Caller) {
  const { reporter: key } = state;
  const person = await caller.company.store.people.read(key);
  const seen = complaintView(state, person && { key, ...person }, caller.user.roles);
  return { ...seen, version, actions: recordActions(complaintLifecycle, state, actorOf(caller)) };
}
