import { hasReason } from '../order/door.ts';
import { type Refusal, type RefusalCode, whoCould } from '../order/refusal.ts';
import type { Actor, Role } from '../policy/roles.ts';
import type { RecordLifecycle, RecordTransition } from './lifecycle.ts';

/** Who knocks, as every command says it. */
export interface RecordKnock<Command extends string> {
  readonly type: Command;
  readonly by: Actor;
  readonly reason?: string;
}

/** What a refusal says of the record: its number (or id) and where it stands; null = there is none yet. */
export interface StandingRecord<Status extends string> {
  readonly number: string;
  readonly status: Status;
}

/** What the table alone says: null when the door opens, else why not. */
export function closedRecordDoor<Status extends string, Command extends string>(
  lifecycle: RecordLifecycle<Status, Command>,
  knock: RecordKnock<Command>,
  record: StandingRecord<Status> | null,
): Refusal | null {
  const refuse = (code: RefusalCode): Refusal => recordRefusal(lifecycle, knock.type, record, code);
  const doors = doorsAt(lifecycle, knock.type, record);
  if (doors.length === 0) return refuse(record === null ? 'record.not-found' : 'record.wrong-status');
  if (!doors.some(({ roles }) => roles.some((role) => knock.by.roles.includes(role))))
    return refuse('role.not-allowed');
  return doors.some(({ reasonRequired }) => reasonRequired) && !hasReason(knock) ? refuse('reason.missing') : null;
}

/**
 * A refusal that also says where the record stands, from where the command could be done (both as terms
 * `recordStatus.<kind>.<status>`, several apart by a space) and, where that helps, by whom.
 */
export function recordRefusal<Status extends string, Command extends string>(
  lifecycle: RecordLifecycle<Status, Command>,
  command: Command,
  record: StandingRecord<Status> | null,
  code: RefusalCode,
  data: Readonly<Record<string, string>> = {},
): Refusal {
  const doors = lifecycle.transitions.filter((door) => door.command === command);
  const here = doorsAt(lifecycle, command, record);
  const from = new Set(doors.flatMap((door) => door.from).filter((status) => status !== 'none'));
  const term = (status: string): string => `${lifecycle.kind}.${status}`;
  return {
    code,
    ...whoCould(code, rolesOf(here.length > 0 ? here : doors)),
    data: {
      ...(record !== null && { record: record.number, recordStatus: term(record.status) }),
      ...(from.size > 0 && { recordFrom: [...from].map(term).join(' ') }),
      ...data,
    },
  };
}

const doorsAt = <Status extends string, Command extends string>(
  { transitions }: RecordLifecycle<Status, Command>,
  command: Command,
  record: StandingRecord<Status> | null,
): readonly RecordTransition<Status, Command>[] =>
  transitions.filter((door) => door.command === command && door.from.includes(record?.status ?? 'none'));

const rolesOf = (doors: readonly { readonly roles: readonly Role[] }[]): readonly Role[] => [
  ...new Set(doors.flatMap(({ roles }) => roles)),
];
