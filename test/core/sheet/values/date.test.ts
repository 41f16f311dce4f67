import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfNumber, isDateFormat, parseDateText } from '../../../../core/sheet/values/date.ts';
import { dateColumnOf, type SheetDates } from '../../../../core/sheet/values/date-column.ts';
import { dateOf, type PlainDate, serialOfDate } from '../../../../core/value/date.ts';
import { saidBy, shown } from './shown.ts';

const read = (text: string): string => shown(parseDateText(text));
const sheet = (years: readonly number[] = [], month: string | null = null): SheetDates => ({
  years: () => new Set(years),
  month: month as PlainDate | null,
});
/** Every text read as its column decides. */
const column = (texts: readonly string[], dates = sheet(), orderedOn: string | null = null): string[] =>
  texts.map((text) => shown(parseDateText(text, dateColumnOf(texts, dates), orderedOn as PlainDate | null)));

describe('dates typed as text', () => {
  it.each([
    ['20210101', '2021-01-01'],
    ['2026.3.5', '2026-03-05'],
    ['2026-3-5', '2026-03-05'],
    ['2026/03/05', '2026-03-05'],
    ['2026\\3\\5', '2026-03-05'],
    ['2026、3、5', '2026-03-05'],
    ['2026 3 5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['2026年3月5号', '2026-03-05'],
    ['２０２６年３月５日', '2026-03-05'],
    ['\u200e2026/3/5', '2026-03-05'],
    ["'2026-3-5", '2026-03-05'],
    ['2026 年 3 月 5 日 星期四', '2026-03-05'],
    ['2026-3-5(周四)', '2026-03-05'],
    ['Thu, 5 Mar 2026', '2026-03-05'],
    ['2026-03-05 14:30:00', '2026-03-05'],
    ['2026-03-05T23:59:59.000Z', '2026-03-05'],
    ['2026/3/5 下午 3:20', '2026-03-05'],
    ['2026/3/5 3:20 PM', '2026-03-05'],
    ['2026-3-5 14点前', '2026-03-05'],
    ['2026-3-5上午', '2026-03-05'],
    ['2026-3-5前', '2026-03-05'],
    ['2026年3月5日之前发货', '2026-03-05'],
    ['115/03/05', '2026-03-05'],
    ['115.3.5', '2026-03-05'],
    ['1150305', '2026-03-05'],
    ['民國115年3月5日', '2026-03-05'],
    ['中華民國 99年12月31日', '2010-12-31'],
    ['5 Mar 2026', '2026-03-05'],
    ['5-Mar-2026', '2026-03-05'],
    ['5-Mar-26', '2026-03-05'],
    ["5 Mar '99", '1999-03-05'],
    ['1-Jan-70', '1970-01-01'],
    ['1-Jan-69', '2069-01-01'],
    ['5th of March 2026', '2026-03-05'],
    ['March 5, 2026', '2026-03-05'],
    ['Sept. 5, 2026', '2026-09-05'],
    ['2026-Mar-5', '2026-03-05'],
    ['25/3/2026', '2026-03-25'],
    ['3/25/2026', '2026-03-25'],
    ['5/5/2026', '2026-05-05'],
    ['26年3月5日', '2026-03-05'],
    ['26-3-5', '2026-03-05'],
    ['31/12/99', '1999-12-31'],
    ['3/5/2026', 'ambiguous 2026-03-05 2026-05-03'],
    ['15/03/05', 'ambiguous 2005-03-15 2015-03-05'],
    ['05/03/04', 'ambiguous 2004-03-05 2004-05-03 2005-03-04'],
    ['260305', 'ambiguous 2005-03-26 2026-03-05'],
    ['3/5', 'no-year'],
    ['13/5', 'no-year'],
    ['3月5日', 'no-year'],
    ['3.5号', 'no-year'],
    ['5月30发货', 'no-year'],
    ['5月30日前发货', 'no-year'],
    ['Mar 5', 'no-year'],
    ['5 Mar', 'no-year'],
    ['2/29', 'no-year'],
    ['2/30', 'not-a-date'],
    ['13/13', 'not-a-date'],
    ['3月底', 'no-year'],
    ['13月底', 'not-a-date'],
    ['2026年3月底', 'relative 2026-03-31'],
    ['2028年2月末', 'relative 2028-02-29'],
    ['2026年3月', 'no-day'],
    ['2026-03', 'no-day'],
    ['202603', 'no-day'],
    ['3月份', 'no-day'],
    ['115年3月', 'no-day'],
    ['March 2026', 'no-day'],
    ['Mar-26', 'no-day'],
    ['Foo-26', 'not-a-date'],
    ['2026-02-30', 'not-a-date'],
    ['20261301', 'not-a-date'],
    ['soon', 'not-a-date'],
    ['5 Foo 2026', 'not-a-date'],
    ['5 Ma 2026', 'not-a-date'],
    ['3/5-3/10', 'not-a-date'],
    [`2026-3-5${' x'.repeat(40)}`, 'not-a-date'],
    ['-', 'empty'],
    ['  ', 'empty'],
    ['无', 'empty'],
    ['N/A', 'empty'],
  ])('%s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(saidBy(parseDateText(text))).toBeUndefined();
  });

  it.each([
    '月底',
    '3月下旬',
    '年底',
    '下周三',
    '本周五',
    '周五',
    '明天',
    '7天内',
    '30天',
    '15日',
    '3月5日后',
    '3月5日左右',
    '收到定金后15天',
    '约3月5日',
    '节前',
    'Q2',
    'next Friday',
    'Friday',
    'end of March',
    '2 weeks after payment',
    'tomorrow',
  ])('%s names no day that a sheet could tell', (text) => expect(read(text)).toBe('relative'));

  it.each([
    '等通知',
    '等通知发货',
    '等客户通知后再发货',
    '客户通知',
    '款到发货',
    '貨款到帳後出貨',
    '待电话',
    '电话通知',
    '電話通知後出貨',
    '另行通知',
    '以通知为准',
    '待定',
    '未定',
    '暂未定',
    '尽快',
    '盡快出貨',
    '急',
    '加急',
    '现货',
    '长期有效',
    'TBD',
    't.b.c.',
    'To be advised',
    'ASAP',
    'as soon as possible',
    'Urgent!',
  ])('%s leaves the date open, which is not empty', (text) => {
    expect(read(text)).toBe('empty');
    expect(saidBy(parseDateText(text))).toEqual({ openDate: true });
  });
});

describe('a column of dates', () => {
  it('decides the order of day and month from any value that has only one', () => {
    expect(column(['3/5/2026', '3/25/2026'])).toEqual(['2026-03-05', '2026-03-25']);
    expect(column(['3/5/2026', '25.3.2026'])).toEqual(['2026-05-03', '2026-03-25']);
    expect(column(['03/05/26', '03/25/26'])).toEqual(['2026-03-05', '2026-03-25']);
  });

  it('decides nothing from values that contradict each other', () => {
    expect(column(['25/3/2026', '3/25/2026', '3/5/2026'])).toEqual([
      '2026-03-25',
      '2026-03-25',
      'ambiguous 2026-03-05 2026-05-03',
    ]);
    expect(column(['3/5', '25/12/2026', '2026/3/5'], sheet([2026]))[0]).toBe('ambiguous 2026-03-05 2026-05-03');
  });

  it('takes no order for possible that has no such month or day', () => {
    for (const impossible of ['0/20/2026', '20/0/2026', '5/32/2026', '5/0/2026', '13/13/2026'])
      expect(column(['3/5/2026', impossible])).toEqual(['ambiguous 2026-03-05 2026-05-03', 'not-a-date']);
  });

  it('knows the habit of who wrote the year first, or the month by name', () => {
    expect(column(['3/5', '2026/4/1'], sheet([2026]))[0]).toBe('2026-03-05');
    expect(column(['3/5', '4月1日'], sheet([2026]))[0]).toBe('2026-03-05');
    expect(column(['3/5', '115/4/1'], sheet([2026]))[0]).toBe('2026-03-05');
    expect(column(['3/5', '115/4/1', '4月1日'], sheet([2026]))[0]).toBe('2026-03-05');
    expect(column(['3/5'], sheet([2026]))).toEqual(['ambiguous 2026-03-05 2026-05-03']);
  });

  it('places short years beside those the sheet speaks of', () => {
    expect(column(['26/03/05'], sheet([2026]))).toEqual(['2026-03-05']);
    expect(column(['26/03/05'], sheet([2027]))).toEqual(['2026-03-05']);
    expect(column(['26/03/05'], sheet([2025]))).toEqual(['2026-03-05']);
    expect(column(['26/03/05'], sheet([2006]))).toEqual(['2005-03-26']);
    expect(column(['26/03/05'], sheet([2016]))).toEqual(['ambiguous 2005-03-26 2026-03-05']);
    expect(column(['26/03/05'], sheet([2004, 2027]))).toEqual(['ambiguous 2005-03-26 2026-03-05']);
    expect(column(['26/03/05', '2026/4/1'])[0]).toBe('2026-03-05');
    expect(column(['15/03/05', '2026/4/1'])[0]).toBe('ambiguous 2005-03-15 2015-03-05');
  });

  it('takes the reading whose years lie together', () => {
    expect(column(['26/03/05', '26/04/20', '26/03/12'])).toEqual(['2026-03-05', '2026-04-20', '2026-03-12']);
    expect(column(['05/03/26', '20/04/26'])).toEqual(['2026-03-05', '2026-04-20']);
    expect(column(['26/03/25', '26/04/26'])[0]).toBe('ambiguous 2025-03-26 2026-03-25');
  });

  it('counts short years from the Republic only where the column does', () => {
    expect(column(['99/12/31', '100/01/05'])).toEqual(['2010-12-31', '2011-01-05']);
    expect(column(['99年12月31日', '100年1月5日'])[0]).toBe('2010-12-31');
    expect(column(['99/12/31'])).toEqual(['1999-12-31']);
    expect(column(['15/03/05', '115/03/05'])[0]).toBe('ambiguous 2005-03-15 2015-03-05');
  });
});

it('asks about dates that the Excel of another country may have turned round', () => {
  const turned = (texts: readonly string[], serials: readonly string[], serial = 46086) =>
    shown(
      dateOfNumber(
        serial,
        'd/m/yyyy',
        false,
        dateColumnOf(texts, sheet(), () => serials as readonly PlainDate[]),
      ),
    );
  expect(turned(['25/3/2026'], ['2026-03-05'])).toBe('ambiguous 2026-03-05 2026-05-03');
  expect(turned(['3/25/2026'], ['2026-03-05'])).toBe('ambiguous 2026-03-05 2026-05-03');
  expect(turned(['25/3/26'], ['2026-03-05'])).toBe('ambiguous 2026-03-05 2026-05-03');
  expect(turned(['25/3/2026'], ['2026-03-03'], 46084)).toBe('2026-03-03');
  expect(turned(['25/3/2026'], ['2026-03-12'], 46093)).toBe('ambiguous 2026-03-12 2026-12-03');
  expect(turned(['25/3/2026'], ['2026-03-05', '2026-03-13'])).toBe('2026-03-05');
  expect(turned(['25/3'], ['2026-03-05'])).toBe('2026-03-05');
  expect(turned(['3/5/2026'], ['2026-03-05'])).toBe('2026-03-05');
  expect(turned(['26年3月25日'], ['2026-03-05'])).toBe('2026-03-05');
});

describe('dates without a year', () => {
  it('take the one the sheet speaks of, if it speaks of one only', () => {
    expect(column(['3月5日'], sheet([2026]))).toEqual(['2026-03-05']);
    expect(column(['3月5日'], sheet([2026, 2027]))).toEqual(['no-year']);
    expect(column(['3月5日', '2026-04-01'])).toEqual(['2026-03-05', '2026-04-01']);
    expect(column(['3月5日', '2027-04-01'], sheet([2026]))[0]).toBe('2026-03-05');
    expect(column(['3月底'], sheet([2026]))).toEqual(['relative 2026-03-31']);
    expect(column(['2月29日'], sheet([2026]))).toEqual(['not-a-date']);
  });

  it('never lie before the order: they are next year’s where that is near, else asked for', () => {
    expect(column(['1月5日'], sheet([2026], '2026-12-01'))).toEqual(['2027-01-05']);
    expect(column(['12月1日'], sheet([2026], '2026-12-01'))).toEqual(['2026-12-01']);
    expect(column(['1月5日'], sheet([2025]), '2026-12-20')).toEqual(['2027-01-05']);
    expect(column(['12月20日'], sheet([2025]), '2026-12-20')).toEqual(['2026-12-20']);
    expect(column(['6月1日'], sheet(), '2026-11-30')).toEqual(['2027-06-01']);
    expect(column(['6月2日'], sheet(), '2026-11-30')).toEqual(['no-year 2026-06-02 2027-06-02']);
    expect(column(['3月5日'], sheet(), '2026-03-10')).toEqual(['no-year 2026-03-05 2027-03-05']);
    expect(column(['2月29日'], sheet(), '2028-12-20')).toEqual(['no-year 2028-02-29']);
    expect(column(['2025-12-01'], sheet(), '2026-12-20')).toEqual(['2025-12-01']);
  });
});

describe('any date', () => {
  const day = fc
    .tuple(fc.integer({ min: 1970, max: 2069 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([y, m, d]) => ({ y, m, d, iso: dateOf(y, m, d) }))
    .filter(({ iso }) => iso !== null);
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const two = (number: number): string => String(number % 100).padStart(2, '0');

  it('reads back from every shape with a full year', () => {
    fc.assert(
      fc.property(day, ({ y, m, d, iso }) => {
        const texts = [
          `${iso}`,
          `${iso} 14:05`,
          `${y}${two(m)}${two(d)}`,
          `${y}.${m}.${d}`,
          `${y}/${m}/${d}`,
          `${y}年${m}月${d}日`,
          `民國${y - 1911}年${m}月${d}日`,
          `${d} ${names[m - 1]} ${y}`,
          `${d}-${names[m - 1]}-${two(y)}`,
          `${names[m - 1]} ${d}, ${y}`,
        ];
        for (const text of texts) expect(read(text)).toBe(iso);
        expect(shown(dateOfNumber(serialOfDate(iso as PlainDate), 'yyyy-mm-dd', false))).toBe(iso);
      }),
    );
  });

  it('is itself or one of the choices in every shape that leaves something open', () => {
    fc.assert(
      fc.property(day, ({ y, m, d, iso }) => {
        for (const text of [
          `${d}/${m}/${y}`,
          `${m}/${d}/${y}`,
          `${two(y)}/${two(m)}/${two(d)}`,
          `${two(d)}.${two(m)}.${two(y)}`,
        ]) {
          const reading = parseDateText(text);
          if (reading.kind === 'unreadable') {
            expect(reading.problem).toBe('ambiguous');
            expect(reading.choices?.length).toBeGreaterThan(1);
            expect(reading.choices).toContain(iso);
          } else expect(shown(reading)).toBe(iso);
        }
      }),
    );
  });

  it('reads its own value again, and never throws, whatever is typed', () => {
    const pieces = fc.constantFrom(
      ...'2026 115 3 5 31 - / . 年 月 日 民國 Mar １ 周一 : T 底 前 后 发货 下'.split(' '),
      ' ',
      '\n',
    );
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
      fc.string({ unit: pieces }),
    );
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 4 }), fc.boolean(), (texts, known) => {
        const decided = dateColumnOf(texts, sheet(known ? [2026] : []));
        for (const text of texts) {
          const reading = parseDateText(text, decided);
          const values =
            reading.kind === 'value' ? [reading.value] : reading.kind === 'unreadable' ? (reading.choices ?? []) : [];
          for (const value of values) expect(read(value)).toBe(value);
        }
      }),
    );
  });
});

describe('dates as numbers', () => {
  it('reads serials of both date systems', () => {
    expect(shown(dateOfNumber(46086, 'yyyy-mm-dd', false))).toBe('2026-03-05');
    expect(shown(dateOfNumber(46086.75, 'yyyy/m/d h:mm', false))).toBe('2026-03-05');
    expect(shown(dateOfNumber(44624, 'yyyy-mm-dd', true))).toBe('2026-03-05');
    expect(shown(dateOfNumber(0, 'yyyy/m/d', true))).toBe('1904-01-01');
    expect(shown(dateOfNumber(0, 'yyyy/m/d', false))).toBe('not-a-date');
    expect(shown(dateOfNumber(260305, 'yyyy-mm-dd', false))).toBe('2612-09-08');
  });

  it.each([
    [46086, '2026-03-05'],
    [32874, '1990-01-01'],
    [32873, 'not-a-date'],
    [73050, '2099-12-31'],
    [73051, 'not-a-date'],
    [20260305, '2026-03-05'],
    [20260305.5, 'not-a-date'],
    [1150305, '2026-03-05'],
    [991231, '1999-12-31'],
    [260305, 'ambiguous 2005-03-26 2026-03-05'],
    [500, 'not-a-date'],
    [2026.3, 'not-a-date'],
    [19000101, '1900-01-01'],
    [21001231, '2100-12-31'],
    [21001232, 'not-a-date'],
    [1000101, '2011-01-01'],
    [1991231, '2110-12-31'],
    [100101, 'ambiguous 2001-01-10 2001-10-01 2010-01-01'],
  ])('believes the plain number %s only where it can hardly be anything else: %s', (number, expected) =>
    expect(shown(dateOfNumber(number, null, false))).toBe(expected),
  );

  it('reads digits typed as a number as its column does', () => {
    expect(shown(dateOfNumber(260305, null, false, dateColumnOf(['260305', '260412'], sheet([2026]))))).toBe(
      '2026-03-05',
    );
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
