import type { Refusal } from '../order/refusal.ts';
import type { Actor } from '../policy/roles.ts';
import { closedRecordDoor, type StandingRecord } from './door.ts';
import type { RecordLifecycle } from './lifecycle.ts';

/** One thing that could be done with a record, or why its table keeps it from this person now, and who could. */
export interface RecordAction<Command extends string> {
  readonly command: Command;
  readonly allowed: boolean;
  /** The command is refused without a reason. */
  readonly needsReason: boolean;
  /** Present when it isn't allowed. */
  readonly refusal?: Refusal;
}

/**
 * Every command of a record that is there, in the order of its table. Status, role and reason are judged; a guard that looks
 * at more (an owner, a quantity) speaks when the command is sent.
 */
export const recordActions = <Status extends string, Command extends string>(
  lifecycle: RecordLifecycle<Status, Command>,
  record: StandingRecord<Status>,
  by: Actor,
): readonly RecordAction<Command>[] =>
  commandsOf(lifecycle).map((command) => {
    const refusal = closedRecordDoor(lifecycle, { type: command, by, reason: '–' }, record);
    const silent = closedRecordDoor(lifecycle, { type: command, by }, record);
    const needsReason = silent?.code === 'reason.missing';
    return { command, allowed: refusal === null, needsReason, ...(refusal !== null && { refusal }) };
  });

const commandsOf = <Command extends string>({ transitions }: RecordLifecycle<string, Command>): readonly Command[] => [
  ...new Set(transitions.filter(({ from }) => !from.includes('none')).map(({ command }) => command)),
];
