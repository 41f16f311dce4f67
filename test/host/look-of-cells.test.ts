import { expect } from 'vitest';
import { itInHost } from './in-host.ts';

itInHost('gives cells a font and an alignment, and tells them', async ({ openPane }) => {
  const pane = await openPane({ sheets: [{ name: 'Orders' }] });
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const { format } = context.workbook.worksheets.getItem('Orders').getRange('A1:B1');
      const members = 'horizontalAlignment,verticalAlignment,wrapText';
      const fonts = 'bold,color,italic,name,size,strikethrough,underline';
      const plain = context.workbook.worksheets.getItem('Orders').getRange('C1').format;
      plain.load(members);
      plain.font.load(fonts);
      format.horizontalAlignment = 'Right';
      format.verticalAlignment = 'Top';
      format.wrapText = true;
      Object.assign(format.font, {
        bold: true,
        color: '#c00000',
        italic: true,
        name: 'KaiTi',
        size: 14,
        strikethrough: true,
        underline: 'Single',
      });
      format.load(members);
      format.font.load(fonts);
      await context.sync();
      return [plain.toJSON(), format.toJSON()].map(({ font, ...rest }) => ({ ...rest, ...font }));
    }),
  );
  expect(seen).toMatchObject([
    {
      horizontalAlignment: 'General',
      verticalAlignment: 'Bottom',
      wrapText: false,
      bold: false,
      color: '#000000',
      italic: false,
      name: 'Calibri',
      size: 11,
      strikethrough: false,
      underline: 'None',
    },
    {
      horizontalAlignment: 'Right',
      verticalAlignment: 'Top',
      wrapText: true,
      bold: true,
      color: '#C00000',
      italic: true,
      name: 'KaiTi',
      size: 14,
      strikethrough: true,
      underline: 'Single',
    },
  ]);
});

itInHost('tells of each cell what was asked, and of several what they have in common', async ({ openPane }) => {
  const struck = { format: { 'font.strikethrough': true } };
  const pane = await openPane({ sheets: [{ name: 'Orders', cells: { A1: struck, A2: struck, B2: struck } }] });
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Orders');
      const fonts = ['A1:A2', 'A1:B2', 'C1:C2'].map((at) => sheet.getRange(at).format.font.load('strikethrough'));
      const cells = sheet.getRange('A1:B2').getCellProperties({ format: { font: { strikethrough: true } } });
      await context.sync();
      return [
        fonts.map(({ strikethrough }) => strikethrough),
        cells.value.map((row) => row.map(({ format }) => format?.font?.strikethrough)),
      ];
    }),
  );
  expect(seen).toEqual([
    [true, null, false],
    [
      [true, false],
      [true, true],
    ],
  ]);
  const refused = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Orders').getRange('A1').getCellProperties({ style: true });
      await context.sync();
      return null;
    }).catch((error: Error) => error.message),
  );
  expect(refused).toContain('style');
  expect(await pane.refusals()).toHaveLength(1);
});
