import { expect } from 'vitest';
import { codeOf } from './in-excel-run.ts';
import { itInHost } from './in-host.ts';

const BOOK = { sheets: [{ name: 'Orders', comments: [{ address: 'A1', content: 'why?' }] }, { name: 'Other' }] };

itInHost('finds comments by cell and id, changes and deletes them', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const { comments } = context.workbook;
      const first = comments.getItemByCell('Orders!A1').load('id,content');
      const place = first.getLocation().load('address');
      const onSheet = context.workbook.worksheets.getItem('Other').comments.getCount();
      const count = comments.getCount();
      const none = comments.getItemOrNullObject('none');
      await context.sync();
      const again = comments.getItem(first.id);
      again.content = 'because';
      const there = comments.getItemOrNullObject(first.id).load('content');
      comments.add('Other!B2', 'new').delete();
      await context.sync();
      return [first.content, place.address, onSheet.value, count.value, none.isNullObject, there.content];
    }),
  );
  expect(seen).toEqual(['why?', 'Orders!A1', 0, 1, true, 'because']);
  expect((await pane.snapshot()).sheets.map(({ comments }) => comments)).toEqual([
    [{ address: 'A1', content: 'because' }],
    [],
  ]);
});

itInHost('refuses a comment that is not there, and one for two cells', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  expect(await codeOf(pane, `context.workbook.comments.getItemByCell('Orders!B1').load('content');`)).toBe(
    'ItemNotFound',
  );
  expect(await codeOf(pane, `context.workbook.comments.add('Orders!B1:B2', 'x');`)).toBe('InvalidArgument');
});
