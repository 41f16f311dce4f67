import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { z } from 'zod';
import { mostAttachmentBytes } from '../../core/attachment/attachment.ts';
import { batch } from '../../core/wire/batch.ts';
import { type Endpoint, type EndpointName, endpoints } from '../../core/wire/endpoints.ts';
import { commitPositionHeader } from '../../core/wire/headers.ts';
import { liveEvent } from '../../core/wire/live.ts';
import { problem as problemShape } from '../../core/wire/views.ts';
import type { AttachedFile } from '../app/attachments/read-attachment.ts';
import type { Doorkeeper } from '../app/sign-in.ts';
import { registerUpload, sendAttachment } from './attached-files.ts';
import { admit } from './caller.ts';
import type { EventStream } from './event-stream.ts';
import type { Handlers } from './handler.ts';
import { localeFor } from './language.ts';
import { expectedVersionOf, headersOf, requestKeyOf } from './request-headers.ts';

/** Registers every endpoint of the table with its handler; the table says what is asked of the sender. */
export function registerEndpoints(app: FastifyInstance, handlers: Handlers, doorkeeper: Doorkeeper): void {
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const endpoint: Endpoint = endpoints[name];
    // The table's types can't follow a loop over its names; each handler was checked against its own entry.
    const handle = handlers[name] as (asked: unknown) => Promise<unknown>;
    const route: RouteOptions = {
      method: endpoint.method,
      url: endpoint.path,
      schema: schemaOf(name, endpoint),
      bodyLimit: bodyLimitOf(name, endpoint),
      onRequest: admit(doorkeeper, endpoint),
      handler: async (request, reply) => send(reply, endpoint, await handle(asked(request))),
    };
    if (endpoint.takesFile) registerUpload(app, route);
    else app.route(route);
  }
}

const usualBody = 256 * 1024;
/** Whatever is asked of them, a batch holds up to a thousand orders. */
const batchBody = 16 * 1024 * 1024;
/** Bytes; a book holds up to 200,000 items. */
const bodyLimits: { readonly [Name in EndpointName]?: number } = {
  // A thousand questions of two names each, in Chinese.
  lookups: 2 * 1024 * 1024,
  publish: 96 * 1024 * 1024,
  sendFile: mostAttachmentBytes,
};

const bodyLimitOf = (name: EndpointName, { body }: Endpoint): number =>
  bodyLimits[name] ?? (body === batch ? batchBody : usualBody);

function asked(request: FastifyRequest): unknown {
  const { params, query, body, caller } = request;
  return {
    params,
    query,
    body,
    caller,
    locale: localeFor(request),
    requestKey: requestKeyOf(request),
    expectedVersion: expectedVersionOf(request),
  };
}

function send(reply: FastifyReply, { answer, path, method }: Endpoint, content: unknown): unknown {
  reply.header('cache-control', 'no-store');
  if (answer === 'attachment') return sendAttachment(reply, content as AttachedFile);
  if (answer === 'text/event-stream') return sendEvents(reply, content as EventStream);
  if (typeof answer !== 'string') return content;
  reply.type(answer);
  if (method === 'GET') reply.header('content-disposition', `inline; filename="${fileName(reply.request.url, path)}"`);
  return reply.send(Buffer.from(content as Uint8Array));
}

/** The connection ends with the stream: kept open for another request it would hold up the end of the server. */
const sendEvents = (reply: FastifyReply, events: EventStream): FastifyReply =>
  reply.type('text/event-stream; charset=utf-8').header('connection', 'close').send(events);

/** The last part of the address, "SO-202611-00042-L1.pdf": the parameters' schemas let nothing else through. */
const fileName = (url: string, path: string): string =>
  (url.split('?')[0] ?? path)
    .split('/')
    .at(-1)
    ?.replace(/[^\w.-]/g, '_') ?? 'file';

/** Of answers to what changes something: the OpenAPI page takes it from the schema's own description. */
const decidedHeaders = {
  headers: {
    [commitPositionHeader]: {
      type: 'integer',
      description:
        'Where the decision stands among all decisions of the company, of several the last; absent where nothing was decided',
    },
  },
};

function schemaOf(name: string, endpoint: Endpoint) {
  const { path, summary, params, query, body, takesFile, answer, needs, once } = endpoint;
  const headers = headersOf(endpoint);
  const file = {
    description: 'The file',
    content: {
      [answer === 'attachment' ? 'application/octet-stream' : String(answer)]: {
        // Of a stream: what the data of each of its events holds.
        schema: answer === 'text/event-stream' ? liveEvent : z.string().meta({ format: 'binary' }),
      },
    },
  };
  return {
    operationId: name,
    summary,
    tags: [path.split('/')[2] ?? name],
    ...(needs === 'anyone' ? {} : { security: [{ token: [] }] }),
    ...(headers ? { headers } : {}),
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body ? { body } : {}),
    ...(takesFile ? { consumes: ['application/octet-stream'] } : {}),
    response: {
      200: typeof answer === 'string' ? file : described(answer, 'The answer', once),
      '4xx': described(problemShape, 'Not done; `message` says why in the language asked for', once),
      500: problemShape.describe('A fault, logged under the id in the message'),
    },
  };
}

const described = (schema: z.ZodType, description: string, once: true | undefined): z.ZodType =>
  schema.meta({ description, ...(once && decidedHeaders) });
