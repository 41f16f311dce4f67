import { expect } from 'vitest';
import { itInHost } from './in-host.ts';
import { cellsFromRows, type WorkbookInput } from './interpreter/workbook-data.ts';

const BOOK: WorkbookInput = {
  sheets: [
    {
      name: 'Orders',
      cells: cellsFromRows([['Item'], ['A-1']]),
      notes: [{ address: 'B9', content: 'the clerk’s own' }],
    },
    { name: 'Locked', protected: true, notes: [{ address: 'A1', content: 'kept' }] },
  ],
};

itInHost('adds notes, finds them by their cell, and reads what the clerk wrote', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Orders');
      const added = sheet.notes.add('A2', 'Unknown item');
      sheet.notes.add(sheet.getRange('A3'), 'by range');
      added.load('content,authorName,visible,width,height');
      const own = sheet.notes.getItem('B9').load('content');
      const place = own.getLocation().load('address');
      const none = sheet.notes.getItemOrNullObject('C1');
      const first = context.workbook.notes.getItemAt(0).load('content');
      const count = context.workbook.notes.getCount();
      const all = context.workbook.notes.load('items/content');
      await context.sync();
      return {
        added: [added.content, added.authorName, added.visible, added.width > 0, added.height > 0],
        own: [own.content, place.address, first.content],
        none: none.isNullObject,
        count: count.value,
        all: all.items.map(({ content }) => content),
      };
    }),
  );
  expect(seen).toEqual({
    added: ['Unknown item', 'Clerk', false, true, true],
    own: ['the clerk’s own', 'Orders!B9', 'the clerk’s own'],
    none: true,
    count: 4,
    all: ['the clerk’s own', 'Unknown item', 'by range', 'kept'],
  });
});

itInHost('changes and deletes a note, and keeps it when the workbook is opened again', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const { notes } = context.workbook.worksheets.getItem('Orders');
      notes.getItem('B9').delete();
      const note = notes.add('A2', 'first');
      note.content = 'second';
      note.visible = true;
      note.width = 200;
      note.height = 80;
      await context.sync();
    }),
  );
  const again = await openPane(await pane.snapshot());
  expect((await again.snapshot()).sheets[0]?.notes).toEqual([
    { address: 'A2', content: 'second', visible: true, width: 200, height: 80 },
  ]);
});

itInHost(
  'refuses a second note at a cell, several cells, a missing note and a protected sheet',
  async ({ openPane }) => {
    const pane = await openPane(BOOK);
    const codes = await pane.page.evaluate(async () => {
      const attempt = (work: (notes: Excel.NoteCollection) => void, sheet = 'Orders') =>
        Excel.run(async (context) => {
          work(context.workbook.worksheets.getItem(sheet).notes);
          await context.sync();
        }).catch((error) => error.code);
      return [
        await attempt((notes) => notes.add('B9', 'again')),
        await attempt((notes) => notes.add('A1:A2', 'two cells')),
        await attempt((notes) => notes.getItem('C1').delete()),
        await attempt((notes) => notes.add('A2', 'x'), 'Locked'),
        await attempt((notes) => notes.getItem('A1').delete(), 'Locked'),
      ];
    });
    expect(codes).toEqual(['InvalidArgument', 'InvalidArgument', 'ItemNotFound', 'AccessDenied', 'AccessDenied']);
  },
);

itInHost('has no notes where Excel is older', async ({ openPane }) => {
  const pane = await openPane(BOOK, { requirementSets: { ExcelApi: '1.14' } });
  const code = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Orders').notes.add('A2', 'x');
      await context.sync();
    }).catch((error) => error.code),
  );
  expect(code).toBe('ApiNotFound');
});
