import type { CheckResult } from '../../core/check/check.ts';
import type { Finding } from '../../core/check/finding.ts';
import {
  type BookKind,
  type BookPart,
  type BookSource,
  bookKinds,
  type Knowledge,
} from '../../core/check/knowledge.ts';
import type { TurnedAway } from '../../core/check/turned-away.ts';
import { dateIn, type Instant, type PlainDate } from '../../core/value/date.ts';
import { describeChoice, describeFinding, show } from '../../locales/describe.ts';
import { describeNotChecked } from '../../locales/not-checked.ts';
import { type CommonOptions, localeFor, print, textsFor } from './terminal.ts';

/** Where each book comes from, for programs. */
export const sourcesOf = (knowledge: Knowledge): Record<BookKind, BookSource | null> => ({
  prices: knowledge.prices?.source ?? null,
  stock: knowledge.stock?.source ?? null,
  customers: knowledge.customers?.source ?? null,
});

interface SourceOptions extends CommonOptions {
  /** The company's, for the moment a book was published; null: no company is asked. */
  readonly timeZone: string | null;
}

/** "Price list: price.xlsx · 价目表, 84 rows, as of 5 Mar 2026", one line a book. */
export function printSources(knowledge: Knowledge, options: SourceOptions): void {
  const texts = textsFor(options);
  const sources = sourcesOf(knowledge);
  for (const kind of bookKinds) {
    const source = sources[kind];
    const book = texts(`terms:table.${kind}`);
    const parts = source && partsOf(source, options).join('; ');
    print(texts(parts === null ? 'cli:check.source-none' : 'cli:check.source', { book, sources: parts }));
  }
}

function partsOf(source: BookSource, options: SourceOptions): string[] {
  const texts = textsFor(options);
  const asOf = (day: string | undefined) =>
    day === undefined
      ? []
      : [texts('cli:check.source-as-of', { date: show({ kind: 'date', value: day }, localeFor(options)) })];
  if (source.from === 'published') {
    const day = source.asOf && dayOf(source.asOf, options.timeZone);
    return [[texts('cli:check.source-published', { version: source.version ?? '' }), ...asOf(day)].join(', ')];
  }
  return (source.parts ?? []).map((part) =>
    [placeOf(part), texts('cli:check.source-rows', { count: part.rows }), ...asOf(part.asOf)].join(', '),
  );
}

/** A day stays as it was said; a moment falls on the company's day, wherever the command runs. */
const dayOf = (moment: Instant | PlainDate, timeZone: string | null): string =>
  moment.length === 10 || timeZone === null ? moment : dateIn(moment as Instant, timeZone);

/** A text file has no sheets: what stands for one is its own name. */
export const placeOf = ({ file, sheet }: Pick<BookPart, 'file' | 'sheet'>): string =>
  file === undefined || file.startsWith(`${sheet}.`) ? (file ?? sheet) : `${file} · ${sheet}`;

/** What would not be taken although these files find nothing wrong with it: the server judges by its own books. */
export function printTurnedAway({ missing, orders }: TurnedAway, options: CommonOptions): void {
  const texts = textsFor(options);
  if (missing.length > 0) {
    const books = missing.map((kind) => texts(`terms:table.${kind}`)).join(texts('screens:list-separator'));
    print(texts('cli:check.books-missing', { books }));
  } else if (orders.size > 0) {
    print(texts('cli:check.turned-away', { count: orders.size }));
    for (const finding of [...orders.values()].flat()) printFinding(finding, options);
  }
}

/** Order by order, worst first where the sheet has them; then what couldn't be checked, and the count. */
export function printFindings(
  result: CheckResult,
  counted: { readonly rows: number; readonly orders: number },
  options: CommonOptions,
): void {
  const texts = textsFor(options);
  const notRun = result.sheetFindings.filter(isNotRun);
  let order: string | null | undefined;
  for (const finding of result.findings.filter((one) => !notRun.includes(one))) {
    if (finding.order !== order) {
      order = finding.order;
      print(order === null ? finding.sheet : texts('cli:check.order', { order }));
    }
    printFinding(finding, options);
  }
  if (notRun.length > 0) {
    const reasons = describeNotChecked(notRun, texts, localeFor(options)).map(({ reason }) => reason);
    print([texts('cli:check.not-checked'), ...reasons].join('\n  '));
  }
  const { error: errors, warning: warnings } = result.summary;
  print(texts('cli:check.summary', { ...counted, errors, warnings }));
}

const isNotRun = ({ code }: Finding): boolean => code === 'check.not-run';

const marks = { error: '✖', warning: '▲', info: '·' } as const;

function printFinding(finding: Finding, options: CommonOptions): void {
  const [texts, locale] = [textsFor(options), localeFor(options)];
  const { file, sheet, cell, severity, choices = [] } = finding;
  const place = file ? `${file} ${sheet}!${cell}` : `${sheet}!${cell}`;
  print(`  ${marks[severity]} ${place}  ${describeFinding(finding, texts, locale).message}`);
  if (choices.length === 0) return;
  const offered = choices.map((choice) => `${choice.cell} ${describeChoice(choice, locale)}`).join(' / ');
  print(`      ${texts(choices.length === 1 ? 'cli:check.choice' : 'cli:check.choices', { choices: offered })}`);
}
