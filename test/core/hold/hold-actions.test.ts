import { expect, test } from 'vitest';
import { standardEscalation } from '../../../core/hold/escalation.ts';
import type { Hold } from '../../../core/hold/hold.ts';
import { holdActions } from '../../../core/hold/hold-actions.ts';
import type { Actor } from '../../../core/policy/roles.ts';
import { clerk } from '../order/sample-order.ts';
import { at, director, moneyManager, watchAt } from './given.ts';

/** Raised for credit, so that it is the finance manager's, until 23 November. */
const allowedTo = (hold: Hold, by: Actor, day = '2026-11-22') =>
  holdActions(hold, by, at(day), standardEscalation).flatMap(({ command, allowed }) => (allowed ? [command] : []));

test('a hold is resolved and released by who is in charge and above; others are told who', () => {
  const raised = watchAt('raised').hold();
  expect(allowedTo(raised, clerk)).toEqual(['report-hold']);
  expect(allowedTo(raised, moneyManager)).toEqual(['report-hold', 'resolve-hold']);
  expect(allowedTo(raised, director)).toEqual(['report-hold', 'resolve-hold']);
  expect(allowedTo(watchAt('resolved').hold(), moneyManager)).toEqual(['feed-back-hold', 'release-hold']);
  const closed = holdActions(raised, clerk, at('2026-11-22'), standardEscalation);
  expect(closed.find(({ command }) => command === 'resolve-hold')?.refusal).toMatchObject({
    code: 'role.not-allowed',
    who: ['finance-manager', 'director', 'general-manager'],
  });
});

test('it is escalated once it is late', () => {
  expect(allowedTo(watchAt('raised').hold(), clerk, '2026-11-24')).toContain('escalate-hold');
});
