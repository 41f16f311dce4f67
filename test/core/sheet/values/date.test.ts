import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfNumber, dayOrderOf, isDateFormat, parseDateText } from '../../../../core/sheet/values/date.ts';
import type { Reading } from '../../../../core/sheet/values/reading.ts';

const shown = (reading: Reading<string>): string =>
  reading.kind === 'value' ? reading.value : reading.kind === 'empty' ? 'empty' : reading.problem;

describe('dates typed as text', () => {
  it.each([
    ['20210101', '2021-01-01'],
    ['2026.3.5', '2026-03-05'],
    ['2026-3-5', '2026-03-05'],
    ['2026/03/05', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['２０２６年３月５日', '2026-03-05'],
    ['2026 年 3 月 5 日 星期四', '2026-03-05'],
    ['2026-03-05 14:30:00', '2026-03-05'],
    ['2026-03-05T23:59:59.000Z', '2026-03-05'],
    ['2026/3/5 下午 3:20', '2026-03-05'],
    ['115/03/05', '2026-03-05'],
    ['115.3.5', '2026-03-05'],
    ['民國115年3月5日', '2026-03-05'],
    ['中華民國 99年12月31日', '2010-12-31'],
    ['5 Mar 2026', '2026-03-05'],
    ['5-Mar-2026', '2026-03-05'],
    ['March 5, 2026', '2026-03-05'],
    ['25/3/2026', '2026-03-25'],
    ['3/25/2026', '2026-03-25'],
    ['5/5/2026', '2026-05-05'],
    ['3/5/2026', 'ambiguous'],
    ['3/5', 'no-year'],
    ['3月5日', 'no-year'],
    ['5月30发货', 'no-year'],
    ['26-3-5', 'ambiguous'],
    ['2026-02-30', 'not-a-date'],
    ['20261301', 'not-a-date'],
    ['soon', 'not-a-date'],
    ['5 Foo 2026', 'not-a-date'],
    ['等通知', 'empty'],
    ['等通知发货', 'empty'],
    ['待定', 'empty'],
    ['TBD', 'empty'],
    ['-', 'empty'],
  ])('%s → %s', (text, expected) => expect(shown(parseDateText(text))).toBe(expected));

  it('follows the order of its column', () => {
    expect(shown(parseDateText('3/5/2026', 'month-first'))).toBe('2026-03-05');
    expect(shown(parseDateText('3/5/2026', 'day-first'))).toBe('2026-05-03');
    expect(dayOrderOf(['3/5/2026', '3/25/2026'])).toBe('month-first');
    expect(dayOrderOf(['3/5/2026', '25.3.2026'])).toBe('day-first');
    expect(dayOrderOf(['25/3/2026', '3/25/2026'])).toBeNull();
    expect(dayOrderOf(['3/5/2026'])).toBeNull();
  });

  it('reads any day in every usual shape', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y, m, d] = iso.split('-').map(Number) as [number, number, number];
        const texts = [
          iso,
          iso.replaceAll('-', ''),
          `${y}.${m}.${d}`,
          `${y}/${m}/${d}`,
          `${y}年${m}月${d}日`,
          `民國${y - 1911}年${m}月${d}日`,
        ];
        for (const text of texts) expect(shown(parseDateText(text))).toBe(iso);
      }),
    );
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '2026',
      '3',
      '31',
      '-',
      '/',
      '.',
      ' ',
      '年',
      '月',
      '日',
      '民國',
      'Mar',
      '１',
      '周一',
      ':',
      'T',
      '\n',
    );
    fc.assert(fc.property(fc.string({ unit: pieces }), (text) => void parseDateText(text)));
  });
});

describe('dates as numbers', () => {
  it('reads serials of both date systems', () => {
    expect(shown(dateOfNumber(46086, 'yyyy-mm-dd', false))).toBe('2026-03-05');
    expect(shown(dateOfNumber(46086.75, 'yyyy/m/d h:mm', false))).toBe('2026-03-05');
    expect(shown(dateOfNumber(44624, 'yyyy-mm-dd', true))).toBe('2026-03-05');
    expect(shown(dateOfNumber(0, 'yyyy/m/d', true))).toBe('1904-01-01');
  });
  it('believes plain numbers only where they can hardly be anything else', () => {
    expect(shown(dateOfNumber(46086, null, false))).toBe('2026-03-05');
    expect(shown(dateOfNumber(20260305, null, false))).toBe('2026-03-05');
    expect(shown(dateOfNumber(500, null, false))).toBe('not-a-date');
    expect(shown(dateOfNumber(2026.3, null, false))).toBe('not-a-date');
  });
});

it.each([
  ['yyyy-mm-dd', true],
  ['yyyy"年"m"月"d"日";@', true],
  ['[$-404]e/m/d', true],
  ['[$-804]aaaa', true],
  ['d-mmm', true],
  ['mmm-yy', true],
  ['dd\\-mmm\\-yyyy\\ hh:mm:ss.000', true],
  ['General', false],
  ['@', false],
  ['0.00_);[Red]\\(0.00\\)', false],
  ['"day" 0', false],
  ['h:mm:ss', false],
  ['mm:ss.0', false],
  ['[h]:mm', false],
  ['#,##0.00 "USD"', false],
  ['0.00E+00', false],
  [null, false],
])('the format %s shows a date: %s', (format, expected) => expect(isDateFormat(format)).toBe(expected));
