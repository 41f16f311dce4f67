import type { Call } from '../../core/wire/calls.ts';

/** A server that is asked for data has answered by then, or won't: a connection may hang without ever breaking off. */
const dataMs = 120_000;
/** Books and files on their way over a slow line, and a month of letters being printed. */
const filesMs = 600_000;

/** How long a call is waited for; after that the server counts as away. */
export function patienceWith(
  { takesFile, givesFile }: Pick<Call, 'takesFile' | 'givesFile'>,
  signal: unknown,
): AbortSignal {
  const patience = AbortSignal.timeout(takesFile || givesFile ? filesMs : dataMs);
  return signal instanceof AbortSignal ? AbortSignal.any([signal, patience]) : patience;
}
