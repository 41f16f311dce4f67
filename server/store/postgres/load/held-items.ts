import { type CompiledQuery, sql } from 'kysely';
import { build } from '../connection/queries.ts';
import { textOf } from '../key-text.ts';
import type { Runs } from './fetch-records.ts';

/** Codes of the items orders take some of from the stock book. */
export async function heldItems(over: Runs, countedAt: string | null): Promise<readonly string[]> {
  return (await over.all(itemsTaken(countedAt))).map(({ item }) => textOf(item));
}

const itemsTaken = (countedAt: string | null): CompiledQuery<{ item: string }> =>
  sql<{ item: string }>`
    SELECT item FROM demand WHERE held
    UNION SELECT item FROM demand WHERE left_at > ${countedAt}`.compile(build);
