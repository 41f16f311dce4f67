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

/** All files that come with these, each once. */
function filesOf(...names: readonly string[]): ReadonlySet<string> {
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', pages), 'utf8')) as Record<string, Built>;
  const seen = new Set<string>();
  const files = new Set<string>();
  const add = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const built = manifest[name];
    if (!built) throw new Error(`nothing was built of ${name}`);
    for (const file of [built.file, ...(built.css ?? [])]) files.add(file);
    built.imports?.forEach(add);
  };
  names.forEach(add);
  return files;
}

/** In units of 1,000 bytes, as a server with gzip sends it. */
const kilobytes = (files: ReadonlySet<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, pages))).length, 0) / 1000;

const page = 'addin/pane/pane.html';
const work = 'addin/pane/start/InExcel.tsx';
/** Fetched while the first steps are looked at, or when they are asked for. */
const others = [
  'ui/sheet-session/examine.ts',
  'addin/pane/start/formula-calls.ts',
  'addin/pane/connect/ConnectPage.tsx',
  'addin/pane/steps/CheckStep.tsx',
  'addin/pane/steps/PostStep.tsx',
  'addin/pane/steps/PapersStep.tsx',
  'addin/pane/tools/ChatTool.tsx',
  'addin/pane/kept/KeptTablesTool.tsx',
  'addin/pane/first-run/FirstSheets.tsx',
  'addin/excel/append-rows.ts',
  'ui/components/ReasonTip.tsx',
  'ui/components/reply-of-fate.ts',
  'ui/components/TextToCopy.tsx',
  'addin/pane/commands/row-help.ts',
];
const textsOf = (locale: string) =>
  ['findings', 'functions', 'refusals', 'review', 'screens', 'terms'].map((part) => `locales/${locale}/${part}.json`);

/** React, Fluent's frame and one language. */
const mostUntilDrawn = 155;
/** The pane's code: its frame and the first step, reading from Excel and writing to it. */
const mostOpened = 235;
/** With one language. */
const mostOpenedWithWords = 265;
/** And the rules, and all that is asked for now and then. */
const mostInAll = 450;

describe('what the pane weighs', () => {
  it.each(locales)('%s: until it is drawn', (locale) => {
    expect(kilobytes(filesOf(page, ...textsOf(locale)))).toBeLessThan(mostUntilDrawn);
  });

  it('opened over a workbook', () => {
    expect(kilobytes(filesOf(page, work))).toBeLessThan(mostOpened);
  });

  it.each(locales)('%s: opened over a workbook, with its words', (locale) => {
    expect(kilobytes(filesOf(page, work, ...textsOf(locale)))).toBeLessThan(mostOpenedWithWords);
  });

  it.each(locales)('%s: with all it checks, posts, prints and answers with', (locale) => {
    expect(kilobytes(filesOf(page, work, ...others, ...textsOf(locale)))).toBeLessThan(mostInAll);
  });

  it('carries no language by itself, and nothing of what comes later', () => {
    const files = filesOf(page, work);
    for (const name of [...locales.flatMap(textsOf), ...others]) {
      const [own] = filesOf(name);
      expect(files).not.toContain(own);
    }
  });
});
