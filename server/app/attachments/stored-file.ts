import type { Attachment, MediaType } from '../../../core/attachment/attachment.ts';
import { cleanName } from '../../../core/attachment/clean-name.ts';
import type { Refusal } from '../../../core/order/refusal.ts';
import { no, ok, type Result } from '../../../core/value/result.ts';
import type { OrderCommandRequest, SentFile } from '../../../core/wire/commands.ts';
import type { Caller } from '../company.ts';
import { mediaTypeOf } from './media-type.ts';

/** A file as it was just stored: everything is known of it. */
export type StoredFile = Required<Attachment>;

/**
 * Stores a file that a command will name afterwards; one that never is named does no harm. Null for a kind of file that
 * isn't taken in. On disk when it resolves.
 */
export async function storeFile({ company }: Caller, bytes: Uint8Array, name: string): Promise<StoredFile | null> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) return null;
  const { sha256 } = await company.store.files.put(bytes);
  return stored(sha256, name, bytes, mediaType);
}

/**
 * The file that a command names, with what it is. Looked up before the decision: a stored file is never removed. Throws the
 * store's fault when its bytes are no longer those of its hash.
 */
export async function namedFile({ company }: Caller, { sha256, name }: SentFile): Promise<Result<StoredFile, Refusal>> {
  const bytes = await company.store.files.get(sha256);
  const mediaType = bytes && mediaTypeOf(bytes);
  return bytes && mediaType
    ? ok(stored(sha256, name, bytes, mediaType))
    : no({ code: 'attachment.not-stored', data: { name } });
}

/** The request with what is known of the file it names, if it names one. */
export async function withNamedFile(
  caller: Caller,
  request: OrderCommandRequest,
): Promise<Result<OrderCommandRequest, Refusal>> {
  if (request.type === 'attach-paper') {
    const file = await namedFile(caller, request.file);
    return file.ok ? ok({ ...request, file: file.value }) : file;
  }
  if (request.type === 'record-countersign' && request.copy !== undefined) {
    const copy = await namedFile(caller, request.copy);
    return copy.ok ? ok({ ...request, copy: copy.value }) : copy;
  }
  return ok(request);
}

const stored = (sha256: string, name: string, bytes: Uint8Array, mediaType: MediaType): StoredFile => ({
  sha256,
  name: cleanName(name, mediaType),
  size: bytes.length,
  mediaType,
});
