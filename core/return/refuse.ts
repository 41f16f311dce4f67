import type { Refusal, RefusalCode } from '../order/refusal.ts';
import { recordRefusal } from '../record/door.ts';
import type { ReturnCommandType } from './command.ts';
import type { GoodsReturn } from './goods-return.ts';
import { returnLifecycle } from './transitions.ts';

/** A refusal of this record, with where it stands and who could. */
export const refuse = (
  command: ReturnCommandType,
  goods: GoodsReturn | null,
  code: RefusalCode,
  data?: Readonly<Record<string, string>>,
): Refusal => recordRefusal(returnLifecycle, command, goods, code, data);
