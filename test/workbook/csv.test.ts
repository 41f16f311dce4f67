import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { no } from '../../core/value/result.ts';
import { parseDelimited } from '../../workbook/csv/parse.ts';
import { readWorkbook } from '../../workbook/read-workbook.ts';
import { problemOf, sheetsOf } from './fixture.ts';

describe('delimited text', () => {
  it('follows RFC 4180 and keeps text text', () => {
    expect(parseDelimited('订单号,品名,数量\r\n007,"螺栓, ""M8""\n长",5\r\n,,\r\n=1+1,x')).toEqual([
      ['订单号', '品名', '数量'],
      ['007', '螺栓, "M8"\n长', '5'],
      [],
      ['=1+1', 'x'],
    ]);
  });

  it.each([
    [
      'a;b;c\n1,5;2;3',
      [
        ['a', 'b', 'c'],
        ['1,5', '2', '3'],
      ],
    ],
    [
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['sep=|\na|b,c', [['a', 'b,c']]],
    ['\ufeffa,b\n', [['a', 'b']]],
    [
      '"a"b,c ""\n"d" ,"5"" pipe"',
      [
        ['ab', 'c ""'],
        ['d ', '5" pipe'],
      ],
    ],
    ['"a\nb" ,c', [['a\nb ', 'c']]],
    ['', []],
  ])('%j', (text, rows) => expect(parseDelimited(text)).toEqual(rows));

  const head = '订单号,客户,货号,数量';
  it.each<[string, readonly string[], object]>([
    [
      'never',
      ['Q-1,"甲,乙\n公司",A,1', 'Q-2,"未闭合,A,1', 'Q-3,丙,B,2'],
      { cell: 'B3', line: '4', text: '"未闭合,A,1' },
    ],
    ['at the end of the file', ['Q-1,甲,A,"1'], { cell: 'D2', line: '2', text: '"1' }],
    [
      'by the next quote, which opens another',
      ['Q-1,"甲,A,1', 'Q-2,"乙",B,2'],
      { cell: 'B2', line: '2', text: '"甲,A,1' },
    ],
    [
      'by a quote within a later row',
      ['"Q-1,甲,A,1', 'Q-2,M8" 长,B,2'],
      { cell: 'A2', line: '2', text: '"Q-1,甲,A,1' },
    ],
  ])('a quote that is not closed is named, and swallows nothing: closed %s', async (_, lines, place) => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = [head, ...lines].join('\n').replaceAll('\n', end);
      expect(await readWorkbook(new TextEncoder().encode(text), 'q.csv')).toEqual(
        no({ code: 'workbook.unclosed-quote', data: { file: 'q.csv', ...place } }),
      );
      const declared = new TextEncoder().encode(`sep=,\r\n${text}`);
      const line = String(Number('line' in place && place.line) + 1);
      expect(await readWorkbook(declared, 'q.csv')).toMatchObject({ reason: { data: { ...place, line } } });
    }
  });

  it('reads back whatever is written by the rules', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', '甲', '"', ',', '\n', '\r', ' ', ';') })
      .map((text) => text || null);
    const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => [...cells, 'end']);
    const written = (rows: (string | null)[][]): string =>
      rows.map((cells) => cells.map((text) => `"${(text ?? '').replaceAll('"', '""')}"`).join(',')).join('\r\n');
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        expect(parseDelimited(`a,b,c\r\n${written(rows)}`)).toEqual([['a', 'b', 'c'], ...rows]);
      }),
    );
  });
});

describe('the encoding of text files', () => {
  const simplified = '订单编号,客户名称,数量\n1,上海一洋,5';
  const traditional = '訂單編號,客戶名稱,數量\n1,大同股份有限公司,5';
  const wide = (text: string): Uint8Array =>
    new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer);
  /** What Excel saves as "CSV" on a mainland and on a Taiwanese machine. */
  const gb18030 = Buffer.from('tqm1pbHgusUsv827p8P7s8Ysyv3BvwoxLMnPuqPSu9HzLDU=', 'base64');
  const big5 = Buffer.from('rXGz5r1zuLksq8ik4aZXutksvMa2cQoxLKRqplCq0aX3prOtraS9pXEsNQ==', 'base64');
  it.each([
    ['UTF-8', new TextEncoder().encode(simplified), simplified],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${traditional}`), traditional],
    ['GB18030', gb18030, simplified],
    ['Big5', big5, traditional],
    ['UTF-16', wide(`\ufeff${simplified}`), simplified],
  ])('%s', async (_, bytes, expected) => {
    const [sheet] = await sheetsOf(bytes, 'C:\\订单\\三月.csv');
    expect(sheet?.sheet).toBe('三月');
    expect(sheet?.values).toEqual(parseDelimited(expected));
  });

  it('is not guessed for bytes that are no text', async () => {
    expect(await problemOf(Uint8Array.of(0xff, 0xff, 0x81, 0x00, 0xff), 'a.csv')).toBe('workbook.unknown-encoding');
    expect(await problemOf(new TextEncoder().encode('<table><tr>'), 'a.csv')).toBe('workbook.not-a-workbook');
    expect(await problemOf(new TextEncoder().encode(',,\n'), 'a.csv')).toBe('workbook.empty');
  });
});
