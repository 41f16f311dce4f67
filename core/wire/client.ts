import type { z } from 'zod';
import type { Call, Calls } from './calls.ts';
import type { CallName, EndpointName, endpoints } from './endpoints.ts';
import { versionHeader } from './headers.ts';
import type { Problem } from './refusals.ts';

type Endpoints = typeof endpoints;
type Input<E> = (E extends { params: infer P extends z.ZodType } ? { params: z.input<P> } : { params?: undefined }) &
  (E extends { query: infer Q extends z.ZodType } ? { query?: z.input<Q> } : { query?: undefined }) &
  (E extends { body: infer B extends z.ZodType } ? { body: Unchanged<z.input<B>> } : { body?: undefined }) & {
    /** The attempt's Idempotency-Key, kept until it was answered. */
    requestKey?: string;
    /** The version that was looked at, where the endpoint asks for it or wants to know. */
    seenVersion?: number;
    /** Ends the call without an answer. */
    signal?: unknown;
  };
/** A body is only read: what core holds as readonly may be sent as it is. */
type Unchanged<T> = T extends string | Uint8Array
  ? T
  : T extends readonly (infer Element)[]
    ? readonly Unchanged<Element>[]
    : T extends object
      ? { readonly [Key in keyof T]: Unchanged<T[Key]> }
      : T;
export type Answer<Name extends EndpointName> = Endpoints[Name]['answer'] extends z.ZodType
  ? z.output<Endpoints[Name]['answer']>
  : Uint8Array;

/** The part of fetch this needs; core knows neither DOM nor Node. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string | Uint8Array<ArrayBuffer>; signal?: unknown },
) => Promise<{
  ok: boolean;
  status: number;
  headers: { get(name: string): string | null };
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
}>;

/** The server answered no; `problem` says why, in the user's language. */
export class ProblemAnswer extends Error {
  override name = 'ProblemAnswer';
  readonly status: number;
  readonly problem: Problem;
  constructor(status: number, body: Problem) {
    super(body.message);
    this.status = status;
    this.problem = body;
  }
}
/** No answer came: whether it was done is unknown; the same request key may be sent again. */
export class ServerAway extends Error {
  override name = 'ServerAway';
}

/** The server is of another version than this page, which can't read its answers: it was updated meanwhile. */
export class OtherVersion extends Error {
  override name = 'OtherVersion';
}

export interface Client {
  call<Name extends CallName>(name: Name, input: Input<Endpoints[Name]>): Promise<Answer<Name>>;
}

export interface ClientOptions {
  readonly fetch: Fetch;
  readonly baseUrl: string;
  readonly token: () => string | null;
  readonly locale: () => string;
  /** Ends a call that is not answered any more, given what it is and the call's own signal. */
  readonly patience?: (call: Call, signal: unknown) => unknown;
  /** Of the server that this client belongs to; answers of another one are not read. */
  readonly version?: string;
}

/**
 * Calls the API by the table of its calls. Takes answers as they are: for a page that the answering server brought itself. Who
 * may meet another server examines them (checked-client.ts).
 * @param read examines what an endpoint answered; throws when it is of another shape
 */
export function createClient(
  { calls, ...options }: ClientOptions & { readonly calls: Calls },
  read: (name: CallName, answer: unknown) => unknown = (_, answer) => answer,
): Client {
  return {
    async call(name, input) {
      const endpoint: Call = calls[name];
      const headers: Record<string, string> = { 'accept-language': options.locale() };
      const token = options.token();
      if (token) headers.authorization = `Bearer ${token}`;
      if (input.requestKey) headers['idempotency-key'] = input.requestKey;
      if (input.seenVersion !== undefined) headers['if-match'] = `"${input.seenVersion}"`;
      if (input.body !== undefined)
        headers['content-type'] = endpoint.takesFile ? 'application/octet-stream' : 'application/json';
      const signal = options.patience ? options.patience(endpoint, input.signal) : input.signal;
      const init = {
        method: endpoint.method,
        headers,
        ...(input.body === undefined ? {} : { body: bodyOf(endpoint, input.body) }),
        ...(signal === undefined ? {} : { signal }),
      };
      let response: Awaited<ReturnType<Fetch>>;
      try {
        response = await options.fetch(options.baseUrl + pathOf(endpoint, input), init);
      } catch (cause) {
        throw new ServerAway('the server did not answer', { cause });
      }
      if (options.version !== undefined) refuseOther(response.headers.get(versionHeader), options.version);
      if (!response.ok) throw new ProblemAnswer(response.status, await problemOf(response));
      if (endpoint.givesFile) return new Uint8Array(await wholeBody(() => response.arrayBuffer())) as never;
      return read(name, await wholeBody(() => response.json())) as never;
    },
  };
}

/** An answer that breaks off is none: what it would have said is asked for again. */
async function wholeBody<Body>(body: () => Promise<Body>): Promise<Body> {
  try {
    return await body();
  } catch (cause) {
    throw new ServerAway('the answer broke off', { cause });
  }
}

function refuseOther(answered: string | null, version: string): void {
  if (answered === null) throw new ServerAway('something else answered, between the server and this page');
  if (answered !== version) throw new OtherVersion(`the server is ${answered}, this page ${version}`);
}

const bodyOf = ({ takesFile }: Call, body: unknown): string | Uint8Array<ArrayBuffer> =>
  takesFile ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body);

async function problemOf(response: { status: number; json(): Promise<unknown> }): Promise<Problem> {
  const body = await response.json().catch(() => null);
  return isProblem(body) ? body : { code: 'answer.unreadable', message: `HTTP ${response.status}` };
}
/** Something between the server and us may answer in its own way. */
const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  typeof body.code === 'string' &&
  'message' in body &&
  typeof body.message === 'string';

function pathOf(endpoint: Call, input: { params?: unknown; query?: unknown }): string {
  const params = (input.params ?? {}) as Record<string, string>;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const query = Object.entries((input.query ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
}
