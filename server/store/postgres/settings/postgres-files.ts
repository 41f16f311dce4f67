import type { Files } from '../../../ports.ts';
import { sha256 } from '../../sha256.ts';
import { StoreFault } from '../../store-fault.ts';
import type { Database } from '../connection/database.ts';
import type { Session } from '../connection/session.ts';
import type { Runs } from '../load/fetch-records.ts';
import { settings } from './tables.ts';

/** Bytes of a piece: large enough for few round trips, small enough that none is felt. */
const chunkBytes = 512 * 1024;

/** Files named by their hash, in pieces. Never overwritten, unless what is there has rotted. */
export class PostgresFiles implements Files {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async put(bytes: Uint8Array): Promise<{ sha256: string }> {
    const hash = sha256(bytes);
    const present = await fileBytes(this.#database, hash);
    if (present !== null && sha256(present) === hash) return { sha256: hash };
    await this.#database.write((session) => keepFile(session, hash, { bytes, rotten: present !== null }));
    return { sha256: hash };
  }

  /** Throws StoreFault 'store.damaged' for bytes that aren't those of the hash. */
  async get(hash: string): Promise<Uint8Array | null> {
    // It may come from outside, and hold what PostgreSQL takes for no text.
    if (!/^[0-9a-f]{64}$/.test(hash)) return null;
    const bytes = await fileBytes(this.#database, hash);
    if (bytes !== null && sha256(bytes) !== hash)
      throw new StoreFault('store.damaged', `file ${hash} doesn't hold the bytes it is named after`, { sha256: hash });
    return bytes;
  }
}

/** Null when there is none. In one statement: its pieces are of one moment. */
export async function fileBytes(over: Runs, hash: string): Promise<Uint8Array | null> {
  const pieces = await over.all(
    settings
      .selectFrom('files')
      .leftJoin('file_chunks', 'file_chunks.sha256', 'files.sha256')
      .select('file_chunks.bytes')
      .where('files.sha256', '=', hash)
      .orderBy('file_chunks.nth'),
  );
  return pieces.length === 0 ? null : new Uint8Array(Buffer.concat(pieces.map(({ bytes }) => bytes ?? Buffer.of())));
}

/** Puts bytes under their hash. `rotten`: what is there isn't them. */
export async function keepFile(
  session: Session,
  hash: string,
  { bytes, rotten }: { readonly bytes: Uint8Array; readonly rotten: boolean },
): Promise<void> {
  // Of two who bring the same file one waits here, and finds it then.
  const added = await session.all(
    settings
      .insertInto('files')
      .values({ sha256: hash, size: bytes.length })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .returning('sha256'),
  );
  if (added.length === 0 && !rotten) return;
  await session.all(settings.deleteFrom('file_chunks').where('sha256', '=', hash));
  await insertChunks(session, hash, bytes);
}

async function insertChunks(session: Session, hash: string, bytes: Uint8Array): Promise<void> {
  for (let nth = 0; nth * chunkBytes < bytes.length; nth += 1) {
    const piece = Buffer.from(bytes.subarray(nth * chunkBytes, (nth + 1) * chunkBytes));
    await session.all(settings.insertInto('file_chunks').values({ sha256: hash, nth, bytes: piece }));
  }
}
