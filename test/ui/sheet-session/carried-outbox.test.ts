import { describe, expect, test } from 'vitest';
import { createCarriedOutbox, type OutboxParts } from '../../../ui/sheet-session/carried-outbox.ts';
import { createOutbox, type OutboxEntry } from '../../../ui/sheet-session/outbox.ts';
import { givenStorage } from './given.ts';

const entry = (requestKey: string, workbook = 'orders.xlsx'): OutboxEntry => ({
  requestKey,
  workbook,
  batch: { tables: [{ sheet: 'Orders', headerRow: 0, columns: {} }], orders: [] },
});

/** A file: what lies in it, and how often it was written to. */
function givenFile(...inFile: readonly OutboxEntry[]) {
  const file = { entries: [...inFile], writes: 0 };
  const parts: OutboxParts = {
    read: async () => file.entries,
    async add(entries) {
      file.writes += 1;
      file.entries = [...file.entries, ...entries];
    },
    async remove(keys) {
      file.writes += 1;
      file.entries = file.entries.filter(({ requestKey }) => !keys.includes(requestKey));
    },
  };
  return { file, parts };
}
const keys = (entries: readonly OutboxEntry[]) => entries.map(({ requestKey }) => requestKey);

function given(inFile: readonly OutboxEntry[], inOutbox: readonly OutboxEntry[] = []) {
  const outbox = createOutbox(givenStorage(), 'hardware/wang');
  for (const each of inOutbox) outbox.put(each);
  const { file, parts } = givenFile(...inFile);
  return { outbox, file, carried: createCarriedOutbox(parts, outbox, 'orders.xlsx') };
}

describe('the outbox a workbook carries', () => {
  test('holds what waits for an answer, of this workbook only, and lets it go when it was answered', async () => {
    const { outbox, file, carried } = given([]);
    outbox.put(entry('a'));
    outbox.put(entry('b', 'other.xlsx'));
    await carried.keep();
    expect(keys(file.entries)).toEqual(['a']);
    outbox.remove('a');
    await carried.keep();
    expect(file.entries).toEqual([]);
  });

  test('isn’t written to when nothing differs', async () => {
    const { outbox, file, carried } = given([]);
    await carried.keep();
    outbox.put(entry('a'));
    await carried.keep();
    await carried.keep();
    expect(file.writes).toBe(1);
  });

  test('tells of what another computer left, not of what this one still holds', async () => {
    const { carried } = given([entry('a'), entry('b')], [entry('a')]);
    const told: unknown[] = [];
    carried.subscribe(() => told.push(keys(carried.left)));
    await carried.look();
    expect(told).toEqual([['b']]);
  });

  test('what was left stays in the file until it is sent', async () => {
    const { outbox, file, carried } = given([entry('b', 'renamed since.xlsx')]);
    await carried.look();
    await carried.keep();
    expect(keys(file.entries)).toEqual(['b']);
    carried.take();
    expect(outbox.entries()).toEqual([entry('b')]);
    expect(carried.left).toEqual([]);
    await carried.keep();
    expect(keys(file.entries)).toEqual(['b']);
    outbox.remove('b');
    await carried.keep();
    expect(file.entries).toEqual([]);
  });

  test('renamed, or written by a version that knew it by its name alone, it keeps what it held', async () => {
    const { outbox, file, carried } = given([entry('a', 'old name.xlsx')], [entry('a', 'old name.xlsx')]);
    await carried.look();
    await carried.keep();
    expect(keys(file.entries)).toEqual(['a']);
    outbox.remove('a');
    await carried.keep();
    expect(file.entries).toEqual([]);
  });

  test('forgets what was left, and only that', async () => {
    const { outbox, file, carried } = given([entry('a'), entry('b')], [entry('a')]);
    await carried.look();
    await carried.forget();
    expect(keys(file.entries)).toEqual(['a']);
    expect(keys(outbox.entries())).toEqual(['a']);
    expect(carried.left).toEqual([]);
  });
});
