import { dayOff, holidaysKnownUntil, isUncertain } from '../../policy/working-days.ts';
import type { Rule } from '../rule.ts';
import { wishedDate } from '../wished-date.ts';

/** Says once that wished dates lie in years whose public holidays aren't known yet: working-day can't judge them. */
export const knownHolidays: Rule = {
  name: 'known-holidays',
  codes: [],
  scope: 'check',
  needs: [],
  check({ lines, policy: { calendar }, today }) {
    const first = lines.find(({ parsed }) => {
      const due = wishedDate(parsed);
      return due !== undefined && due >= today && isUncertain(due, calendar) && dayOff(due, calendar) === null;
    });
    if (!first) return [];
    const data = { rule: knownHolidays.name, context: 'holidays', until: holidaysKnownUntil };
    return [{ code: 'check.not-run', at: { table: first.parsed.table }, data }];
  },
};
