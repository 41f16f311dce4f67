import { describe, expect, test } from 'vitest';
import { doorsOf, type LifecycleCommand, transitions } from '../../../../core/order/transitions.ts';
import { orderCommand } from '../../../../core/wire/commands.ts';
import type { OrderView } from '../../../../core/wire/order-views.ts';
import { plainAct, questionOf } from '../../../../desk/order/act/order-act.ts';
import { order, step } from '../given.ts';

/** Posted or saved from rows, archived with the month, changed by a request: none of them has a button here. */
const elsewhere = ['post-order', 'save-draft', 'archive-order', 'change-order', 'reallocate-goods'];
const commands = [...new Set((transitions as readonly { command: LifecycleCommand | null }[]).map((t) => t.command))]
  .filter((command) => command !== null)
  .filter((command) => !elsewhere.includes(command));

describe('no button sends what the server can’t read', () => {
  test.each(commands)('%s', (command) => {
    const needsReason = doorsOf(command).some(({ reasonRequired }) => reasonRequired);
    const given = order({ actions: [{ command, allowed: true, needsReason }] });
    const asked = questionOf(given, command, ['general-manager']);
    if (asked !== null && asked !== 'reason') return;
    const act = plainAct(command, ...(needsReason ? ['–'] : []));
    expect(orderCommand.safeParse(act.body).error).toBeUndefined();
    expect(needsReason).toBe(asked === 'reason');
  });
});

describe('approving', () => {
  const low = step({ aspect: 'price', reasons: [{ code: 'margin.low' }], who: ['sales-manager', 'director'] });
  const approve = (needsReason = false) => [{ command: 'approve-order', allowed: true, needsReason }];
  test('is one click where nothing has to be in writing', () => {
    const plain = order({ steps: [step({ aspect: 'head' })], actions: approve() });
    expect(questionOf(plain, 'approve-order', ['order-desk-head'])).toBeNull();
  });
  test('asks for a statement of whoever says yes in spite of the figures, also where his turn comes with it', () => {
    for (const status of ['open', 'waiting'] as const)
      expect(
        questionOf(order({ steps: [{ ...low, status }], actions: approve() }), 'approve-order', ['director']),
      ).toBe('approval');
  });
  test('not of others, and not for what is signed', () => {
    const asked = order({ steps: [low], actions: approve() });
    expect(questionOf(asked, 'approve-order', ['order-desk-head'])).toBeNull();
    const signed = order({ steps: [{ ...low, status: 'agreed' }], actions: approve() });
    expect(questionOf(signed, 'approve-order', ['director'])).toBeNull();
  });
  test('asks where the goods come from that stock does not answer for', () => {
    const plain = order({ steps: [step({ aspect: 'head' })], actions: approve() });
    const [line] = plain.lines;
    const short = { ...plain, lines: [{ ...line, stock: 'short' }] } as OrderView;
    expect(questionOf(short, 'approve-order', ['order-desk-head'])).toBe('approval');
  });
  test('asks for the reason alone, which is statement too, of whoever entered the order', () => {
    const own = order({ steps: [low], actions: approve(true) });
    expect(questionOf(own, 'approve-order', ['director'])).toBe('approval');
  });
});
