import { sql } from 'kysely';
import type { Append, Change, Position } from '../../../ports.ts';
import { changeOf } from '../../change-of.ts';
import { build } from '../connection/queries.ts';
import type { Session } from '../connection/session.ts';
import type { RecordsFound } from '../load/records-found.ts';

/** PostgreSQL carries less than 8000 bytes. */
const longest = 7900;

export const channelOf = (schema: string): string => `countersign_${schema}`;

/** Tells every server on this company what the transaction touches, once it is kept. */
export async function announce(
  session: Session,
  schema: string,
  position: Position,
  appended: readonly Append[],
  found: RecordsFound,
): Promise<void> {
  const change = changeOf(position, appended, (kind, number) => found.get(kind, number)?.state);
  await session.all(sql`SELECT pg_notify(${channelOf(schema)}, ${payloadOf(change)})`.compile(build));
}

/** What would be too long is told as "look at everything again". */
function payloadOf(change: Change): string {
  const text = JSON.stringify(change);
  return Buffer.byteLength(text) <= longest ? text : JSON.stringify({ missed: true } satisfies Change);
}

export const changeIn = (payload: string): Change => JSON.parse(payload) as Change;
