import type { CallName, Endpoint, EndpointName } from './endpoints.ts';

/** How an endpoint is called: all a client has to know that doesn't examine the answers. */
export interface Call {
  readonly method: Endpoint['method'];
  readonly path: string;
  /** The body is a file's bytes, not JSON. */
  readonly takesFile?: true;
  /** The answer is a file's bytes, not JSON. */
  readonly givesFile?: true;
}
export type Calls = Readonly<Record<CallName | 'live', Call>>;

/** Of the table of endpoints what it takes to call them. */
export const callsOf = (endpoints: Readonly<Record<EndpointName, Endpoint>>): Calls =>
  Object.fromEntries(
    Object.entries(endpoints).map(([name, { method, path, takesFile, answer }]) => [
      name,
      { method, path, ...(takesFile && { takesFile }), ...(typeof answer === 'string' && { givesFile: true }) },
    ]),
  ) as Calls;
