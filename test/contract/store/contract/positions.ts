import { describe, expect, it } from 'vitest';
import type { OrderNumber } from '../../../../core/order/state.ts';
import type { Decision, Outcome, Transaction } from '../../../../server/ports.ts';
import { allNumbers, append, approved, at, orderAppend, post, posted, series } from '../sample-records.ts';
import type { Subject } from '../store-contract.ts';

export function positionContract(subject: Subject): void {
  describe('positions', () => {
    it('rise from decision to decision that touch the same, refusals among them, over a restart', async () => {
      const positions: number[] = [];
      for await (const store of subject.lives()) {
        const refuse = () =>
          store.transact({
            locks: [`series:${series}`],
            load: {},
            decide: (loaded) => ({ refuse: { code: 'stock.short', data: { item: loaded.nextNumber(series) } } }),
          });
        for (const outcome of [await post(store), await refuse(), await post(store)]) positions.push(outcome.position);
      }
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
    });

    it('stay with their answer: what is repeated has the position of then', async () => {
      const { position } = await post(subject.store, {}, 'wang:1');
      await post(subject.store);
      for await (const store of subject.lives())
        expect(await post(store, {}, 'wang:1')).toMatchObject({ repeated: true, position });
    });

    it.each([1, 2, 3, 4, 5, 6])('put what ran at once in an order that explains every answer (%i)', async (seed) => {
      const { store } = subject;
      for (const number of orders) await append(store, orderAppend(number, 0, ...posted(number)));
      const next = drawn(seed);
      const moves = Array.from({ length: 30 }, () => (next(2) === 0 ? take(1 + next(3)) : look(next(3), next(3))));
      const made = await Promise.all(
        moves.map(async ({ transaction, told }) => ({ told, outcome: await store.transact(transaction) })),
      );
      const inOrder = made.toSorted((a, b) => a.outcome.position - b.outcome.position);
      const world: World = { versions: [2, 2, 2], held: 0, last: 3 };
      expect(inOrder.map(({ outcome }) => answerOf(outcome))).toEqual(inOrder.map(({ told }) => told(world)));
      for await (const now of subject.lives()) {
        const demand = await now.read.openDemand();
        expect(demand.reduce((total, { quantity }) => total + Number(quantity), 0)).toBe(world.held);
        const versions = await Promise.all(orders.map(async (number) => (await now.read.order(number))?.order.version));
        expect(versions).toEqual(world.versions);
        expect(await allNumbers(now)).toHaveLength(world.last);
      }
    });
  });
}

const orders = [1, 2, 3].map((last) => `${series}-0000${last}` as OrderNumber);
const room = 12;
const stamp = { at: at('2026-11-21T03:00:00.000Z'), by: { userId: 'li', name: '李强' } };

/** What replaying knows: the versions of the three orders, how many of A01 are held, the last number given out. */
interface World {
  readonly versions: number[];
  held: number;
  last: number;
}
/** A transaction, and what it has to answer when it is decided in a world; that becomes the world after it. */
interface Move {
  readonly transaction: Transaction<string>;
  told(world: World): string;
}
const answerOf = (outcome: Outcome<string>): string =>
  outcome.outcome === 'done' ? outcome.answer : `no: ${outcome.refusal.data?.item}`;

/** A new order that holds so many of A01, if there is room. Nothing is locked beforehand. */
const take = (wanted: number): Move => ({
  transaction: {
    locks: [],
    load: { holding: ['A01'] },
    decide(loaded): Decision<string> {
      const held = loaded.held('A01').reduce((total, { quantity }) => total + Number(quantity), 0);
      if (held + wanted > room) return { refuse: { code: 'stock.short', data: { item: String(held) } } };
      const number = loaded.nextNumber(series);
      const events = [...posted(number, { items: { A01: '9' } }), approved({ A01: String(wanted) })];
      return { append: [orderAppend(number, 0, ...events)], answer: `${number}: ${held}` };
    },
  },
  told(world) {
    const { held } = world;
    if (held + wanted > room) return `no: ${held}`;
    world.held += wanted;
    world.last += 1;
    return `${series}-${String(world.last).padStart(5, '0')}: ${held}`;
  },
});

/** Writes to one order what it has seen of another. */
const look = (own: number, other: number): Move => ({
  transaction: {
    locks: [],
    load: { records: { order: { byNumber: [orders[own], orders[other]] as OrderNumber[] } } },
    decide(loaded): Decision<string> {
      const [order, seen] = [own, other].map((index) => loaded.records('order').byNumber(orders[index] as OrderNumber));
      const event = {
        type: 'order-assigned',
        owner: { userId: 'li', name: '李强', by: 'assigned' },
        ...stamp,
      } as const;
      return {
        append: [orderAppend(orders[own] as OrderNumber, order?.version ?? 0, event)],
        answer: `${order?.version} after ${seen?.version}`,
      };
    },
  },
  told({ versions }) {
    const answer = `${versions[own]} after ${versions[other]}`;
    versions[own] = (versions[own] as number) + 1;
    return answer;
  },
});

/** The same moves on every machine. */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
