import { describe, expect, test } from 'vitest';
import { readChat } from '../../../core/chat/read-chat.ts';
import { asCorrected, draftOf, surenessOf, wantedRow } from '../../../ui/chat/chat-draft.ts';
import { known } from '../../core/chat/given.ts';

const rowOf = (message: string) => {
  const [row] = readChat(message, known).rows;
  if (!row) throw new Error('no row');
  return row;
};

describe('a row of a message as the clerk looks at it', () => {
  test('is what was understood, ready to be written', () => {
    expect(wantedRow(draftOf(rowOf('B-10 两百只 @0.8 12月3号要 送昆山')), known.prices)).toMatchObject({
      item: { code: 'B-10' },
      quantity: '200',
      unit: '只',
      price: '0.8',
      wished: '2026-12-03',
      remark: '送昆山',
    });
  });
  test('names no item where several may be meant, until one is picked', () => {
    const draft = draftOf(rowOf('不锈钢法兰 20个'));
    expect(wantedRow(draft, known.prices)).toMatchObject({ item: null, called: '不锈钢法兰' });
    expect(wantedRow({ ...draft, item: 'SF-80' }, known.prices).item?.code).toBe('SF-80');
  });
  test('is unsure only of what nobody corrected', () => {
    const row = rowOf('F-50 50个 周五');
    const draft = draftOf(row);
    expect(surenessOf(row, draft, 'wished')).toBe('unsure');
    expect(surenessOf(row, { ...draft, wished: '2026-11-20' }, 'wished')).toBe('sure');
  });
  test('stays as it was corrected, unless the message means other rows by now', () => {
    const [one, two] = ['F-50 50个', 'F-50 50个\nB-10 20只'].map((message) => readChat(message, known));
    if (!one || !two) throw new Error('nothing read');
    const understood = asCorrected(one, { message: '', corrected: null });
    const corrected = {
      ...understood,
      customer: '华东',
      drafts: understood.drafts.map((row) => ({ ...row, quantity: '60' })),
    };
    expect(asCorrected(one, { message: '', corrected })).toEqual(corrected);
    expect(asCorrected(two, { message: '', corrected }).drafts.map(({ quantity }) => quantity)).toEqual(['50', '20']);
  });
  test('takes from books that came meanwhile what nobody corrected', () => {
    const message = 'B-10 两百只 @0.8';
    const [away, back] = [{ ...known, prices: null }, known].map((books) => readChat(message, books));
    if (!away || !back) throw new Error('nothing read');
    const understood = asCorrected(away, { message, corrected: null });
    const corrected = { ...understood, drafts: understood.drafts.map((row) => ({ ...row, quantity: '60' })) };
    expect(asCorrected(back, { message, corrected }).drafts).toEqual(
      back.rows.map((row) => ({ ...draftOf(row), quantity: '60' })),
    );
  });
});
