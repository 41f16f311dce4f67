import { expect, test } from 'vitest';
import { changeLifecycle } from '../../core/change/transitions.ts';
import { recordRefusal } from '../../core/record/door.ts';
import { describeRefusal } from '../../locales/describe-refusal.ts';
import { textsIn } from '../../locales/index.ts';

const change = { number: 'CR-202611-00001', status: 'agreed' } as const;

test('a refusal of a paper beside the order says its number and where it stands, in words', () => {
  const refusal = recordRefusal(changeLifecycle, 'bring-into-force', change, 'record.wrong-status');
  expect(describeRefusal(refusal, textsIn('en'))).toEqual({
    message: "That can't be done now: CR-202611-00001 is “Customer agreed”.",
    who: 'Who can: Order desk, Head of order desk, Sales manager, Finance manager, General manager.',
  });
  expect(describeRefusal(refusal, textsIn('zh-Hans')).message).toContain('“客户已同意”');
});

test('departments and points of a read-back are named, not their codes', () => {
  const said = (code: 'change.department-not-asked' | 'communication.point-unread', data: Record<string, string>) =>
    describeRefusal({ code, data }, textsIn('zh-Hant')).message;
  expect(said('change.department-not-asked', { department: 'quality' })).toBe('這次變更不需要品管部會簽。');
  expect(said('communication.point-unread', { point: 'dates' })).toBe('還須向客戶複述：日期。');
});
