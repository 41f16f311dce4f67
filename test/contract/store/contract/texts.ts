import { describe, expect, it } from 'vitest';
import type { OrderNumber } from '../../../../core/order/state.ts';
import {
  append,
  approved,
  done,
  invoiceAppend,
  invoiced,
  orderAppend,
  post,
  posted,
  series,
} from '../sample-records.ts';
import type { Subject } from '../store-contract.ts';

/** What may stand in a cell of a sheet, or come over HTTP. */
const texts: readonly (readonly [what: string, text: string])[] = [
  ['NUL', 'a\0b'],
  ['control characters', '\u0001\u001f\u007f\u0085\u2028'],
  ['half of a surrogate pair', 'x\ud800y'],
  ['the other half', '\udc00'],
  ['both halves the wrong way round', '\udc00\ud800'],
  ['characters beyond the first plane', '𠮷野家 🧾'],
  ['what looks like an escape', '\\u0000 \\ud800 \\n'],
  ['quotes of every kind', `"double" 'single' \`back\` $1 $$ ; -- /* */`],
  ['backslashes', '\\ \\\\ \\"'],
  ['percent and underscore', '100%_of'],
  ['combining marks', 'e\u0301 é'],
  ['right-to-left', 'שלום \u202eabc'],
  ['line ends', 'one\ntwo\r\nthree'],
  ['spaces only', '  \u3000 '],
  ['a name every object has', '__proto__'],
  ['much', '长'.repeat(200_000)],
];
const first = `${series}-00001` as OrderNumber;

export function textContract(subject: Subject): void {
  describe.each(texts)('a text with %s', (_, text) => {
    it('is kept in an event, an answer and a refusal as it was', async () => {
      const events = posted(first, { customer: text, items: { [text]: '1' } });
      const once = {
        requestKey: 'wang:1',
        locks: [],
        load: {},
        decide: () => ({ append: [orderAppend(first, 0, ...events)], answer: { [text]: text } }),
      };
      await subject.store.transact(once);
      for await (const store of subject.lives()) {
        expect((await store.read.order(first))?.order.events).toEqual(events);
        expect(done(await store.transact(once))).toEqual({ [text]: text });
        const refuse = { code: 'stock.short', data: { item: text } } as const;
        expect(await store.transact({ locks: [], load: {}, decide: () => ({ refuse }) })).toMatchObject({
          refusal: refuse,
        });
      }
    });

    it('finds what is named by it: order key, customer, item, name, request', async () => {
      const { store } = subject;
      await append(
        store,
        orderAppend(first, 0, ...posted(first, { key: text, customer: text, items: { [text]: '2' } })),
      );
      await append(store, orderAppend(first, 2, approved({ [text]: '2' })));
      await append(store, invoiceAppend('INV-202611-00001', 0, invoiced('INV-202611-00001', text, first)));
      const answer = await post(store, { key: 'another' }, text);
      for await (const now of subject.lives()) {
        expect((await now.read.orderByKey(`key:${text}`))?.state.number).toBe(first);
        expect(await now.read.records('order').ofCustomers([`C-${text}`])).toHaveLength(1);
        expect(await now.read.heldItems()).toEqual([text]);
        expect(await now.read.openDemand()).toMatchObject([{ itemCode: text, quantity: '2' }]);
        expect(await post(now, { key: 'a third' }, text)).toMatchObject({ repeated: true, position: answer.position });
        const seen = await now.transact({
          locks: [`a name of the application's own: ${text}`],
          load: { orderKeys: [`key:${text}`], holding: [text], records: { invoice: { byName: [text] } } },
          decide: (loaded) => ({
            append: [],
            answer: [
              loaded.orderByKey(`key:${text}`)?.state.number,
              loaded.held(text).length,
              loaded.records('invoice').byName(text)?.state.number,
            ],
          }),
        });
        expect(done(seen)).toEqual([first, 1, 'INV-202611-00001']);
      }
    });

    it('is no other text', async () => {
      const { store } = subject;
      await append(store, orderAppend(first, 0, ...posted(first, { key: text, items: { [text]: '1' } })));
      for (const other of [`${text}x`, JSON.stringify(text), JSON.stringify(text).slice(1, -1)].filter(
        (candidate) => candidate !== text,
      ))
        expect(await store.read.orderByKey(`key:${other}`)).toBeNull();
    });
  });
}
