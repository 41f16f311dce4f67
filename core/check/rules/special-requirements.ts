import type { Observation, Rule } from '../rule.ts';

/** What people write where there is nothing to ask for. */
const nothing = /^(?:无|無|沒有|没有|none|no|nil|n\/?a|[-—–/.*\s])*$/i;

/** A customer's special wish is looked at by the technical department before anything is promised (R11). */
export const specialRequirements: Rule = {
  name: 'special-requirements',
  codes: ['requirement.review'],
  scope: 'row',
  needs: [],
  check: ({ lines }) =>
    lines.flatMap((line): Observation[] => {
      const { specialRequirements: wish } = line.parsed;
      if (wish === undefined || nothing.test(wish.normalize('NFKC'))) return [];
      return [
        {
          code: 'requirement.review',
          at: { line, field: 'specialRequirements' },
          actual: { kind: 'text', value: wish },
        },
      ];
    }),
};
