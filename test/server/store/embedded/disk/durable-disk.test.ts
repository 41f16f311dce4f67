import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { DurableDisk } from '../../../../../server/store/embedded/disk/durable-disk.ts';
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
