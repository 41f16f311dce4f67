import { readAttachment } from '../../app/attachments/read-attachment.ts';
import { type NotTakenIn, storeFile } from '../../app/attachments/stored-file.ts';
import type { Handlers } from '../handler.ts';
import { ProblemReply, problem } from '../problem.ts';

/** Files that come in, and go out again to whoever may see the order. */
export const attachmentHandlers: Pick<Handlers, 'sendFile' | 'attachment'> = {
  sendFile: async ({ caller, query, body }) => {
    const stored = await storeFile(caller, body, query.name);
    if (stored.ok) return stored.value;
    throw notTakenIn(query.name, stored.reason);
  },
  attachment: async ({ caller, params }) => {
    const file = await readAttachment(caller, params.number, params.sha256);
    if (file === null) throw problem(404, 'attachment.not-found');
    return file;
  },
};

function notTakenIn(name: string, why: NotTakenIn): ProblemReply {
  if (why.code === 'kind') return problem(415, 'attachment.kind', { name });
  const { waitSeconds } = why;
  const data = { name, hours: Math.ceil(waitSeconds / 3600) };
  return new ProblemReply(429, { code: 'attachment.too-much', data, retryAfterSeconds: waitSeconds });
}
