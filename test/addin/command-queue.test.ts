import { expect, test } from 'vitest';
import { createCommandQueue } from '../../addin/pane/commands/command-queue.ts';
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
  queue.give('checkSheet');
  queue.give('postOrders');
  queue.serve(perform);
  expect(begun).toEqual(['checkSheet']);
  await end();
  expect(begun).toEqual(['checkSheet', 'postOrders']);
});

test('an impatient second press of what waits asks for nothing new, of what runs it does', async () => {
  const queue = createCommandQueue();
  const { begun, perform, end } = givenPane();
  queue.serve(perform);
  queue.give('checkSheet');
  queue.give('showPapers');
  queue.give('showPapers');
  queue.give('checkSheet');
  for (let each = 0; each < 4; each += 1) await end();
  expect(begun).toEqual(['checkSheet', 'showPapers', 'checkSheet']);
});

test('a pane that is gone does no more; the next one takes over what waits', async () => {
  const queue = createCommandQueue();
  const first = givenPane();
  const leave = queue.serve(first.perform);
  queue.give('checkSheet');
  leave();
  queue.give('showPapers');
  await first.end();
  expect(first.begun).toEqual(['checkSheet']);
  const second = givenPane();
  queue.serve(second.perform);
  expect(second.begun).toEqual(['showPapers']);
  // A pane that leaves late takes nothing away from its follower.
  leave();
  await second.end();
  queue.give('checkSheet');
  expect(second.begun).toEqual(['showPapers', 'checkSheet']);
});
