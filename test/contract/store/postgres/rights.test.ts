import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  describeWithPostgres,
  type FreshDatabase,
  freshDatabase,
  inDatabase,
} from '../../../postgres/fresh-database.ts';
import { post } from '../sample-records.ts';
import { asStore, newRecords, type OpenedRecords } from './records-database.ts';

describeWithPostgres('who may do what with the tables', () => {
  let database: FreshDatabase;
  let records: OpenedRecords;
  beforeAll(async () => {
    database = await freshDatabase();
    records = await newRecords(database);
    await post(asStore(records), {}, 'wang:1');
  });
  afterAll(async () => {
    await records.close();
    await database.drop();
  });
  const run = (url: string, statement: string) =>
    inDatabase(url, async (client) => {
      await client.query(`SET search_path TO ${records.schema}`);
      await client.query(statement);
    });

  it.each([
    "UPDATE events SET event = '{}'",
    'UPDATE events SET position = 0 WHERE version = 2',
    'DELETE FROM events',
    'TRUNCATE events',
  ])('nobody changes an event, not even who owns the table: %s', async (statement) => {
    await expect(run(database.owner, statement)).rejects.toThrow('events are never changed');
    await expect(run(database.worker, statement)).rejects.toThrow('permission denied');
  });

  it.each([
    "UPDATE answers SET answer = '1'",
    'DELETE FROM answers',
    "UPDATE books SET book = '{}'",
    'DELETE FROM books',
    'DELETE FROM records',
    'DELETE FROM orders',
    'DELETE FROM series',
    'DELETE FROM migrations',
    "INSERT INTO migrations (number, name, sha256) VALUES (9999, 'x', 'y')",
    "SELECT setval('positions', 1)",
    'CREATE TABLE mine ()',
    'DROP TABLE events',
    'ALTER TABLE events DISABLE TRIGGER ALL',
  ])('who works with the tables may not: %s', async (statement) => {
    await expect(run(database.worker, statement)).rejects.toThrow(/permission denied|must be owner/);
  });
});
