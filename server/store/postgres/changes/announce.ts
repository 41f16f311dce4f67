import { sql } from 'kysely';
import { z } from 'zod';
import { bookKinds } from '../../../../core/check/knowledge.ts';
import { allRecordKinds } from '../../../../core/record/registry.ts';
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

const told: z.ZodType<unknown> = z.union([
  z.object({ missed: z.literal(true) }),
  z.object({
    position: z.int(),
    records: z.array(z.object({ kind: z.enum(allRecordKinds), number: z.string() })),
    orders: z.array(z.string()),
    books: z.array(z.enum(bookKinds)),
  }),
]);

/**
 * What was told. Whoever may connect to the database may say something on the channel, and a newer program may say more than
 * this one knows: what can't be understood means "look at everything again".
 */
export function changeIn(payload: string): Change {
  try {
    return told.parse(JSON.parse(payload)) as Change;
  } catch {
    return { missed: true };
  }
}
