import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { closedDoor } from '../../../core/order/door.ts';
import { type OrderStatus, orderStatuses } from '../../../core/order/status.ts';
import { doorsOf, type LifecycleCommand, type Transition, transitions } from '../../../core/order/transitions.ts';
import { roles } from '../../../core/policy/roles.ts';
import { lifecycleDocument } from '../../../scripts/write-lifecycle.ts';
import { person } from './sample-order.ts';

const doors: readonly Transition[] = transitions;
const commands = [...new Set(doors.map(({ command }) => command))].filter((command) => command !== null);
const everyone = person('all', ...roles);
const knock = (type: LifecycleCommand, by = everyone) => ({ type, by, reason: 'because' });

describe('the lifecycle table', () => {
  test('docs/lifecycle.md is what the table says', () => {
    const file = readFileSync(new URL('../../../docs/lifecycle.md', import.meta.url), 'utf8');
    expect(file, 'run: node scripts/write-lifecycle.ts').toBe(lifecycleDocument());
  });

  test('names each row once', () => {
    const rows = doors.map(({ row }) => row);
    expect(new Set(rows).size).toBe(rows.length);
  });

  test('reaches every status from nothing', () => {
    const reached = new Set<string>(['none']);
    for (const _round of orderStatuses)
      for (const { from, to } of doors)
        if (from.some((status) => reached.has(status)) && to !== 'same') for (const status of to) reached.add(status);
    expect(orderStatuses.filter((status) => !reached.has(status))).toEqual([]);
  });

  test('leaves no order stuck: only destroyed, void and cancelled are final', () => {
    const leaves = (status: OrderStatus) =>
      doors.some(({ from, to }) => from.includes(status) && to !== 'same' && to.some((next) => next !== status));
    expect(orderStatuses.filter((status) => !leaves(status))).toEqual(['destroyed', 'void', 'cancelled']);
  });
});

describe.each(commands)('%s', (command) => {
  const from = [...new Set(doorsOf(command).flatMap((door) => door.from))];

  test.each(['none', ...orderStatuses] as const)(
    'at %s: opens where the table has it, else says from where',
    (status) => {
      const closed = closedDoor(knock(command), status);
      if (from.includes(status)) return expect(closed).toBeNull();
      expect(closed).toMatchObject(
        status === 'none' ? { code: 'order.not-found' } : { code: 'order.wrong-status', status },
      );
      expect(closed?.from).toEqual(from.filter((each) => each !== 'none'));
      // What isn't there can't be done by anybody.
      if (status === 'none') expect(closed).not.toHaveProperty('who');
      else expect(closed?.who?.length).toBeGreaterThan(0);
    },
  );

  test('opens for its roles only, and names them', () => {
    const at = from[0] as OrderStatus | 'none';
    const allowed = doorsOf(command)[0]?.roles ?? [];
    for (const role of roles) {
      const closed = closedDoor(knock(command, person('one', role)), at);
      if (allowed.includes(role)) expect(closed).toBeNull();
      else expect(closed).toMatchObject({ code: 'role.not-allowed', who: allowed });
    }
  });

  test('asks for a reason exactly where the table does', () => {
    const at = from[0] as OrderStatus | 'none';
    for (const reason of ['', '  '])
      expect(closedDoor({ ...knock(command), reason }, at)?.code).toBe(
        doorsOf(command)[0]?.reasonRequired ? 'reason.missing' : undefined,
      );
  });
});
