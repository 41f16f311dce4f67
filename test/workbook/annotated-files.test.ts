import { beforeAll, describe, expect, it } from 'vitest';
import type { Annotations } from '../../workbook/annotate/annotation.ts';
import { annotatedCopy } from '../../workbook/annotated-copy.ts';
import { readLimits } from '../../workbook/limits.ts';
import { openPackage, relationshipsOf } from '../../workbook/xlsx/package.ts';
import { packedPart } from '../../workbook/zip/part.ts';
import { sheetsOf } from './fixture.ts';
import { packageProblems } from './package-problems.ts';
import { bytesOf, expectations } from './shared-files.ts';

const typed = '=HYPERLINK("http://x","y")';

/** The annotations a file gets: a filled cell, an empty one far out and a status on its first sheet, another on its last. */
function annotationsFor(names: readonly string[]): Annotations {
  const [first = '', last = first] = [names[0], names.at(-1)];
  const at = (sheet: string, row: number, column: number) =>
    ({ sheet, row, column, severity: 'error', texts: ['error', typed], note: typed }) as const;
  return {
    title: '检查结果',
    headings: ['Cell', 'Severity', 'What'],
    cells: [at(first, 1, 0), at(first, 60, 9), at(first, 60, 9), at(last, 2, 1)],
    statuses: [{ sheet: first, row: 70, column: 3, text: typed }],
  };
}

const readable = Object.entries(expectations).flatMap(([file, expected]) =>
  expected.outcome === 'read' ? [{ file, names: expected.sheets.map(({ name }) => name) }] : [],
);

describe.each(readable)('the annotated copy of $file', ({ file, names }) => {
  const bytes = bytesOf(file);
  const before = openPackage(bytes, readLimits);
  let copy: Uint8Array;
  beforeAll(async () => {
    const made = await annotatedCopy(bytes, file, annotationsFor(names));
    copy = made.ok ? made.value : new Uint8Array();
  }, 60_000);

  it('has every part that is not touched byte for byte, packed as it was', () => {
    const after = openPackage(copy, readLimits);
    const changed = [...before.entries.values()]
      .filter((entry) => {
        const now = after.entries.get(entry.name);
        return !now || Buffer.compare(packedPart(bytes, entry), packedPart(copy, now)) !== 0;
      })
      .map(({ name }) => name);
    const sheets = before.sheets
      .filter(({ name }) => name === names[0] || name === names.at(-1))
      .map(({ path }) => path);
    const notes = sheets.flatMap((sheet) =>
      relationshipsOf(bytes, before.entries, sheet)
        .filter(({ type }) => type === 'comments' || type === 'vmlDrawing')
        .map(({ target }) => target),
    );
    const links = sheets.map((sheet) => sheet.replace(/([^/]*)$/, '_rels/$1.rels'));
    const allowed = [
      '[Content_Types].xml',
      before.workbook,
      'xl/_rels/workbook.xml.rels',
      before.styles,
      ...sheets,
      ...notes,
      ...links,
    ];
    expect(changed.filter((name) => !allowed.includes(name))).toEqual([]);
    expect(changed).toEqual(expect.arrayContaining(sheets));
  });

  it('has nothing to repair that had not been there before', () => {
    const untouched = before.sheets.filter(({ name }) => name !== names[0] && name !== names.at(-1));
    const unopened = untouched.map(({ path }) => path);
    const had = packageProblems(bytes, unopened);
    expect(packageProblems(copy, unopened).filter((problem) => !had.includes(problem))).toEqual([]);
  });

  it('reads the same but for what was added', async () => {
    const [old, now] = [await sheetsOf(bytes), await sheetsOf(copy)];
    const status = now[0]?.values[70]?.[3];
    expect(status).toBe(typed);
    expect(now.at(-1)?.formulas).toBeUndefined();
    expect(now.slice(1, -1)).toEqual(old.slice(1));
    expect(now[0]?.values.slice(0, old[0]?.values.length).map((row, at) => (at === 70 ? [] : row))).toEqual(
      old[0]?.values.map((row, at) => (at === 70 ? [] : row)),
    );
    expect(now[0]?.formulas).toEqual(old[0]?.formulas);
  }, 60_000);
});
