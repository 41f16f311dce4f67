import { expect, it } from 'vitest';
import { isRetail, sameClass } from '../../../core/policy/customer-class.ts';

it.each([
  ['经销', '经销商', '經銷商', '经销客户', 'Dealer', 'dealers'],
  ['批发', '批发商', '批發客戶', 'Wholesale', 'Wholesaler'],
  ['a级', 'A', 'Ａ類', 'A级客户', 'Class A', 'classa', 'grade a'],
  ['vip', 'VIP', 'VIP客户', 'VIP级', 'VIP Customer'],
  ['会员', '會員', 'Member'],
])('%s: one class in all its spellings', (name, ...spellings) => {
  expect(spellings.filter((spelling) => !sameClass(name, spelling))).toEqual([]);
});

it('keeps other classes apart', () => {
  const classes = [
    '经销',
    '批发',
    '代理',
    'A',
    'B',
    'VIP',
    '会员',
    '零售',
    '零售商',
    '电商',
    '一级',
    '一级经销商',
    'Classic',
  ];
  const alike = classes.flatMap((a, index) => classes.slice(index + 1).filter((b) => sameClass(a, b)));
  expect(alike).toEqual([]);
  expect(sameClass(undefined, undefined)).toBe(false);
  expect(classes.filter(isRetail)).toEqual(['零售']);
});
