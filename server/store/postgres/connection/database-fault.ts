import { DatabaseError } from 'pg';
import { StoreFault, type StoreFaultCode } from '../../store-fault.ts';

/** Decided again it may well be kept: another was in the way. */
export const isPassing = (error: unknown): boolean =>
  error instanceof StoreFault && (error.details.sqlstate === '40001' || error.details.sqlstate === '40P01');

/** The connection is of no use any more, or there was none. */
export const isAway = (error: unknown): boolean =>
  error instanceof DatabaseError ? meaningOf(error.code ?? '') === 'store.database-away' : isLost(error);

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
]);

function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { readonly code?: string };
  if (code !== undefined && lostCodes.has(code)) return true;
  if (error instanceof AggregateError) return error.errors.every(isLost);
  return lost.test(error.message);
}

/** What PostgreSQL's codes mean to who keeps records; the first that begins like it counts. */
const meanings: readonly (readonly [beginning: string, StoreFaultCode])[] = [
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
];
const meaningOf = (code: string): StoreFaultCode =>
  meanings.find(([beginning]) => code.startsWith(beginning))?.[1] ?? 'store.write-failed';

/** What the database or the way to it refused, as a fault of the store; anything else stays what it is. */
export function storeFault(error: unknown): unknown {
  if (error instanceof DatabaseError) {
    const { code = '', constraint, table } = error;
    // Its detail may quote what users wrote: not for the log.
    const details = { sqlstate: code, ...(table && { table }), ...(constraint && { constraint }) };
    const meaning = constraint === 'sources_not_oversold' ? 'store.oversold' : meaningOf(code);
    return new StoreFault(meaning, `the database refused: ${error.message}`, details, error);
  }
  if (!isLost(error)) return error;
  const { message, code } = error as Error & { readonly code?: string };
  return new StoreFault('store.database-away', `the database is away: ${message}`, { errno: code ?? null }, error);
}
