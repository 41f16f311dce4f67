import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { ordersInOneFile } from './one-file.ts';
import { ordersToPost } from './orders-to-post.ts';
import type { Subject } from './subject.ts';

/** lowdb as its own page shows it: all orders in one file, written anew with each one. It never syncs. */
export async function lowdbFile(stored: number): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-lowdb-'));
  const low = new Low(new JSONFile<{ orders: object[] }>(join(folder, 'db.json')), ordersInOneFile(stored));
  await low.write();
  const orders = ordersToPost(stored);
  return {
    async post() {
      const { requestKey, events } = orders.next().value;
      low.data.orders.push({ id: requestKey, events: events(requestKey) });
      await low.write();
    },
    async close() {
      rmSync(folder, { recursive: true });
    },
  };
}
