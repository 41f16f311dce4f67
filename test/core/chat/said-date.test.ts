import { describe, expect, it } from 'vitest';
import { dateIn } from '../../../core/chat/said-date.ts';
import type { PlainDate } from '../../../core/value/date.ts';

describe('a day named on Friday, 20 November 2026', () => {
  it.each([
    ['今天', '2026-11-20 sure'],
    ['明天', '2026-11-21 sure'],
    ['后天', '2026-11-22 sure'],
    ['大後天', '2026-11-23 sure'],
    ['周三', '2026-11-25 likely'],
    ['周五', '2026-11-27 unsure'],
    ['本周五', '2026-11-20 sure'],
    ['下周三', '2026-11-25 sure'],
    ['下下週一', '2026-11-30 sure'],
    ['禮拜天', '2026-11-22 likely'],
    ['月底', '2026-11-30 likely'],
    ['下月底', '2026-12-31 sure'],
    ['12月底', '2026-12-31 likely'],
    ['下个月3号', '2026-12-03 sure'],
    ['3号', '2026-12-03 likely'],
    ['25号', '2026-11-25 likely'],
    ['十二月三号', '2026-12-03 sure'],
    ['1月8日', '2027-01-08 sure'],
    ['11月10日', '2027-11-10 unsure'],
    ['2026-12-03', '2026-12-03 sure'],
    ['2026年12月3日', '2026-12-03 sure'],
    ['12/3 要', '2026-12-03 likely'],
    ['12/3', '2026-12-03 unsure'],
    ['12/25', '2026-12-25 likely'],
    ['12.3前', '2026-12-03 likely'],
    ['1.15号到货', '2027-01-15 sure'],
    ['2.8号前', '2027-02-08 sure'],
    ['12.5 日', '2026-12-05 sure'],
    ['12-3号', '2026-12-03 sure'],
    ['1/15号', '2027-01-15 sure'],
    ['11.10号', '2027-11-10 unsure'],
    ['3-5号', '2026-12-05 unsure'],
    ['1.15到货', '2027-01-15 likely'],
    ['10天内', '2026-11-30 likely'],
    ['within 2 weeks', '2026-12-04 likely'],
    ['tomorrow', '2026-11-21 sure'],
    ['next Wednesday', '2026-11-25 likely'],
    ['Friday', '2026-11-27 unsure'],
    ['by Monday', '2026-11-23 likely'],
    ['end of month', '2026-11-30 likely'],
    ['Dec 3rd', '2026-12-03 sure'],
    ['3 Dec', '2026-12-03 sure'],
    ['3rd of December 2026', '2026-12-03 sure'],
  ])('%s', (text, day) => {
    const said = dateIn(text, '2026-11-20' as PlainDate)?.said;
    expect(`${said?.value} ${said?.sure}`).toBe(day);
  });

  it.each(['11月31日', '32号', '3号楼', '5号电池', '10号槽钢', '13.5号', 'DN50', '12.5', '3.20', 'sunny', 'monitor'])(
    'none in %s',
    (text) => {
      expect(dateIn(text, '2026-11-20' as PlainDate)).toBeNull();
    },
  );
});
