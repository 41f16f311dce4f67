import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { locales } from '../../core/policy/locale.ts';

const pages = new URL('../../dist/pages/', import.meta.url);

/** A source or a chunk, by what Vite says of it in its manifest. */
interface Built {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const built = (): Record<string, Built> =>
  JSON.parse(readFileSync(new URL('.vite/manifest.json', pages), 'utf8')) as Record<string, Built>;

/** All files that come with these, each once. */
function filesOf(...names: readonly string[]): ReadonlySet<string> {
  const manifest = built();
  const seen = new Set<string>();
  const files = new Set<string>();
  const add = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const found = manifest[name];
    if (!found) throw new Error(`nothing was built of ${name}`);
    for (const file of [found.file, ...(found.css ?? [])]) files.add(file);
    found.imports?.forEach(add);
  };
  names.forEach(add);
  return files;
}

/** All files that come with it or may be fetched later, at whatever step. */
function fetchable(page: string): ReadonlySet<string> {
  const names = new Set([page]);
  for (const name of names) {
    const { imports = [], dynamicImports = [] } = built()[name] ?? {};
    for (const other of [...imports, ...dynamicImports]) names.add(other);
  }
  return filesOf(...names);
}

/** In units of 1,000 bytes, as a server with gzip sends it. */
const kilobytes = (files: ReadonlySet<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, pages))).length, 0) / 1000;

/**
 * What each stage waits for. A stage's files are all it needs, whatever else comes meanwhile: behind the first step the rules
 * and the other steps are fetched, so that a clerk who reads it finds them there.
 */
const stages = {
  /** React, Fluent's frame: something is seen, and Excel's buttons and formulas are heard. */
  drawn: ['addin/pane/pane.html'],
  /** The first step with the tables of the workbook. */
  opened: ['addin/pane/start/InExcel.tsx', 'ui/sheet-session/find.ts'],
  /** The first findings: the rules and the step that shows them. */
  checked: ['ui/sheet-session/examine.ts', 'addin/pane/steps/CheckStep.tsx'],
  /** And all that is asked for now and then. */
  everything: [
    'addin/pane/start/formula-calls.ts',
    'addin/pane/connect/ConnectPage.tsx',
    'addin/pane/steps/PostStep.tsx',
    'addin/pane/steps/PapersStep.tsx',
    'addin/pane/tools/ChatTool.tsx',
    'addin/pane/kept/KeptTablesTool.tsx',
    'addin/pane/first-run/FirstSheets.tsx',
    'addin/excel/append-rows.ts',
    'addin/excel/write-statuses.ts',
    'core/sheet/headings.ts',
    'ui/components/ReasonTip.tsx',
    'ui/components/reply-of-fate.ts',
    'ui/components/TextToCopy.tsx',
    'addin/pane/commands/row-help.ts',
  ],
} as const;
/** Where there is no Excel: it takes the place of all but the first stage. */
const instead = 'addin/pane/start/OutsideExcel.tsx';
type Stage = keyof typeof stages;
const order = Object.keys(stages) as Stage[];
/** With what the stages before it fetched. */
const upTo = (stage: Stage): readonly string[] =>
  order.slice(0, order.indexOf(stage) + 1).flatMap((each): readonly string[] => stages[each]);

/** One language. */
const textsOf = (locale: string) =>
  ['findings', 'functions', 'refusals', 'review', 'screens', 'terms'].map((part) => `locales/${locale}/${part}.json`);

/** 250 is the limit of what comes before the first paint; what all parts come to is watched beside it (ARCHITECTURE.md). */
const most: Readonly<Record<Stage, number>> = { drawn: 156, opened: 306, checked: 369, everything: 456 };

describe('what the pane weighs, with its words', () => {
  describe.each(order)('%s', (stage) => {
    it.each(locales)('in %s', (locale) => {
      expect(kilobytes(filesOf(...upTo(stage), ...textsOf(locale)))).toBeLessThan(most[stage]);
    });
  });

  it('is weighed whole: whatever the pane may fetch belongs to a stage', () => {
    const weighed = filesOf(...upTo('everything'), ...locales.flatMap(textsOf), instead);
    expect([...fetchable('addin/pane/pane.html')].filter((file) => !weighed.has(file))).toEqual([]);
  });

  it.each(order)('%s carries no language by itself, and nothing of what comes later', (stage) => {
    const files = filesOf(...upTo(stage));
    const later = order.slice(order.indexOf(stage) + 1).flatMap((each): readonly string[] => stages[each]);
    for (const name of [...locales.flatMap(textsOf), ...later]) {
      const [own] = filesOf(name);
      expect(files).not.toContain(own);
    }
  });
});
