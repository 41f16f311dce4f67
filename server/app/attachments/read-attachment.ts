import { attachmentsOf, type FiledAttachment } from '../../../core/attachment/attachments-of.ts';
import { parseOrderNumber } from '../../../core/order/number.ts';
import type { OrderWithRecords } from '../../ports.ts';
import type { Caller } from '../company.ts';

/** A file's bytes with what they are called. */
export interface AttachedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What lies beside an order, as the screens show it. */
export const attachmentViewsOf = (order: OrderWithRecords) =>
  attachmentsIn(order).map(({ kind, file, filed, note, shipment }) => ({
    kind,
    ...file,
    filedAt: filed.at,
    filedBy: filed.by.name,
    ...(note !== undefined && { note }),
    ...(shipment !== undefined && { shipment }),
  }));

/** Of a destroyed order only what its files were called is left: their bytes are given to nobody any more. */
export function attachmentsIn({ order: { state }, records }: OrderWithRecords): readonly FiledAttachment[] {
  const filed = attachmentsOf(
    state,
    records.shipment.map((shipment) => shipment.state),
  );
  if (state.status !== 'destroyed') return filed;
  return filed.map((each) => ({ ...each, file: { sha256: each.file.sha256, name: each.file.name } }));
}

/** A file of the order's own; null for any other, whatever is stored under the hash. Throws when its bytes are gone. */
export async function readAttachment(caller: Caller, order: string, sha256: string): Promise<AttachedFile | null> {
  const { store } = caller.company;
  const number = parseOrderNumber(order);
  const found = number === null ? null : await store.read.order(number);
  const filed = found && attachmentsIn(found).find(({ file }) => file.sha256 === sha256);
  // A copy noted before files were kept has a hash only, and so has a file of a destroyed order.
  if (!filed || filed.file.mediaType === undefined) return null;
  const { name, mediaType } = filed.file;
  return { name, mediaType, bytes: await attachedBytes(caller, filed) };
}

/** The bytes of a file that something points at: without them its order's papers aren't whole. */
export async function attachedBytes({ company }: Caller, { file }: FiledAttachment): Promise<Uint8Array> {
  const bytes = await company.store.files.get(file.sha256);
  if (bytes === null) throw new Error(`the attached file ${file.name} (${file.sha256}) is gone`);
  return bytes;
}
