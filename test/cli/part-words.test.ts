import { expect, it } from 'vitest';
import { bookKinds } from '../../core/check/knowledge.ts';
import { allRecordKinds } from '../../core/record/registry.ts';
import { textsIn } from '../../locales/index.ts';
import { partIn } from '../../server/cli/part-words.ts';

const names = [
  'settings',
  ...bookKinds.map((kind) => `book ${kind}`),
  ...allRecordKinds.map((kind) => `record ${kind}`),
  'answer',
  'file',
  'lost',
];

it.each(names)('"%s" is said in Chinese, with what is behind it', (name) => {
  for (const locale of ['zh-Hans', 'zh-Hant'] as const)
    expect(partIn(`${name} X-1`, textsIn(locale))).toMatch(/^\p{Script=Han}+ X-1$/u);
});
