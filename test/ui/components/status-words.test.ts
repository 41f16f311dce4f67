import { expect, test } from 'vitest';
import { textsIn } from '../../../locales/index.ts';
import { wordsOfFate, wordsOfStanding } from '../../../ui/components/status-words.ts';

const t = textsIn('zh-Hans');

test('an order in review waits for whom its plan asks; by its status alone it is the head of the order desk', () => {
  const nextStep = { command: 'approve-order', roles: ['sales-manager' as const, 'director' as const] };
  expect(wordsOfStanding({ status: 'in-review', nextStep }, t)).toEqual({ text: '待评审', next: '批准 · 销售经理' });
  expect(wordsOfStanding({ status: 'in-review' }, t).next).toBe('批准 · 订单主管');
  expect(wordsOfStanding({ status: 'archived' }, t).next).toBe('');
  const posted = { outcome: 'unchanged', key: '1', number: 'SO-202611-00001', status: 'in-review', nextStep } as const;
  expect(wordsOfFate(posted, { t, locale: 'zh-Hans' })).toEqual({ text: '待评审', next: '批准 · 销售经理' });
});
