import type { Finding } from '../../core/check/finding.ts';
import { describeFinding } from '../../locales/describe.ts';
import { textsIn } from '../../locales/index.ts';
import type { Audit } from './audit.ts';
import type { RawCell } from './oracle/raw-workbook.ts';
import type { Step } from './oracle/said.ts';
import type { WorkedRow } from './oracle/work-out.ts';
import { Lot } from './sets/draw.ts';

/** How many findings and clean rows of each data set are drawn. */
export const drawn = 40;

/** The audit as a document: of each data set the drawn findings and clean rows, with the raw cells and the working. */
export const recordOf = (audits: readonly Audit[], seed: number): string => `${head(seed)}
${audits.map((one) => sectionOf(one, new Lot(seed))).join('\n')}`;

const head = (seed: number) => `# Findings and clean rows, worked out by hand

Written by \`node scripts/draw-audit.ts\`; test/audit/audit.test.ts draws again and fails when this document differs or a verdict is
wrong. Seed **${seed}** (\`SEED=7 node scripts/draw-audit.ts --print\` draws others and only shows them).

Of each data set ${drawn} findings and ${drawn} rows without error or warning are drawn: first one finding of each code, the rest
from all. Each is worked out from the raw cells alone by [test/audit/oracle](../test/audit/oracle), which reads the file with exceljs,
shares no code with the program but the names of the codes (a folder rule forbids it), and was written from
[requirements.md](requirements.md) and [policy.md](policy.md), not from the rules. What the columns mean stands in
[test/audit/sets](../test/audit/sets), written down by a person. The test compares **all** findings and **all** rows of the sets
this way; drawn is what is printed here to be read. Cells stand as in the file: \`G2\` of the order sheet, others with their sheet.

## What it changed

Wrong when the audit was made, right since:

- 11,664 of the catalogue's 95,055 barcodes were said to be unknown: rows of one code that differed in barcode only became one item,
  and all its barcodes but the first were forgotten.
- A barcode beside a code didn't say which size of the code is meant; one that belongs to something else was passed over.
- All sizes of a code shared one stock: four pairs of size 40 were promised where two lie on the shelf.
- Two sizes of one code in an order, each by its barcode, were called a duplicate.
- An article listed under two names was known by the first one only.
- A mistyped code was not suggested where several sizes have the right one.
- One fact was said twice: a date before its order as passed too, a price of nothing as 100 % below the list; that a list has no
  prices at all at every row; a word in the column of barcodes as a barcode shared by 149 rows.
`;

function sectionOf(audit: Audit, lot: Lot): string {
  const { cases, clean, disagreements, findings, set, workedOut } = audit;
  const [some, rows] = [drawCases(cases, lot), lot.some(clean, drawn)];
  const few = (count: number, of: string): string =>
    count < drawn ? ` There are only ${count} ${of}: all of them.` : '';
  return `
## ${set.name}

${set.about} Day of the check: ${set.today}.

${workedOut.rows.length} rows, ${findings.length} findings, ${clean.length} rows without error or warning. Findings and rows the
oracle judges otherwise: **${disagreements.length}**.${few(cases.length, 'findings')}${few(clean.length, 'clean rows')}

### Findings

${some.map(({ finding, step }, index) => caseOf(finding, step, index + 1, set.layout.orders.sheet)).join('\n')}

### Rows with nothing to say

${rows.map((row, index) => cleanRow(row, index + 1, set.layout.orders.sheet)).join('\n')}
`;
}

/** One of each code, the rest from all: rare mistakes are looked at too. */
function drawCases(cases: Audit['cases'], lot: Lot): Audit['cases'] {
  const first = [...Map.groupBy(cases, ({ finding }) => finding.code).values()].map((ofCode) => lot.of(ofCode));
  const others = cases.filter((one) => !first.includes(one));
  const all = new Set([...first, ...lot.some(others, drawn - first.length)]);
  return cases.filter((one) => all.has(one));
}

const [english, chinese] = [textsIn('en'), textsIn('zh-Hans')];

function caseOf(finding: Finding, step: Step, number: number, sheet: string): string {
  const place = finding.sheet === sheet ? finding.cell : `${finding.sheet}!${finding.cell}`;
  return `${number}. **${place}** \`${finding.code}\` ${finding.severity}
   - ${describeFinding(finding, english, 'en').message}
   - ${describeFinding(finding, chinese, 'zh-Hans').message}
   - Cells: ${cellsIn(step.cells, sheet)}
   - Working: ${oneLine(step.words)}. **Right.**`;
}

const cleanRow = ({ row, steps }: WorkedRow, number: number, sheet: string): string => `${number}. **Row ${row.number}**
   - Cells: ${cellsIn([...row.cells, ...steps.flatMap(({ cells }) => cells)], sheet)}
   - Looked at: ${steps.map(({ words }) => oneLine(words)).join('; ')}. **Nothing to say.**`;

function cellsIn(cells: readonly RawCell[], sheet: string): string {
  const known = new Map(cells.map((cell) => [cell.address, cell]));
  const shown = ({ address, kind, name, text }: RawCell): string =>
    `${address.startsWith(`${sheet}!`) ? name : address} ${kind === 'text' ? `“${oneLine(text)}”` : text || 'empty'}`;
  return known.size === 0 ? 'none' : [...known.values()].map(shown).join(' · ');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/([*_`|<>\\])/g, '\\$1');
