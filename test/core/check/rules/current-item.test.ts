import { expect, it } from 'vitest';
import { currentItem } from '../../../../core/check/rules/current-item.ts';
import { cells, checkWith } from '../given.ts';

it('current item: stops discontinued ones, where the row names them', () => {
  const items = [{ code: 'A-1' }, { code: 'OLD', name: '旧款', barcode: '6901', discontinued: true }];
  const rows = [{}, { itemCode: 'OLD' }, { itemCode: undefined, barcode: '6901' }];
  const { findings } = checkWith([currentItem], rows, { items });
  expect(cells({ findings })).toEqual(['D3 item.discontinued', 'E4 item.discontinued']);
  // By its code, also where the row says it otherwise.
  for (const { actual, data } of findings) {
    expect(actual).toEqual({ kind: 'text', value: 'OLD' });
    expect(data).toEqual({ item: 'OLD', name: '旧款' });
  }
});
