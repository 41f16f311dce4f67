import type { FastifyInstance, FastifyReply, RouteOptions } from 'fastify';
import { mostAttachmentBytes } from '../../core/attachment/attachment.ts';
import type { AttachedFile } from '../app/attachments/read-attachment.ts';
import { answerError } from './fault.ts';
import { problem } from './problem.ts';

/** A route that takes a file's bytes; only there is anything but JSON read. */
export function registerUpload(app: FastifyInstance, route: RouteOptions): void {
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, bytes, parsed) =>
      parsed(null, bytes),
    );
    scope.setErrorHandler((error, request, reply) => {
      const { statusCode } = error as { statusCode?: number };
      const isTooLarge = statusCode === 413;
      return answerError(isTooLarge ? tooLarge() : (error as Error), request, reply);
    });
    scope.route(route);
    done();
  });
}

const tooLarge = () => problem(413, 'attachment.too-large', { most: mostAttachmentBytes / 1024 / 1024 });

/**
 * A file from outside is saved, never shown as a page of ours: with its own type and no guessing, as a download, and without
 * any right to run or load something, should a browser show it nevertheless.
 */
export function sendAttachment(reply: FastifyReply, { name, mediaType, bytes }: AttachedFile): FastifyReply {
  return reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${plain(name)}"; filename*=UTF-8''${encoded(name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(bytes));
}

/** For what can't read the encoded name. */
const plain = (name: string): string => name.replace(/[^\w. ()+-]/g, '_');
/** RFC 8187. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
