import type { Observation, Rule } from '../rule.ts';
import { specialWish } from '../special-wish.ts';

/** A customer's special wish is looked at by the technical department before anything is promised (R11). */
export const specialRequirements: Rule = {
  name: 'special-requirements',
  codes: ['requirement.review'],
  scope: 'row',
  needs: [],
  check: ({ lines }) =>
    lines.flatMap((line): Observation[] => {
      const wish = specialWish(line.parsed);
      if (wish === undefined) return [];
      return [
        {
          code: 'requirement.review',
          at: { line, field: 'specialRequirements' },
          actual: { kind: 'text', value: wish },
        },
      ];
    }),
};
