import { createHash } from 'node:crypto';
import type { Attachment, MediaType } from '../../../core/attachment/attachment.ts';
import { cleanName } from '../../../core/attachment/clean-name.ts';
import type { Refusal } from '../../../core/order/refusal.ts';
import { no, ok, type Result } from '../../../core/value/result.ts';
import type { OrderCommandRequest, SentFile } from '../../../core/wire/commands.ts';
import type { Caller } from '../company.ts';
import { mediaTypeOf } from './media-type.ts';

/** A file as it was just stored: everything is known of it. */
export type StoredFile = Required<Attachment>;

/** Why a file isn't taken in: what it is, or how much its sender has sent already that belongs to nothing. */
export type NotTakenIn = { readonly code: 'kind' } | { readonly code: 'too-much'; readonly waitSeconds: number };

/**
 * Stores a file that a command will name afterwards; one that never is named does no harm but take room, so there is a limit to
 * those. On disk when it resolves.
 */
export async function storeFile(
  { company, user }: Caller,
  bytes: Uint8Array,
  name: string,
): Promise<Result<StoredFile, NotTakenIn>> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) return no({ code: 'kind' });
  const hash = createHash('sha256').update(bytes).digest('hex');
  const waitMs = await company.uploads.begin(user.id, { sha256: hash, bytes: bytes.length });
  if (waitMs > 0) return no({ code: 'too-much', waitSeconds: Math.ceil(waitMs / 1000) });
  const { sha256 } = await company.store.files.put(bytes);
  return ok(stored(sha256, name, bytes, mediaType));
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

/** What it names belongs to an order from now on, and its sender may send as much again. */
export async function fileWasNamed({ company }: Caller, file: SentFile | undefined): Promise<void> {
  if (file !== undefined) await company.uploads.named(file.sha256);
}

/** The file that a command names, if it names one. */
export function fileNamedBy(request: OrderCommandRequest): SentFile | undefined {
  if (request.type === 'attach-paper') return request.file;
  return request.type === 'record-countersign' ? request.copy : undefined;
}

const stored = (sha256: string, name: string, bytes: Uint8Array, mediaType: MediaType): StoredFile => ({
  sha256,
  name: cleanName(name, mediaType),
  size: bytes.length,
  mediaType,
});
