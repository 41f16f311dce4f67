import { expect, test } from 'vitest';
import { newCompany } from '../../../core/policy/company-defaults.ts';
import { policyInForce } from '../../../core/policy/in-force.ts';
import { standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import { answersTo } from '../../../core/policy/user-name.ts';

const said = { name: '甬江五金行', locale: 'zh-Hans', currency: 'CNY', timeZone: 'Asia/Shanghai' } as const;

test.each([
  ['CNY', '0.13'],
  ['TWD', '0.05'],
  ['USD', '0'],
])('a new company that sells in %s begins with a VAT rate of %s', (currency, taxRate) => {
  expect(newCompany({ ...said, currency })).toMatchObject({ taxRate, address: '', phone: '' });
});

test('the number of users decides whether two pairs of eyes are asked for, unless the office has', () => {
  const duties = (users: number, set = 'automatic') => {
    const policy = withSetting(standardPolicy, 'approval.separationOfDuties', set);
    return policyInForce({ version: 1, policy }, users).duties;
  };
  expect([1, 2, 9].map((users) => duties(users))).toEqual(['single-person', 'strict', 'strict']);
  expect(duties(1, 'strict')).toBe('strict');
  expect(duties(2, 'single-person')).toBe('single-person');
});

test('people answer to id and name, however they are typed', () => {
  const wang = { id: 'wang.fang', name: '王芳 Fang' };
  for (const called of ['wang.fang', 'WANG.FANG', '王芳 fang', ' 王芳　Ｆａｎｇ '])
    expect(answersTo(wang, called)).toBe(true);
  for (const called of ['wang', '王芳', '']) expect(answersTo(wang, called)).toBe(false);
});
