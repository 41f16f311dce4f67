import type { Refusal, RefusalCode } from '../order/refusal.ts';
import { recordRefusal } from '../record/door.ts';
import type { HoldCommandType } from './command.ts';
import type { Hold } from './hold.ts';
import { holdLifecycle } from './transitions.ts';

/** A refusal of this record, with where it stands and who could. */
export const refuse = (
  command: HoldCommandType,
  hold: Hold | null,
  code: RefusalCode,
  data?: Readonly<Record<string, string>>,
): Refusal => recordRefusal(holdLifecycle, command, hold, code, data);
