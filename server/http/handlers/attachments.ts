import { readAttachment } from '../../app/attachments/read-attachment.ts';
import { storeFile } from '../../app/attachments/stored-file.ts';
import type { Handlers } from '../handler.ts';
import { problem } from '../problem.ts';

/** Files that come in, and go out again to whoever may see the order. */
export const attachmentHandlers: Pick<Handlers, 'sendFile' | 'attachment'> = {
  sendFile: async ({ caller, query, body }) => {
    const stored = await storeFile(caller, body, query.name);
    if (stored === null) throw problem(415, 'attachment.kind', { name: query.name });
    return stored;
  },
  attachment: async ({ caller, params }) => {
    const file = await readAttachment(caller, params.number, params.sha256);
    if (file === null) throw problem(404, 'attachment.not-found');
    return file;
  },
};
