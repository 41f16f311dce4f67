import type { z } from 'zod';
import type { Locale } from '../../core/policy/locale.ts';
import type { Answer } from '../../core/wire/client.ts';
import type { EndpointName, endpoints } from '../../core/wire/endpoints.ts';
import type { AttachedFile } from '../app/attachments/read-attachment.ts';
import type { Caller } from '../app/company.ts';
import type { EventStream } from './event-stream.ts';

type Endpoints = typeof endpoints;
type Parsed<E, Part extends string> = E extends { readonly [P in Part]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

/** What a handler is given: everything parsed and judged by the endpoint's entry in the table. */
export interface Asked<Name extends EndpointName> {
  readonly params: Parsed<Endpoints[Name], 'params'>;
  readonly query: Parsed<Endpoints[Name], 'query'>;
  readonly body: Parsed<Endpoints[Name], 'body'>;
  readonly caller: Endpoints[Name]['needs'] extends 'anyone' ? null : Caller;
  readonly locale: Locale;
  /** The Idempotency-Key, where the table asks for one. */
  readonly requestKey: Endpoints[Name] extends { once: true } ? string : undefined;
  /** From If-Match; undefined when the sender doesn't care, where the table lets him. */
  readonly expectedVersion: Endpoints[Name] extends { versioned: true } ? number : number | undefined;
}

/** One per endpoint of the table; leaving one out doesn't compile. */
export type Handlers = { readonly [Name in EndpointName]: Handler<Name> };
export type Handler<Name extends EndpointName> = (asked: Asked<Name>) => Promise<Given<Name>>;
type Given<Name extends EndpointName> = Endpoints[Name]['answer'] extends 'attachment'
  ? AttachedFile
  : Endpoints[Name]['answer'] extends 'text/event-stream'
    ? EventStream
    : Frozen<Answer<Name>>;

/** Records are read-only; the wire's types are what a client may do with its own copy. */
type Frozen<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined | Uint8Array
    ? T
    : T extends readonly (infer Entry)[]
      ? readonly Frozen<Entry>[]
      : { readonly [Key in keyof T]: Frozen<T[Key]> };
