import { describe, expect, it } from 'vitest';
import { lineSignature } from '../../../../core/check/line-signature.ts';
import { postedBefore } from '../../../../core/check/rules/posted-before.ts';
import { type Books, batchOf, cells, checkWith, date, decimal, type Row } from '../given.ts';

const signature = (item: string) => lineSignature({ item, quantity: decimal('2'), unitPrice: decimal('10') });
const items = [{ code: 'A-1', barcode: '6901' }, { code: 'A-2' }];
const both = [signature('A-1'), signature('A-2')].sort();
const rows: Row[] = [{ itemCode: 'A-2' }, { itemCode: '6901' }];
const found = (posted: NonNullable<Books['posted']>, given = rows) =>
  checkWith([postedBefore], given, { items, posted });

describe('posted before', () => {
  it('says which order had the same lines, and when', () => {
    expect(found([{ lines: both }]).findings).toMatchObject([
      {
        cell: 'A2',
        code: 'order.posted-before',
        severity: 'warning',
        actual: { kind: 'text', value: '1' },
        data: { number: 'SO-1', on: '2026-11-01', context: 'lines' },
      },
    ]);
  });

  it.each<[string, NonNullable<Books['posted']>[number]]>([
    ['under its own number', { lines: both, key: ' １ ' }],
    ['for another customer', { lines: both, customerCode: 'C2' }],
    ['with other lines', { lines: [signature('A-1')] }],
    ['more than ninety days ago', { lines: both, postedOn: date('2026-08-22') }],
  ])('is content with an order %s', (_, posted) => {
    expect(cells(found([posted]))).toEqual([]);
  });

  it('looks ninety days back, and names the last of several', () => {
    const oldest = { number: 'SO-1', lines: both, postedOn: date('2026-08-23') };
    expect(found([oldest]).findings).toHaveLength(1);
    const several = [oldest, { ...oldest, number: 'SO-3' }, { ...oldest, number: 'SO-2' }];
    expect(found(several).findings[0]?.data?.number).toBe('SO-3');
  });

  it('sees the customer’s PO number again, however long ago and with whatever lines', () => {
    const given = [{ order: { poNumber: 'po-７' } }];
    const posted = { poNumber: 'PO-7', lines: [], postedOn: date('2020-01-01') };
    expect(found([posted, { lines: both, number: 'SO-9' }], given).findings).toMatchObject([
      { actual: { value: 'po-７' }, data: { number: 'SO-1', on: '2020-01-01', context: 'po' } },
    ]);
    expect(cells(found([{ ...posted, poNumber: 'PO-8' }], given))).toEqual([]);
    expect(cells(found([{ ...posted, key: '1' }], given))).toEqual([]);
    expect(cells(found([{ lines: [] }], given))).toEqual([]);
  });

  it('takes rows without a number for what they were posted as', () => {
    const unnumbered = (posted: NonNullable<Books['posted']>) =>
      found(posted, [{ key: null as never }, { key: null as never, itemCode: 'A-2' }]);
    expect(batchOf([{ key: null as never }]).orders[0]?.key).toBeNull();
    expect(cells(unnumbered([{ key: null, lines: both }]))).toEqual([]);
    expect(unnumbered([{ lines: both }]).findings).toMatchObject([{ cell: 'A2', actual: { value: '' } }]);
    expect(cells(found([{ key: null, lines: both }]))).toEqual(['A2 order.posted-before']);
  });

  it('has nothing to compare where a row is not clear', () => {
    expect(cells(found([{ lines: [] }, { lines: both }], [{ quantity: undefined } as never]))).toEqual([]);
  });
});
