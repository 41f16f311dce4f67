import { expect, it } from 'vitest';
import { specialRequirements } from '../../../../core/check/rules/special-requirements.ts';
import { cells, checkWith } from '../given.ts';

const found = (wish?: string) =>
  checkWith([specialRequirements], [wish === undefined ? {} : { specialRequirements: wish }]);

it('special requirements go to the technical department', () => {
  expect(found('无铅焊接').findings).toMatchObject([
    { cell: 'O2', code: 'requirement.review', severity: 'info', actual: { kind: 'text', value: '无铅焊接' } },
  ]);
});

it.each([undefined, '无', '無', '没有', 'N/A', 'na', 'none', '--', ' / ', '－'])(
  'special requirements: %s is none',
  (wish) => {
    expect(cells(found(wish))).toEqual([]);
  },
);
