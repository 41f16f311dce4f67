import { expect, test } from 'vitest';
import { type CommandSource, createCommandQueue } from '../../addin/pane/commands/command-queue.ts';
import type { Command } from '../../addin/pane/commands/commands.ts';

/** A pane that does a command when the test says so. */
function givenPane() {
  const begun: Command[] = [];
  const ends: (() => void)[] = [];
  const perform = (command: Command) => {
    begun.push(command);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  const end = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { begun, perform, end };
}

test('what was asked for before anyone was connected follows then, one after the other', async () => {
  const queue = createCommandQueue();
  const { begun, perform, end } = givenPane();
  queue.give('checkSheet', 'excel');
  queue.give('postOrders', 'excel');
  queue.serve(perform);
  expect(begun).toEqual(['checkSheet']);
  await end();
  expect(begun).toEqual(['checkSheet', 'postOrders']);
});

test('an impatient second press of what waits asks for nothing new, of what runs it does', async () => {
  const queue = createCommandQueue();
  const { begun, perform, end } = givenPane();
  queue.serve(perform);
  queue.give('checkSheet', 'excel');
  queue.give('showPapers', 'excel');
  queue.give('showPapers', 'excel');
  queue.give('checkSheet', 'excel');
  for (let each = 0; each < 4; each += 1) await end();
  expect(begun).toEqual(['checkSheet', 'showPapers', 'checkSheet']);
});

test('a pane that is gone does no more; the next one takes over what waits', async () => {
  const queue = createCommandQueue();
  const first = givenPane();
  const leave = queue.serve(first.perform);
  queue.give('checkSheet', 'excel');
  leave();
  queue.give('showPapers', 'excel');
  await first.end();
  expect(first.begun).toEqual(['checkSheet']);
  const second = givenPane();
  queue.serve(second.perform);
  expect(second.begun).toEqual(['showPapers']);
  // A pane that leaves late takes nothing away from its follower.
  leave();
  await second.end();
  queue.give('checkSheet', 'excel');
  expect(second.begun).toEqual(['showPapers', 'checkSheet']);
});

test('a key that Excel hears of too is one press; pressed again, or by another hand later, it is another', async () => {
  let time = 0;
  const queue = createCommandQueue(() => time);
  const { begun, perform, end } = givenPane();
  queue.serve(perform);
  const press = async (at: number, ...from: readonly CommandSource[]) => {
    time = at;
    for (const source of from) {
      queue.give('nextFinding', source);
      await end();
      time += 20;
    }
  };
  await press(0, 'pane', 'excel');
  expect(begun).toEqual(['nextFinding']);
  // A key held down comes faster than anyone presses it, each time twice.
  await press(60, 'pane', 'excel');
  expect(begun).toHaveLength(2);
  // Excel may be told first; and pressed in the grid, only Excel hears of it.
  await press(1_000, 'excel', 'pane', 'excel');
  expect(begun).toHaveLength(4);
  await press(2_000, 'pane');
  await press(2_200, 'excel');
  expect(begun).toHaveLength(6);
});
