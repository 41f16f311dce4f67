import { expect, it } from 'vitest';
import { cells, check } from '../given.ts';

it('current item: stops discontinued ones', () => {
  const items = [{ code: 'A-1' }, { code: 'OLD', name: '旧款', discontinued: true }];
  const result = check([{}, { itemCode: 'OLD' }], { items, stock: { 'A-1': '9', OLD: '9' } });
  expect(cells(result)).toEqual(['D3 item.discontinued']);
  expect(result.findings[0]?.data).toEqual({ item: 'OLD', name: '旧款' });
});
