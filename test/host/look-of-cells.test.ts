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
