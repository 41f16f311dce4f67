import { z } from 'zod';
import { mediaTypes } from '../attachment/attachment.ts';
import { attachmentKinds } from '../attachment/attachments-of.ts';
import { instant, sha256, shortText } from './values.ts';

/** Files that come in, as they cross HTTP. */
const file = {
  sha256: z.string(),
  name: z.string(),
  /** Bytes; absent, like the type, of copies noted before files were kept: those can't be downloaded. */
  size: z.int().exactOptional(),
  mediaType: z.enum(mediaTypes).exactOptional(),
};
export const attachmentView = z.object({
  ...file,
  kind: z.enum(attachmentKinds),
  filedAt: instant,
  filedBy: z.string(),
  note: z.string().exactOptional(),
  /** Whose receipt it is. */
  shipment: z.string().exactOptional(),
});

/** The bytes of a file, as they are. */
export const fileBytes = z
  .custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array, 'bytes')
  .meta({ type: 'string', format: 'binary' });

export const attachmentEndpoints = {
  sendFile: {
    method: 'POST',
    path: '/api/attachments',
    summary:
      'Store a file, to be named by a command afterwards: PDF, JPEG, PNG, WebP, TIFF, .xlsx or .docx, 20 MB at most',
    needs: 'papers.attach',
    query: z.object({ name: shortText }),
    takesFile: true,
    body: fileBytes,
    answer: z.object(file).required(),
  },
  attachment: {
    method: 'GET',
    path: '/api/orders/:number/attachments/:sha256',
    summary: 'A file that belongs to the order',
    needs: 'attachments.read',
    params: z.object({ number: shortText, sha256 }),
    answer: 'attachment',
  },
} as const;
