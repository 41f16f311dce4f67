import { checkOrders } from '../../core/check/check.ts';
import type { Finding } from '../../core/check/finding.ts';
import { knowledgeOf } from '../../core/check/knowledge-of-sheets.ts';
import { ordersOf } from '../../core/sheet/orders.ts';
import { understandSheets } from '../../core/sheet/understand.ts';
import type { PlainDate } from '../../core/value/date.ts';
import { readWorkbook } from '../../workbook/read-workbook.ts';
import type { Said } from './oracle/said.ts';
import type { AuditSet } from './sets/audit-set.ts';

export interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the program finds in the files, as `check FILE… --as-of DAY` does. */
export async function findingsIn(files: readonly File[], today: AuditSet['today']): Promise<readonly Finding[]> {
  const grids = await Promise.all(
    files.map(async ({ name, bytes }) => {
      const read = await readWorkbook(bytes, name);
      if (!read.ok) throw new Error(`${name}: ${read.reason.code}`);
      return read.value.map((grid) => ({ ...grid, file: name }));
    }),
  );
  const sheets = understandSheets(grids.flat());
  return checkOrders({ batch: ordersOf(sheets), knowledge: knowledgeOf(sheets), today: today as PlainDate, sheets })
    .findings;
}

/** A finding as the oracle says it: plain values, and of the further data what can be worked out from the cells. */
export function plainly(finding: Finding): Said {
  const { actual, cell, code, data = {}, expected, fix, sheet } = finding;
  const of = factsOf[code]?.(finding) ?? {};
  const facts = Object.fromEntries(Object.entries(of).filter(([, fact]) => fact !== undefined)) as Said['facts'] &
    object;
  if (code === 'check.not-run') return { code, at: '', facts: { rule: data.rule ?? '' } };
  return {
    code,
    at: `${sheet}!${cell}`,
    ...(expected && { expected: expected.value }),
    ...(actual && { actual: actual.value }),
    ...(fix && { fix: String(fix.value) }),
    ...(Object.keys(facts).length > 0 && { facts }),
  };
}

type Facts = Readonly<Record<string, string | undefined>>;
const factsOf: { readonly [code: string]: (finding: Finding) => Facts } = {
  'field.missing': ({ data }) => ({ field: data?.field }),
  'discount.beyond-authority': ({ data }) => ({ role: data?.role ?? 'nobody' }),
  'line.duplicate': ({ data }) => ({ first: data?.first }),
  'order.repeated': ({ data }) => ({ order: data?.order }),
  'book.barcode-shared': ({ data }) => ({ other: data?.other }),
  'book.price-differs': ({ data }) => ({ other: data?.other }),
  'stock.short': (finding) => ({ short: finding.data?.short, held: holdersIn(finding) }),
};

/** "1122-08 2, 1122-20 40". */
function holdersIn({ details = [] }: Finding): string | undefined {
  const held = details.find(({ code }) => code === 'held');
  return held?.list
    ?.map(({ values = {} }) => `${values.order?.value ?? 'others'} ${values.quantity?.value}`)
    .join(', ');
}
