import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import terms from '../../locales/en/terms.json' with { type: 'json' };
import { textsIn } from '../../locales/index.ts';
import hansRecords from '../../locales/zh-Hans/records.json' with { type: 'json' };
import hantRecords from '../../locales/zh-Hant/records.json' with { type: 'json' };

const glossary = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8');

test('the glossary says every status, role, paper and field as the screens say it', () => {
  const rows = Object.keys(terms)
    .filter((key) => !key.startsWith('severity.'))
    .map((key) => {
      const words = (['en', 'zh-Hans', 'zh-Hant'] as const).map((locale) => textsIn(locale)(`terms:${key}`));
      return `| \`${key.slice(key.indexOf('.') + 1)}\` | ${words.join(' | ')} |`;
    });
  expect(rows.filter((row) => !glossary.includes(row))).toEqual([]);
});

/** A word of the glossary with texts that say it. */
const saidIn: Readonly<Record<string, readonly string[]>> = {
  hold: ['records:command.raise-hold', 'desk:record.hold', 'desk:event.hold-raised', 'refusals:hold.blocks'],
  exception: ['records:command.raise-hold'],
  escalate: [
    'records:command.escalate-hold',
    'records:field.escalations',
    'records:field.escalated',
    'records:field.escalationDue',
    'desk:event.hold-escalated',
    'refusals:hold.not-due',
  ],
  report: [
    'records:command.report-hold',
    'records:field.reported',
    'desk:event.hold-reported',
    'terms:recordStatus.hold.reported',
    'refusals:hold.not-reported',
  ],
  'feed back': [
    'records:command.feed-back-hold',
    'records:field.told',
    'records:field.fedBack',
    'desk:event.hold-fed-back',
    'refusals:hold.fed-back-already',
    'refusals:hold.not-fed-back',
  ],
  complaint: [
    'records:command.receive-complaint',
    'records:command.answer-complaint',
    'records:field.reporter',
    'records:choice.subject.complaint',
    'desk:record.complaint',
    'desk:event.complaint-received',
  ],
  answer: [
    'records:command.answer-complaint',
    'records:field.answerBy',
    'records:field.answer',
    'records:field.answered',
    'desk:event.complaint-answered',
    'terms:recordStatus.complaint.answered',
    'refusals:complaint.answer-past',
  ],
  reply: [
    'screens:command.record-answer',
    'desk:act.answer',
    'desk:review.reply-by',
    'terms:recordStatus.survey.unanswered',
    'refusals:question.reply-by-past',
    'policy:setting.deadlines.customerAnswer',
  ],
};

describe.each(['zh-Hans', 'zh-Hant'] as const)('%s says what the glossary says', (locale) => {
  const wordOf = (term: string): string => {
    const row = glossary.split('\n').find((line) => line.startsWith(`| ${term} |`));
    const cells = row?.split('|').map((cell) => cell.trim()) ?? [];
    return cells[locale === 'zh-Hans' ? 3 : 4] ?? `no row "${term}"`;
  };

  test.each(Object.entries(saidIn))('for %s', (term, keys) => {
    const texts = keys.map((key) => [key, textsIn(locale)(key)]);
    expect(texts.filter(([, text]) => !text?.includes(wordOf(term)))).toEqual([]);
  });

  test('and on records no other word for the same', () => {
    const others = { 'zh-Hans': /升级|回复|暂停|客诉|申诉/, 'zh-Hant': /申訴|投訴|保留|回覆|回報|往上呈報|上報|掛起/ }[
      locale
    ];
    const records: Readonly<Record<string, string>> = { 'zh-Hans': hansRecords, 'zh-Hant': hantRecords }[locale];
    expect(Object.entries(records).filter(([, text]) => others.test(text))).toEqual([]);
  });
});
