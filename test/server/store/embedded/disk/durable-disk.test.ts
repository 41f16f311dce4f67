import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { DurableDisk, previousOf } from '../../../../../server/store/embedded/disk/durable-disk.ts';
import { diskError, MemoryDisk } from '../../../../contract/store/embedded/memory-disk.ts';

test('tells of a failed write when none of its operations is under way any more', async () => {
  const fs = new MemoryDisk('/data');
  let underWay = 0;
  fs.beforeEach = async (operation, path) => {
    if (operation !== 'sync') return;
    if (path.includes('first')) throw diskError('EIO');
    underWay += 1;
    await setTimeout(20);
    underWay -= 1;
  };
  const disk = new DurableDisk(fs, '/data');
  const files = ['first.json', 'second.json'].map((path) => ({ path, bytes: Buffer.from('{}'), keepPrevious: false }));
  await expect(disk.write(files)).rejects.toThrow('EIO');
  // A write that went on would meet what the next commit does to the same files.
  expect(underWay).toBe(0);
});

test('keeps the generation before beside the new one', async () => {
  const fs = new MemoryDisk('/data');
  const disk = new DurableDisk(fs, '/data');
  const write = (text: string) => disk.write([{ path: 'a.json', bytes: Buffer.from(text), keepPrevious: true }]);
  await write('one');
  await write('two');
  await write('three');
  const texts = await Promise.all([disk.read('a.json'), disk.read(previousOf('a.json'))]);
  expect(texts.map((bytes) => bytes && Buffer.from(bytes).toString())).toEqual(['three', 'two']);
});

test('makes no folder where the data are somebody else’s by now', async () => {
  const fs = new MemoryDisk('/data');
  const done: string[] = [];
  fs.afterEach = (operation) => done.push(operation);
  const disk = new DurableDisk(fs, '/data', () => Promise.reject(new Error('taken over')));
  const file = { path: 'orders/2026-11/a.json', bytes: Buffer.from('{}'), keepPrevious: false };
  await expect(disk.write([file])).rejects.toThrow('taken over');
  expect(done.filter((operation) => operation !== 'remove')).toEqual([]);
});
