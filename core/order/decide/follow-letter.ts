import { no, ok, unreachable } from '../../value/result.ts';
import { refusal } from '../door.ts';
import type { RefusalCode } from '../refusal.ts';
import { stamp } from '../stamp.ts';
import type { AwaitingCountersign } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

type FollowLetter = CommandOf<'record-sending' | 'record-arrival' | 'reject-copy'>;

/** Rows 6d–6f: the letter went out, arrived, or came back in a way that doesn't count (R25, R26). */
export function followLetter(command: FollowLetter, order: AwaitingCountersign): OrderDecision {
  const letter = order.letters.at(-1) ?? order.letters[0];
  const refuse = (code: RefusalCode, data?: Readonly<Record<string, string>>): OrderDecision =>
    no(refusal(command.type, order.status, code, data));
  if (command.type === 'record-sending') {
    const to = command.to.trim();
    if (to === '') return refuse('letter.receiver-missing');
    return ok([{ type: 'letter-sent', channel: command.channel, to, ...stamp(command) }]);
  }
  const { on } = command;
  if (on > command.today) return refuse('date.in-future', { date: on });
  if (on < letter.issuedOn) return refuse('countersign.before-letter', { date: letter.issuedOn });
  switch (command.type) {
    case 'record-arrival':
      return letter.arrived === undefined
        ? ok([{ type: 'letter-arrived', on, ...stamp(command) }])
        : refuse('letter.arrived-already', { date: letter.arrived.on });
    case 'reject-copy':
      return ok([{ type: 'copy-rejected', on, ...stamp(command) }]);
    default:
      return unreachable(command);
  }
}
