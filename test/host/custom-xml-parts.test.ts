import { expect } from 'vitest';
import { itInHost } from './in-host.ts';

const book = {
  sheets: [{ name: 'Sheet1' }],
  customXmlParts: ['<a xmlns="urn:one">1</a>', '<b xmlns="urn:other"/>'],
};

itInHost('keeps XML in the file, found again by its namespace', async ({ openPane }) => {
  const pane = await openPane(book);
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const { customXmlParts } = context.workbook;
      customXmlParts.add('<c xmlns="urn:one">2</c>');
      const own = customXmlParts.getByNamespace('urn:one').load('items/id,items/namespaceUri');
      const none = customXmlParts.getByNamespace('urn:none').getItemOrNullObject('none');
      const counts = [customXmlParts.getCount(), customXmlParts.getByNamespace('urn:none').getCount()];
      await context.sync();
      const texts = own.items.map((part) => part.getXml());
      const again = customXmlParts.getItem(own.items[0]?.id ?? '').getXml();
      const missing = customXmlParts.getItemOrNullObject('none').load('id');
      await context.sync();
      return [
        texts.map(({ value }) => value),
        again.value,
        counts.map(({ value }) => value),
        missing.isNullObject && none.isNullObject,
      ];
    }),
  );
  const [one, added] = ['<a xmlns="urn:one">1</a>', '<c xmlns="urn:one">2</c>'];
  expect(seen).toEqual([[one, added], one, [3, 0], true]);
  expect((await pane.snapshot()).customXmlParts).toHaveLength(3);
});

itInHost('deletes a part', async ({ openPane }) => {
  const pane = await openPane(book);
  await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const own = context.workbook.customXmlParts.getByNamespace('urn:one').load('items/id');
      await context.sync();
      for (const part of own.items) part.delete();
      await context.sync();
    }),
  );
  expect((await pane.snapshot()).customXmlParts).toEqual(['<b xmlns="urn:other"/>']);
});

itInHost('takes nothing that is not well-formed, and has no part that is not there', async ({ openPane }) => {
  const pane = await openPane(book);
  const codes = await pane.page.evaluate(() =>
    Promise.all(
      [
        (context: Excel.RequestContext) => context.workbook.customXmlParts.add('<a>'),
        (context: Excel.RequestContext) => context.workbook.customXmlParts.getItem('none').load('id'),
      ].map((ask) =>
        Excel.run(async (context) => {
          ask(context);
          await context.sync();
        }).catch((error) => error.code),
      ),
    ),
  );
  expect(codes).toEqual(['InvalidArgument', 'ItemNotFound']);
});
