import type { Finding } from '../../core/check/finding.ts';
import { findingsIn, plainly } from './found.ts';
import { rawSheets } from './oracle/raw-workbook.ts';
import type { Said, Step } from './oracle/said.ts';
import { everythingSaid, type WorkedOut, type WorkedRow, workOut } from './oracle/work-out.ts';
import type { AuditSet } from './sets/audit-set.ts';

export interface Audit {
  readonly set: AuditSet;
  readonly findings: readonly Finding[];
  readonly workedOut: WorkedOut;
  /** The program's findings with the oracle's working of the same. */
  readonly cases: readonly { readonly finding: Finding; readonly step: Step }[];
  /** Rows neither has an error or a warning for. */
  readonly clean: readonly WorkedRow[];
  /** Where they don't agree: what the program says and the oracle doesn't, and the other way round. Empty when all is right. */
  readonly disagreements: readonly string[];
}

/** Checks the files by the program and by the oracle and lays both side by side: every row, not only those drawn later. */
export async function audit(set: AuditSet): Promise<Audit> {
  const files = await set.files();
  const findings = await findingsIn(files, set.today);
  const sheets = (await Promise.all(files.map(({ bytes }) => rawSheets(bytes)))).flat();
  const workedOut = workOut(sheets, set.layout, set.today);
  const right = new Map(everythingSaid(workedOut).map(({ said, step }) => [keyOf(said), step]));
  const found = new Map(findings.map((finding) => [keyOf(plainly(finding)), finding]));
  for (const rule of workedOut.cannotCheck) right.set(keyOf(notChecked(rule)), stepOf(rule));
  return {
    set,
    findings,
    workedOut,
    cases: Array.from(found, ([key, finding]) => ({ finding, step: right.get(key) })).filter(
      (one): one is Audit['cases'][number] => one.step !== undefined,
    ),
    clean: workedOut.rows.filter(({ steps }) => steps.every(({ says }) => says.length === 0)),
    disagreements: [
      ...[...found.keys()].filter((key) => !right.has(key)).map((key) => `only the program says ${key}`),
      ...[...right.keys()].filter((key) => !found.has(key)).map((key) => `only the oracle says ${key}`),
    ].sort(),
  };
}

const notChecked = (rule: string): Said => ({ code: 'check.not-run', at: '', facts: { rule } });
const stepOf = (rule: string): Step => ({
  cells: [],
  words: 'no column holds what this check needs, only a server knows it, or nobody yet: the holidays of 2027',
  says: [notChecked(rule)],
});

/** In one order, so that what is the same reads the same. */
const keyOf = ({ actual, at, code, expected, facts, fix }: Said): string =>
  JSON.stringify({ at, code, expected, actual, fix, facts });
