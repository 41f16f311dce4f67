import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reallocators } from '../../../core/policy/reallocators.ts';
import { roles } from '../../../core/policy/roles.ts';
import { type ReallocateStock, reallocate, type StockedLine } from '../../../core/reallocation/reallocate.ts';
import { add, compare, zero } from '../../../core/value/decimal.ts';
import { by, date, manager, number, person, quantity, today } from '../order/sample-order.ts';
import { refused } from '../record/refused.ts';

const promised: StockedLine = {
  order: number(1),
  line: 1,
  itemCode: 'A01',
  held: quantity('10'),
  lacking: quantity('0'),
  due: date('2026-12-03'),
};
const urgent: StockedLine = {
  order: number(2),
  line: 3,
  itemCode: 'a01 ',
  held: quantity('1'),
  lacking: quantity('6'),
};
const move = (more: Partial<ReallocateStock> = {}): ReallocateStock => ({
  quantity: quantity('6'),
  newDate: date('2026-12-10'),
  ...by(manager, today, 'their line stands still'),
  ...more,
});

test('row A: what one line loses the other gets; the loser has a new date, its customer a notice', () => {
  expect(reallocate(move(), promised, urgent)).toEqual({
    ok: true,
    value: {
      itemCode: 'A01',
      quantity: '6',
      loser: { order: number(1), line: 1, held: '4', due: '2026-12-10' },
      winner: { order: number(2), line: 3, held: '7' },
      notice: { order: number(1), before: '2026-12-03', after: '2026-12-10' },
      decided: {
        at: move().at,
        by: { userId: 'zhao', name: 'zhao' },
        policy: move().policy,
        reason: 'their line stands still',
      },
    },
  });
});

describe('both sides of each guard', () => {
  const code = (command: ReallocateStock, from = promised, to = urgent) => {
    const answer = reallocate(command, from, to);
    return answer.ok ? null : answer.reason.code;
  };

  test('sales manager and above, with a reason', () => {
    for (const role of roles)
      expect(code(move({ by: person('one', role) })), role).toBe(
        (reallocators as readonly string[]).includes(role) ? null : 'role.not-allowed',
      );
    expect(code(move({ reason: ' ' }))).toBe('reason.missing');
    expect(refused(reallocate(move({ by: person('one', 'sales') }), promised, urgent)).who).toEqual(reallocators);
  });

  test('one item, another line', () => {
    expect(code(move(), promised, { ...urgent, itemCode: 'B02' })).toBe('reallocation.items-differ');
    expect(code(move(), promised, { ...promised, lacking: quantity('6') })).toBe('reallocation.same-line');
    expect(code(move(), promised, { ...urgent, order: promised.order })).toBeNull();
  });

  test('no more than is held, nor than is needed', () => {
    expect(code(move({ quantity: quantity('0') }))).toBe('reallocation.quantity-not-positive');
    expect(code(move(), { ...promised, held: quantity('6') })).toBeNull();
    expect(code(move(), { ...promised, held: quantity('5') })).toBe('reallocation.not-held');
    expect(code(move({ quantity: quantity('7') }))).toBe('reallocation.not-needed');
  });

  test('the loser’s new date is no earlier than its old one, nor over', () => {
    expect(code(move({ newDate: date('2026-12-02') }))).toBe('reallocation.date-too-early');
    expect(code(move({ newDate: date('2026-12-03') }))).toBeNull();
    const { due: _due, ...undated } = promised;
    expect(code(move({ newDate: date('2026-11-20') }), undated)).toBe('reallocation.date-too-early');
    expect(code(move({ newDate: today }), undated)).toBeNull();
    expect(code(move({ newDate: today }), { ...promised, due: date('2026-11-01') })).toBeNull();
  });
});

test('whatever is tried, nothing is held twice and nothing is lost', () => {
  const count = fc.integer({ min: -2, max: 12 }).map((each) => quantity(`${each}`));
  fc.assert(
    fc.property(count, fc.nat(12), fc.nat(12), fc.nat(12), (wanted, held, own, lacking) => {
      const from = { ...promised, held: quantity(`${held}`) };
      const to = { ...urgent, held: quantity(`${own}`), lacking: quantity(`${lacking}`) };
      const answer = reallocate(move({ quantity: wanted }), from, to);
      if (!answer.ok) return;
      const { loser, winner } = answer.value;
      expect(add(loser.held, winner.held)).toBe(add(from.held, to.held));
      expect(compare(loser.held, zero)).toBeGreaterThanOrEqual(0);
      expect(compare(winner.held, add(to.held, to.lacking))).toBeLessThanOrEqual(0);
    }),
  );
});
