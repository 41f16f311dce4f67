import { expect, it } from 'vitest';
import { missingBooks } from '../../../core/check/missing-books.ts';
import { knowledge } from './given.ts';

it('no order is taken without a price list and customers; stock may be missing', () => {
  expect(missingBooks(knowledge({ stock: null }))).toEqual([]);
  expect(missingBooks(knowledge({ items: null }))).toEqual(['prices']);
  expect(missingBooks(knowledge({ customers: null }))).toEqual(['customers']);
  expect(missingBooks(knowledge({ items: null, customers: null }))).toEqual(['prices', 'customers']);
});
