import { DatabaseError } from 'pg';
import type { Trouble } from '../../../ports.ts';
import { StoreFault, type StoreFaultCode } from '../../store-fault.ts';

/** Decided again it may well be kept: another was in the way. */
export const isPassing = (error: unknown): boolean =>
  error instanceof StoreFault && (error.details.sqlstate === '40001' || error.details.sqlstate === '40P01');

/** The connection is of no use any more, or there was none; or it leads to a database that only lets itself be read. */
export const isUseless = (error: unknown): boolean => {
  const trouble = troubleOf(error);
  return trouble === 'database-away' || trouble === 'database-read-only';
};

/** Whether nothing more can be said over the connection, not even ROLLBACK. */
export const isAway = (error: unknown): boolean => troubleOf(error) === 'database-away';

/** Why nothing can be kept by now; null where a failure says nothing of the kind. */
export function troubleOf(error: unknown): Trouble['code'] | null {
  const fault = storeFault(error);
  if (!(fault instanceof StoreFault)) return null;
  if (fault.code === 'store.database-away') return 'database-away';
  return fault.code === 'store.write-failed' ? (fault.details.because as Trouble['code']) : null;
}

/** pg says these in words only. */
const lost =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|Query read timeout|not queryable|server does not support SSL/i;
const lostCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ECONNABORTED',
]);

function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { readonly code?: string };
  if (code !== undefined && lostCodes.has(code)) return true;
  if (error instanceof AggregateError) return error.errors.every(isLost);
  return lost.test(error.message);
}

type DatabaseTrouble = Extract<Trouble['code'], `database-${string}`>;
type Meaning = readonly [StoreFaultCode, because?: DatabaseTrouble];

/** What PostgreSQL's codes mean to who keeps records; the first that begins like it counts. */
const meanings: readonly (readonly [beginning: string, ...Meaning])[] = [
  ['08', 'store.database-away'],
  ['57P0', 'store.database-away'],
  ['53300', 'store.database-away'],
  ['25P03', 'store.database-away'],
  ['40', 'store.contended'],
  ['55P03', 'store.contended'],
  ['57014', 'store.contended'],
  ['28', 'store.database-refused'],
  ['3D', 'store.database-refused'],
  ['42501', 'store.database-refused'],
  ['53100', 'store.write-failed', 'database-full'],
  // A standby, or one that became one.
  ['25006', 'store.write-failed', 'database-read-only'],
  // Short of memory; its files can't be read or written.
  ['53', 'store.write-failed', 'database-failing'],
  ['58', 'store.write-failed', 'database-failing'],
];
function meaningOf(code: string, constraint: string | undefined): Meaning {
  if (constraint === 'sources_not_oversold') return ['store.oversold'];
  const [, ...meaning] = meanings.find(([beginning]) => code.startsWith(beginning)) ?? [code, 'store.unexpected'];
  return meaning;
}

/** What the database or the way to it refused, as a fault of the store; anything else stays what it is. */
export function storeFault(error: unknown): unknown {
  if (error instanceof StoreFault) return error;
  if (error instanceof DatabaseError) {
    const { code = '', constraint, table } = error;
    const [meaning, because] = meaningOf(code, constraint);
    // Its detail may quote what users wrote: not for the log.
    const details = {
      sqlstate: code,
      ...(because && { because }),
      ...(table && { table }),
      ...(constraint && { constraint }),
    };
    return new StoreFault(meaning, `the database refused: ${error.message}`, details, error);
  }
  return isLost(error) ? away(error) : error;
}

/** What kept a connection from being made: whatever the database didn't say itself, it couldn't be reached. */
export const connectingFault = (error: unknown): unknown => {
  const fault = storeFault(error);
  return fault instanceof StoreFault ? fault : away(error);
};

function away(error: unknown): StoreFault {
  const { message, code } = error as Error & { readonly code?: string };
  return new StoreFault('store.database-away', `the database is away: ${message}`, { errno: code ?? null }, error);
}
