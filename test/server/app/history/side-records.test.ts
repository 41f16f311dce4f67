import { expect, test } from 'vitest';
import type { Survey } from '../../../../core/service/survey/survey.ts';
import type { Caller } from '../../../../server/app/company.ts';
import { sideEntries } from '../../../../server/app/history/side-records.ts';
import type { RecordOf } from '../../../../server/ports.ts';

test('an event stored under an earlier name is told by the name it has now', () => {
  const stamp = { at: '2026-11-21T02:00:00.000Z', by: { userId: 'wang', name: 'wang' } };
  const record = {
    state: { number: 'SO-202611-00001', status: 'answered' } as Survey,
    version: 2,
    events: [
      { type: 'satisfaction-asked', order: 'SO-202611-00001', on: '2026-11-21', ...stamp },
      { type: 'satisfaction-recorded', scores: { communication: 5, speed: 4, attitude: 3 }, ...stamp },
    ],
  } as unknown as RecordOf<'survey'>;
  const entries = sideEntries('survey', [record], { user: { roles: ['sales'] } } as unknown as Caller);
  expect(entries).toMatchObject([
    { type: 'survey-sent' },
    { type: 'survey-answered', data: { communication: '5', speed: '4', attitude: '3' } },
  ]);
});
