import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileDocument } from '../../scripts/write-file-table.ts';
import { readWorkbook } from '../../workbook/read-workbook.ts';
import { bytesOf, type Expected, expectations, outcomeOf, sharedFiles } from './shared-files.ts';

describe('every file of the shared data', () => {
  it('is listed with what should come of it, and nothing else is', () => {
    expect(sharedFiles()).toEqual(Object.keys(expectations).toSorted());
  });

  it('stands in docs/files.md with that outcome', () => {
    const document = readFileSync(new URL('../../docs/files.md', import.meta.url), 'utf8');
    const timeless = document.replace(/ \d+ ms \|$/gm, '  |');
    expect(timeless, 'run: node scripts/write-file-table.ts').toBe(fileDocument(() => ''));
  });

  describe.each(Object.entries(expectations))('%s', (file, expected) => {
    let outcome: Expected;
    beforeAll(async () => {
      outcome = outcomeOf(await readWorkbook(bytesOf(file), file));
    }, 60_000);

    if (expected.outcome === 'refused') {
      it(`is refused: ${expected.code}`, () => expect(outcome).toMatchObject({ code: expected.code }));
      return;
    }
    it('is read', () => expect(outcome).toMatchObject({ outcome: 'read', sheets: expected.sheets }));
    it('is understood', () => {
      const tables = outcome.outcome === 'read' ? outcome.tables : [];
      // The first row is compared where it says something the headings don't.
      const compared = tables.map(({ firstRow, ...table }, at) =>
        expected.tables[at]?.firstRow ? { ...table, firstRow } : table,
      );
      expect(compared).toEqual(expected.tables);
    });
  });
});
