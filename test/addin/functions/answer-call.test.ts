import { describe, expect, test } from 'vitest';
import { answerCall, type Results, rmbCall } from '../../../addin/functions/answer-call.ts';
import type { Argument } from '../../../addin/functions/cells.ts';
import { mostCells } from '../../../addin/functions/cells.ts';
import { createLookups, type LookupState } from '../../../addin/functions/lookups.ts';
import type { AskingId } from '../../../addin/functions/questions.ts';
import type { Speech } from '../../../addin/functions/result-of.ts';
import { type Lookup, type LookupAnswer, lookupGaps } from '../../../core/lookup/lookup.ts';
import type { Locale } from '../../../core/policy/locale.ts';
import { locales } from '../../../core/policy/locale.ts';
import { textsIn } from '../../../locales/index.ts';

const speaking = (locale: Locale, date1904 = false): Speech => ({ t: textsIn(locale), locale, date1904 });

/** A formula over lookups that the test answers: what was asked, what it shows, how to answer. */
function enter(id: AskingId, args: readonly Argument[], speech: Speech = speaking('en')) {
  const watched: { lookup: Lookup; tell: (state: LookupState) => void }[] = [];
  const shown: Results[] = [];
  let soon: (() => void)[] = [];
  const nothing = createLookups({
    ask: async () => [],
    troubleOf: () => ({ kind: 'away' }),
    later: () => () => undefined,
  });
  const lookups = {
    ...nothing,
    watch(lookup: Lookup, tell: (state: LookupState) => void) {
      const entry = { lookup, tell };
      watched.push(entry);
      return () => void watched.splice(watched.indexOf(entry), 1);
    },
  };
  const end = answerCall(
    { id, args, show: (results) => shown.push(results) },
    { lookups, speech: () => speech, soon: (action) => void soon.push(action) },
  );
  const settle = () => {
    const now = soon;
    soon = [];
    for (const action of now) action();
  };
  const answer = (...answers: LookupAnswer[]) => {
    for (const [at, given] of answers.entries()) watched[at]?.tell({ kind: 'answer', answer: given });
    settle();
  };
  settle();
  return { asked: watched.map(({ lookup }) => lookup), watched, shown, answer, end, settle };
}
const asked = (id: AskingId, args: readonly Argument[], speech?: Speech) => enter(id, args, speech).asked;
const price = (value: string): LookupAnswer => ({ found: 'price', price: value as never });

describe('what a formula asks', () => {
  test('single cells come as blocks of one; what is left out is not asked for', () => {
    expect(asked('PRICE', [[['A-1']], null, null, null])).toEqual([{ ask: 'price', item: 'A-1' }]);
    expect(asked('PRICE', [[['A-1']], [[10]], [['C1']], [[46_347]]])).toEqual([
      { ask: 'price', item: 'A-1', quantity: '10', customer: 'C1', on: '2026-11-21' },
    ]);
    expect(asked('AVAILABLE', ['A-1', undefined])).toEqual([{ ask: 'available', item: 'A-1' }]);
    expect(asked('EARLIEST', [[['A-1']], [['1200']]])).toEqual([{ ask: 'earliest', item: 'A-1', quantity: '1200' }]);
    expect(asked('STATUS', [[[' ｓｏ-202611-0004２ ']]])).toEqual([{ ask: 'status', order: 'SO-202611-00042' }]);
  });

  test('an empty cell is null in one Excel and 0 in another: neither is a date, a customer or a quantity', () => {
    for (const empty of [null, 0, '', '  '])
      expect(asked('PRICE', [[['A-1']], [[empty]], [[empty]], [[empty]]])).toEqual([{ ask: 'price', item: 'A-1' }]);
  });

  test('codes may be numbers, and full-width digits are digits', () => {
    expect(asked('AVAILABLE', [[[123]], null])).toEqual([{ ask: 'available', item: '123' }]);
    expect(asked('AVAILABLE', [[['００１２３']], null])).toEqual([{ ask: 'available', item: '00123' }]);
    expect(asked('PRICE', [[['A-1']], [['１２']], null, null])).toMatchObject([{ quantity: '12' }]);
  });

  test.each([
    [46_347, false, '2026-11-21'],
    [44_885, true, '2026-11-21'],
    ['2026-12-03', false, '2026-12-03'],
    ['2026年12月3日', false, '2026-12-03'],
    ['２０２６/１２/３', true, '2026-12-03'],
    [20_261_203, false, '2026-12-03'],
    [46_347.75, false, '2026-11-21'],
  ])('the day %s (1904: %s) is %s', (cell, date1904, by) => {
    expect(asked('AVAILABLE', [[['A']], [[cell]]], speaking('en', date1904))).toEqual([
      { ask: 'available', item: 'A', by },
    ]);
  });
});

describe('ranges', () => {
  test('a column of items is one call: its answers spill, a single argument holds for all', () => {
    const call = enter('PRICE', [[['A'], ['B']], [[5]], null, null]);
    expect(call.asked).toEqual([
      { ask: 'price', item: 'A', quantity: '5' },
      { ask: 'price', item: 'B', quantity: '5' },
    ]);
    call.answer(price('1'), price('2.5'));
    expect(call.shown).toEqual([[[1], [2.5]]]);
  });

  test('rows that are still empty show nothing and ask nothing; those under the last filled one fall away', () => {
    const call = enter('AVAILABLE', [[['A'], [null], ['B'], [0], ['']], null]);
    call.answer({ found: 'quantity', quantity: '1' as never }, { found: 'quantity', quantity: '2' as never });
    expect(call.shown).toEqual([[[1], [''], [2]]]);
    expect(enter('AVAILABLE', [[[null]], null]).shown).toEqual([[['']]]);
  });

  test('a row of items and a column of quantities make a table', () => {
    expect(asked('EARLIEST', [[['A', 'B']], [[1], [2]]]).map((lookup) => Object.values(lookup).slice(1))).toEqual([
      ['A', '1'],
      ['B', '1'],
      ['A', '2'],
      ['B', '2'],
    ]);
  });

  test('where a range ends before the others, its rows say so', () => {
    const call = enter('EARLIEST', [
      [['A'], ['B'], ['C']],
      [[1], [2]],
    ]);
    call.answer({ found: 'day', on: '2026-12-03' as never }, { found: 'nothing', because: 'no-day-known' });
    expect(call.shown).toEqual([
      [
        [{ day: 46_359 }],
        [{ error: 'not-available', text: 'Nobody knows a day by which so many of “B” are there.' }],
        [{ error: 'not-available', text: 'The ranges differ in size.' }],
      ],
    ]);
  });

  test('a whole column is as long as what stands in it; more than a sheet can bear is refused', () => {
    const column = Array.from({ length: 100_000 }, (_, row) => [row < 3 ? `A${row}` : null]);
    expect(asked('AVAILABLE', [column, null])).toHaveLength(3);
    const full = Array.from({ length: mostCells + 1 }, () => ['A']);
    expect(enter('AVAILABLE', [full, null]).shown).toMatchObject([[[{ error: 'invalid-value' }]]]);
    expect(rmbCall(full, speaking('en'))).toMatchObject([[{ error: 'invalid-value' }]]);
  });
});

describe('what a formula shows', () => {
  test('nothing before all its cells are known, then whatever comes together, once', () => {
    const call = enter('PRICE', [[['A'], ['B']], null, null, null]);
    call.answer(price('1'));
    expect(call.shown).toEqual([]);
    call.watched[1]?.tell({ kind: 'answer', answer: price('2') });
    call.watched[0]?.tell({ kind: 'answer', answer: price('3') });
    call.settle();
    expect(call.shown).toEqual([[[3], [2]]]);
  });

  test('nothing any more once it is deleted', () => {
    const call = enter('STATUS', [[['SO-202611-00001']]]);
    const [{ tell } = { tell: () => undefined }] = call.watched;
    call.end();
    expect(call.watched).toEqual([]);
    tell({ kind: 'answer', answer: { found: 'status', status: 'shipped' } });
    call.settle();
    expect(call.shown).toEqual([]);
  });

  test('statuses and days, in the user’s language and the workbook’s count', () => {
    const status = enter('STATUS', [[['SO-202611-00001']]], speaking('zh-Hans'));
    status.answer({ found: 'status', status: 'awaiting-countersign' });
    expect(status.shown).toEqual([[['待回签']]]);
    const day = enter('EARLIEST', [[['A']], [[1]]], speaking('en', true));
    day.answer({ found: 'day', on: '2026-12-03' as never });
    expect(day.shown).toEqual([[[{ day: 46_359 - 1462 }]]]);
  });

  test.each([
    ['PRICE', [[['A']], [[-1]], null, null], 'The quantity must be a number above zero, not “-1”.'],
    ['PRICE', [[['A']], [['3箱']], null, null], 'The quantity must be a number above zero, not “3箱”.'],
    ['PRICE', [[['A']], [['a few']], null, null], 'The quantity must be a number above zero, not “a few”.'],
    ['EARLIEST', [[['A']], [[null]]], 'A quantity is missing.'],
    [
      'PRICE',
      [[['A']], null, null, [['3/5/2026']]],
      '“3/5/2026” is no date that can be read in one way only. Write it as 2026-12-03.',
    ],
    ['AVAILABLE', [[['A']], [[true]]], '“true” is no date that can be read in one way only. Write it as 2026-12-03.'],
    [
      'AVAILABLE',
      [[['6.90123E+12']], null],
      '“6.90123E+12” is no item code: too long, or Excel has cut its digits. Enter it as text.',
    ],
    ['PRICE', [[['A']], null, [['x'.repeat(201)]], null], `“${'x'.repeat(100)}” is no customer’s code or name.`],
    ['STATUS', [[['x'.repeat(201)]]], `“${'x'.repeat(100)}” is no Countersign no.`],
  ] as const)('%s of %j can’t be asked, and why is said', (id, args, text) => {
    const call = enter(id, args as unknown as Argument[]);
    expect([call.asked, call.shown]).toEqual([[], [[[{ error: 'invalid-value', text }]]]]);
  });

  test('every gap and every trouble has words that leave no place open, in each language', () => {
    for (const locale of locales)
      for (const state of [
        ...lookupGaps.flatMap((because) =>
          [{}, { hint: 'A-2' }].map(
            (hint): LookupState => ({ kind: 'answer', answer: { found: 'nothing', because, ...hint } }),
          ),
        ),
        ...(['away', 'not-connected', 'not-allowed'] as const).map(
          (kind): LookupState => ({ kind: 'trouble', trouble: { kind } }),
        ),
        { kind: 'trouble', trouble: { kind: 'fault', message: 'disk full' } } as const,
      ]) {
        const call = enter('PRICE', [[['A-1']], null, [['C1']], null], speaking(locale));
        call.watched[0]?.tell(state);
        call.settle();
        const [[[cell] = []] = []] = call.shown;
        expect(cell).toMatchObject({ error: 'not-available', text: expect.not.stringMatching(/\{\{|^$/) });
      }
  });

  test('an item that may be meant is named', () => {
    const call = enter('PRICE', [[['FL-5O']], null, null, null]);
    call.answer({ found: 'nothing', because: 'item-unknown', hint: 'FL-50' });
    expect(call.shown).toMatchObject([[[{ text: '“FL-5O” is not in the price list. Is FL-50 meant?' }]]]);
  });
});

describe('RMB', () => {
  const capitals = (content: Argument, locale: Locale = 'en') => rmbCall(content, speaking(locale))[0]?.[0];

  test.each([
    [16_409.02, '壹万陆仟肆佰零玖元零贰分'],
    [0, '零元整'],
    [-12.3, '负壹拾贰元叁角整'],
    [0.055, '陆分'],
    ['￥1,680.32', '壹仟陆佰捌拾元零叁角贰分'],
    ['１２', '壹拾贰元整'],
    [9_999_999_999_999.98, '玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角捌分'],
    [null, ''],
  ])('%s is %s', (amount, text) => {
    expect(capitals([[amount]])).toBe(text);
  });

  test('is in traditional capitals where the user writes so', () => {
    expect(capitals([[26_400.35]], 'zh-Hant')).toBe('貳萬陸仟肆佰元零參角伍分');
  });

  test.each([['a lot'], [true], ['5%'], ['12.5元/箱'], ['US$ 3']])('%s is no amount', (amount) => {
    expect(capitals([[amount]])).toEqual({ error: 'invalid-value', text: `“${amount}” is no amount.` });
  });
  test.each([[1e13], [-1e13], [1e15], [1e300], ['1E15']])('%s is more than can be written to the cent', (amount) => {
    expect(capitals([[amount]])).toMatchObject({ error: 'invalid-value', text: expect.stringMatching(/ten trillion/) });
  });

  test('of a range, cell by cell', () => {
    expect(
      rmbCall(
        [
          [1, 2],
          [null, 3],
        ],
        speaking('en'),
      ),
    ).toEqual([
      ['壹元整', '贰元整'],
      ['', '叁元整'],
    ]);
  });
});
