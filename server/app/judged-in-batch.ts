import type { CheckedEntry, CheckResult } from '../../core/check/check.ts';
import type { CheckedOrder } from '../../core/check/checked-order.ts';
import type { Finding } from '../../core/check/finding.ts';
import type { Knowledge } from '../../core/check/knowledge.ts';
import type { ParsedBatch, ParsedOrder } from '../../core/sheet/parsed-order.ts';
import { canonicalJson } from '../../core/value/canonical-json.ts';
import type { Caller } from './company.ts';
import { against } from './findings-against.ts';
import { checked } from './judge.ts';

/** One order as its whole batch was judged, by all that is known: figures are in it that not everybody may see. */
export interface JudgedInBatch {
  /** Errors of its whole sheet among them. */
  readonly findings: readonly Finding[];
  /**
   * As the order was judged alone by the books only, a moment before its transaction, which judges so too: what the batch says
   * beyond this, the transaction can't see. Null for a sound order: nothing is said beyond it that stops it.
   */
  readonly alone: readonly Finding[] | null;
}

/** What the transaction sees of the world. */
type BooksAndDemand = Pick<Knowledge, 'prices' | 'stock' | 'customers' | 'openDemand'>;

interface Rows {
  readonly order: ParsedOrder;
  readonly tables: ParsedBatch['tables'];
}

export function judgedInBatch(
  caller: Caller,
  { order, checked: sound, findings }: CheckedEntry,
  { batch, knowledge, judged }: { batch: ParsedBatch; knowledge: Knowledge; judged: CheckResult },
): JudgedInBatch {
  if (sound !== null) return { findings, alone: null };
  const { prices, stock, customers, openDemand } = knowledge;
  const alone = judgedAlone(caller, { order, tables: batch.tables }, { prices, stock, customers, openDemand });
  return { findings: against(order, findings, batch, judged), alone: alone.findings };
}

/** The order as it must be judged now, in its transaction. */
export interface JudgedNow {
  /** Null = it has errors. */
  readonly checked: CheckedOrder | null;
  readonly customerCode: string | null;
  readonly findings: readonly Finding[];
}

/**
 * Judged anew by what the transaction loaded, and by what only its batch could tell: that other rows contradict it, what its
 * customer bought and owes.
 */
export function judgedNow(
  caller: Caller,
  { judged, ...rows }: Rows & { readonly judged: JudgedInBatch },
  knowledge: BooksAndDemand,
): JudgedNow {
  const now = judgedAlone(caller, rows, knowledge);
  if (judged.alone === null) return now.checked === null ? now : { ...now, findings: judged.findings };
  // Nothing has changed since: what the batch said of it is all there is to say.
  if (canonicalJson(now.findings) === canonicalJson(judged.alone))
    return { ...now, checked: null, findings: judged.findings };
  const ofItself = new Set([...judged.alone, ...now.findings].map(nameOf));
  const onlyInBatch = judged.findings.filter((finding) => !ofItself.has(nameOf(finding)));
  return {
    ...now,
    checked: onlyInBatch.some(isError) ? null : now.checked,
    findings: [...onlyInBatch, ...now.findings],
  };
}

function judgedAlone(caller: Caller, { order, tables }: Rows, knowledge: BooksAndDemand): JudgedNow {
  const batch = { tables, orders: [order] };
  const result = checked(caller, batch, knowledge);
  const [entry] = result.orders;
  if (entry === undefined) throw new Error('a check lost its only order');
  const { customerCode, findings } = entry;
  return { checked: entry.checked, customerCode, findings: against(order, findings, batch, result) };
}

const isError = ({ severity }: Finding): boolean => severity === 'error';
/** The same thing said of the same cell, whatever its figures. */
const nameOf = ({ code, file = '', sheet, cell }: Finding): string => JSON.stringify([code, file, sheet, cell]);
