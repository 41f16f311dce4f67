import { describe, expect, it } from 'vitest';
import { readInWorker, workerLimits } from '../../../workbook/node/read-in-worker.ts';
import { fixture, sheetsOf } from '../fixture.ts';
import { makeXlsx, sheetData } from '../make-xlsx.ts';

describe('reading in a thread of its own', () => {
  it('gives what reading gives, problems too', async () => {
    const bytes = fixture('messy/exceljs/1904.xlsx');
    expect(await readInWorker(bytes, 'a.xlsx')).toEqual({ ok: true, value: await sheetsOf(bytes) });
    expect(await readInWorker(fixture('messy/poi/password.xls'), 'a.xls')).toMatchObject({
      ok: false,
      reason: { code: 'workbook.old-xls', data: { file: 'a.xls' } },
    });
  });

  it('gives up after its time', async () => {
    const read = await readInWorker(fixture('../../server/samples/northwind/northwind.xlsx'), 'a.xlsx', {
      ...workerLimits,
      seconds: 0,
    });
    expect(read).toMatchObject({ reason: { code: 'workbook.took-too-long' } });
  });

  it('gives up beyond its memory', async () => {
    const cells = Array.from({ length: 400 }, (_, at) => `<c><v>${at}.5</v></c>`).join('');
    const bytes = makeXlsx({ sheets: [sheetData(...Array.from({ length: 3000 }, () => cells))] });
    const read = await readInWorker(bytes, 'a.xlsx', { ...workerLimits, megabytes: 12 });
    expect(read.ok ? 'readable' : read.reason).toMatchObject({
      code: 'workbook.too-much-memory',
      data: { limit: '12' },
    });
  }, 30_000);
});
