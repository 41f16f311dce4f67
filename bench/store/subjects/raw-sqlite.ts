import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ordersToPost, series } from './orders-to-post.ts';
import type { Subject } from './subject.ts';

/**
 * Node's own SQLite, as durable as it can be: write-ahead log, synced at every commit. An order is one row of JSON and its
 * request key another, in one transaction; nothing is checked, chained or found again.
 */
export async function rawSqlite(stored: number): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-sqlite-'));
  const database = new DatabaseSync(join(folder, 'orders.db'));
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE orders (number TEXT PRIMARY KEY, body TEXT NOT NULL);
    CREATE TABLE requests (key TEXT PRIMARY KEY, answer TEXT NOT NULL);
  `);
  const keepOrder = database.prepare('INSERT INTO orders VALUES (?, ?)');
  const keepRequest = database.prepare('INSERT INTO requests VALUES (?, ?)');
  const orders = ordersToPost(stored);
  let count = 0;
  const insert = (): void => {
    const { requestKey, events } = orders.next().value;
    count += 1;
    const number = `${series}-${String(count).padStart(5, '0')}`;
    keepOrder.run(number, JSON.stringify({ kind: 'order', id: number, version: 2, events: events(number) }));
    keepRequest.run(requestKey, JSON.stringify(number));
  };
  database.exec('BEGIN');
  while (count < stored) insert();
  database.exec('COMMIT');
  return {
    async post() {
      database.exec('BEGIN IMMEDIATE');
      insert();
      database.exec('COMMIT');
    },
    async close() {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
