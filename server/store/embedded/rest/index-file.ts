import { endianness } from 'node:os';
import { sha256 } from '../../sha256.ts';
import { type Columns, type GroupFacts, GroupIndex } from './group-index.ts';

/** Changes with the columns, and with what the rows say: an index in another form is made anew. */
const form = `countersign-rest-1 ${endianness()}`;

/** Which saving of which index a file is of. */
export interface Saving {
  readonly epoch: string;
  readonly generation: number;
}
interface Head extends Saving, GroupFacts {
  readonly form: string;
  readonly lengths: Readonly<Record<keyof Columns, number>>;
}

const makers = {
  ids: Uint8Array,
  ends: Uint32Array,
  kindCodes: Uint8Array,
  versions: Uint32Array,
  positions: Float64Array,
  statusCodes: Uint8Array,
  leftAt: Float64Array,
  terms: Float64Array,
} as const;
const columnNames = Object.keys(makers) as readonly (keyof Columns)[];
const hashLength = 64;
const lineEnd = 10;

/** The bytes of an index on disk: SHA-256 of all that follows, a line; what it is, as JSON, a line; the columns. */
export function sealIndex({ columns, facts }: GroupIndex, saving: Saving): Uint8Array {
  const lengths = Object.fromEntries(columnNames.map((name) => [name, columns[name].byteLength]));
  const head: Head = { form, ...saving, ...facts, lengths: lengths as Head['lengths'] };
  const parts = columnNames.map((name) => bytesOf(columns[name]));
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...parts]);
  return Buffer.concat([Buffer.from(`${sha256(body)}\n`), body]);
}

/** Null for bytes that can't be trusted or are of another form: what they said stands in the documents. */
export function unsealIndex(file: Uint8Array): { readonly index: GroupIndex; readonly saving: Saving } | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const body = bytes.subarray(hashLength + 1);
  if (bytes[hashLength] !== lineEnd || sha256(body) !== bytes.toString('latin1', 0, hashLength)) return null;
  const headEnd = body.indexOf(lineEnd);
  const head = JSON.parse(body.toString('utf8', 0, headEnd)) as Head;
  if (head.form !== form) return null;
  const { lengths, kinds, statuses, position, counters, epoch, generation } = head;
  let at = headEnd + 1;
  const columns = Object.fromEntries(
    columnNames.map((name) => {
      const part = body.subarray(at, at + lengths[name]);
      at += lengths[name];
      // A copy: typed arrays want their bytes at places they can count by, and the file's own may go.
      const own = new Uint8Array(part);
      return [name, new makers[name](own.buffer)];
    }),
  ) as unknown as Columns;
  return { index: new GroupIndex(columns, { kinds, statuses, position, counters }), saving: { epoch, generation } };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Columns[keyof Columns]): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
