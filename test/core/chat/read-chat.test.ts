import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ChatRow } from '../../../core/chat/chat-row.ts';
import { readChat } from '../../../core/chat/read-chat.ts';
import { known } from './given.ts';

/** A row as one line: item×quantity unit@price by date | remark; "?" behind what is unsure, "~" behind what is likely. */
function brief({ item, quantity, price, wished, remark }: ChatRow): string {
  const mark = (said: { readonly sure: string } | null) => ({ likely: '~', unsure: '?' })[said?.sure ?? ''] ?? '';
  const { candidates = [], said = '' } = item?.value ?? {};
  const named =
    candidates.length === 1 ? candidates[0]?.code : `[${candidates.map(({ code }) => code).join() || said}]`;
  return [
    `${named}${mark(item)}`,
    quantity && `×${quantity.value.quantity}${quantity.value.unit ?? ''}${mark(quantity)}`,
    price && `@${price.value}${mark(price)}`,
    wished && `by ${wished.value.slice(5)}${mark(wished)}`,
    remark && `| ${remark}`,
  ]
    .filter(Boolean)
    .join(' ');
}
const read = (message: string): readonly string[] => readChat(message, known).rows.map(brief);

test('what no book knows keeps its own quantity', () => {
  expect(read('蝴蝶阀50个，还有那个法兰 F-50 要20片')).toEqual(['[蝴蝶阀]? ×50个', 'F-50 ×20片 | 那个']);
  expect(read('明天要，F-50 20片')).toHaveLength(1);
});

describe('a line of a chat', () => {
  it.each([
    ['F-50 法兰 120个 12月3号要', 'F-50 ×120个 by 12-03'],
    ['不锈钢法兰DN50 x 200, 单价12.5', 'SF-50 ×200 @12.5'],
    ['不鏽鋼法蘭 DN50 200個，單價12.5元', 'SF-50 ×200個 @12.5'],
    ['3 boxes of B-10 by Friday', 'B-10 ×3boxes by 11-27?'],
    ['还要 B-10 两百只，下周三前，送昆山', 'B-10 ×200只 by 11-25 | 送昆山'],
    ['2. A-1 ×40 @3.20', 'A-1 ×40 @3.2'],
    ['A-1x40', 'A-1 ×40'],
    ['Ｆ－５０　１２０个', 'F-50 ×120个'],
    ['F-50 一千五百个', 'F-50 ×1500个'],
    ['F-50 一千五', 'F-50 ×1500~'],
    ['F-50半打', 'F-50 ×6~'],
    ['F-50 1.5万个 月底', 'F-50 ×15000个 by 11-30~'],
    ['F-50 50', 'F-50 ×50~'],
    ['B-10 M8x20 500只', 'B-10 ×500只'],
    ['F-50 20箱 12元/个', 'F-50 ×20箱 @12?'],
    ['hex nuts 12 pcs next Monday, ASAP', 'A-1 ×12pcs by 11-23~ | ASAP'],
    ['69012345 300片', '69012345 ×300片'],
    ['1,200 pcs A-1 at 3.2 each before Dec 5', 'A-1 ×1200pcs @3.2 by 12-05'],
    ['F-50 12盒，单价16块2', 'F-50 ×12盒 @16.2'],
    ['F-50 12个，16块25', 'F-50 ×12个 @16.25'],
    ['F-50 要12盒，1.15号到货', 'F-50 ×12盒 by 01-15'],
    ['F-50 12盒 2.8号前', 'F-50 ×12盒 by 02-08'],
    ['F-50 1盒半', 'F-50 ×1.5盒~'],
    ['F-50 两箱半', 'F-50 ×2.5箱~'],
    ['F-50 1打半', 'F-50 ×1.5打~'],
    ['F-50 3个半', 'F-50 ×3.5个?'],
    ['半吨 F-50', 'F-50 ×0.5吨~'],
    ['F-50 12只x3', 'F-50 ×36只?'],
    ['F-50 3x12只', 'F-50 ×36只?'],
    ['F-50 3箱*24瓶', 'F-50 ×72瓶?'],
    ['F-50 12盒x3箱', 'F-50 ×36盒?'],
    ['F-50 20支*6米', 'F-50 ×20支 | *6米'],
    ['F-50*12*16.2', 'F-50 ×12~ @16.2~'],
    ['F-50*12*16', 'F-50 ×12? @16?'],
    ['F-50 12盒*16.2元', 'F-50 ×12盒~ @16.2~'],
    ['F-50 16.2*12盒', 'F-50 ×12盒~ @16.2~'],
    ['F-50 12*16.2', 'F-50 ×12? @16.2?'],
    ['F-50 50*2.5 20支', 'F-50 ×20支 | 50*2.5'],
    ['50 个 F-50，25.5/个', 'F-50 ×50个 @25.5~'],
    ['F-50 12+2盒', 'F-50 ×12~ | +2盒'],
    ['F-50 12盒*16块2', 'F-50 ×12盒~ @16.2~'],
    ['F-50 20个/箱 3箱', 'F-50 ×3箱 | 20个/箱'],
    ['F-50 20个/箱', 'F-50 ×20个? | /箱'],
    ['F-50——12盒', 'F-50 ×12盒'],
    ['F-50 1/2寸 20只', 'F-50 ×20只 | 1/2寸'],
    ['F-50 20块', 'F-50 ×20块?'],
    ['F-50 20个 12块', 'F-50 ×20个 @12'],
  ])('%s', (message, row) => expect(read(message)).toEqual([row]));

  it('that says a part of the size, whole, means the item it tells from the others', () => {
    expect(read('六角螺钉M10*40 500个')[0]).toMatch(/^LS-3 ×500个/);
    expect(read('六角螺钉 M10x400 304，20个')[0]).toMatch(/^LS-4 ×20个/);
    expect(read('六角螺钉 M10 20个')[0]).toMatch(/^\[LS-3,LS-4\]\? ×20个/);
  });
  it('whose item may be several asks which', () => {
    expect(read('不锈钢法兰 20个')).toEqual(['[SF-50,SF-80]? ×20个']);
  });
  it('with a mistyped code proposes the one it nearly is, marked', () => {
    expect(read('F50 20个')).toEqual(['F-50~ ×20个']);
  });
  it('whose item no book has is kept by its words', () => {
    expect(read('铜管 20根')).toEqual(['[铜管]? ×20根']);
  });
  it('with a code and a name that contradict each other is unsure of both', () => {
    expect(read('F-50 螺栓 20个')).toEqual(['[F-50,B-10]? ×20个']);
  });
  it('with several items gives as many rows; the date said last is meant for all', () => {
    expect(read('F-50 一百个，B-10 两百只，12月3号要')).toEqual(['F-50 ×100个 by 12-03~', 'B-10 ×200只 by 12-03']);
    expect(read('F-50 100 B-10 200')).toEqual(['F-50 ×100~', 'B-10 ×200~']);
    expect(read('20 A-1 and 30 F-50')).toEqual(['A-1 ×20~', 'F-50 ×30~']);
  });
});

describe('several items on a line', () => {
  it('behind a dash of their own count as well', () => {
    expect(read('F-50-12盒，B-10-6盒')).toEqual(['F-50 ×12盒', 'B-10 ×6盒']);
    expect(read('F-50-12盒\nB-10-6盒')).toEqual(['F-50 ×12盒', 'B-10 ×6盒']);
    expect(read('垫片-12盒 A-1-40pcs')).toEqual(['69012345 ×12盒', 'A-1 ×40pcs']);
    expect(read('F-50-12')).toEqual(['F-50~ ×12~']);
    expect(read('F-50 -12盒 退货')).toEqual(['F-50 | 12盒 退货']);
  });
  it('a code with a dash that the book nearly has may be meant, too', () => {
    expect(read('KD-1-2')[0]).toMatch(/^\[KD-1,KD-12\]\? ×2~/);
    expect(read('KD-1-2盒')[0]).toMatch(/^KD-1~ ×2盒/);
  });
  it('that no book knows are a row each, and what is said beside them no part of a name', () => {
    expect(read('合页100个，还有门锁十五套')).toEqual(['[合页]? ×100个', '[门锁]? ×15套']);
    expect(read('再来100个上次那种合页，还有门锁古铜来十五套，12月8号到货，款已付')).toEqual([
      '[上次那种合页]? ×100个 by 12-08~',
      '[门锁古铜]? ×15套 by 12-08 | 款已付',
    ]);
    expect(read('蝴蝶阀50个，门锁5套，F-50 20片，另外合页30副')).toEqual([
      '[蝴蝶阀]? ×50个',
      '[门锁]? ×5套',
      'F-50 ×20片',
      '[合页]? ×30副',
    ]);
  });
  it('no other item is counted by what a pack holds, or by a part of it', () => {
    expect(read('合页100个，每箱50个，其中20个要古铜色')).toEqual(['[合页]? ×100个 | 每箱50个，其中20个要古铜色']);
  });
  it('that are taken back are no rows, and not dropped', () => {
    const { rows, left } = readChat('F-50-12盒，B-10-6盒，A-1 不要了', known);
    expect([rows.map(brief), left]).toEqual([['F-50 ×12盒', 'B-10 ×6盒'], ['A-1 不要了']]);
    expect(readChat('取消昨天的F-50，改成B-10 80只', known)).toMatchObject({
      rows: [{ quantity: { value: { quantity: '80' } } }],
      left: ['取消昨天的F-50'],
    });
    expect(read('F-50 20个不要了，B-10 80只，纸箱不要了')).toEqual(['B-10 ×80只 | 纸箱不要了']);
  });
});

describe('what changes an order is no quantity to be sure of', () => {
  it.each([
    ['退F-50 5个', ['F-50 ×5个? | 退']],
    ['F-50 少5个', ['F-50 ×5个? | 少']],
    ['F-50 20个改成30个', ['F-50 ×20个? | 改成30个']],
    ['F-50 減5個', ['F-50 ×5個? | 減']],
    ['F-50 取消5个', ['F-50 ×5个? | 取消']],
    ['F-50 多要5个', ['F-50 ×5个? | 多']],
    ['F-50 20个→30个', ['F-50 ×20个? | →30个']],
    ['F-50 return 5 pcs', ['F-50 ×5pcs? | return']],
    ['退门锁5套', ['[退门锁]? ×5套?']],
    ['F-50 20个，退B-10 5只', ['F-50 ×20个', 'B-10 ×5只? | 退']],
    ['退货：F-50 20个，B-10 5只', ['F-50 ×20个? | 退货', 'B-10 ×5只?']],
    ['F-50 20个，B-10 5只都退了', ['F-50 ×20个?', 'B-10 ×5只? | 都退了']],
    ['退货：\nF-50 20个\nB-10 5只', ['F-50 ×20个?', 'B-10 ×5只?']],
    ['退货清单：\n货号\t数量\nF-50\t20', ['F-50 ×20?']],
  ])('%s', (message, rows) => expect(read(message)).toEqual(rows));

  it('goods that are called so, and what is wanted at least, stay sure', () => {
    expect(read('减速机 2台，退火钢丝 5卷，改锥 10把')).toEqual([
      '[减速机]? ×2台',
      '[退火钢丝]? ×5卷',
      '[改锥]? ×10把',
    ]);
    expect(read('F-50 至少20个')[0]).toMatch(/^F-50 ×20个 /);
    expect(read('送货地址改为昆山新厂，谢谢\nF-50 20个')).toEqual(['F-50 ×20个']);
  });
});

describe('a message', () => {
  const message = [
    '张总好，',
    '客户：华东精密',
    '采购单号：CG-2026-118',
    '1、F-50 100个',
    '2、B-10 200只',
    '12月3号要',
    '开增值税票',
  ];

  it('gives customer, order number and rows; what orders nothing is left, not dropped', () => {
    const { customer, orderNumber, left } = readChat(message.join('\n'), known);
    expect(customer?.value).toEqual({ code: 'C1', name: '华东精密机械有限公司' });
    expect(orderNumber?.value).toBe('CG-2026-118');
    expect(left).toEqual(['张总好', '开增值税票']);
  });
  it('means a date in a line of its own for every row without one', () => {
    expect(read(message.join('\n'))).toEqual(['F-50 ×100个 by 12-03~', 'B-10 ×200只 by 12-03~']);
  });
  it('says where in it everything stood', () => {
    const text = message.join('\n');
    for (const { item, quantity, wished } of readChat(text, known).rows) {
      expect(text.slice(item?.from, item?.to)).toBe(item?.value.said);
      expect(text.slice(quantity?.from, quantity?.to)).toMatch(/^\d+[个只]$/);
      expect(text.slice(wished?.from, wished?.to)).toBe('12月3号要');
    }
  });
  it('that orders nothing gives no rows, also with a phone number in it', () => {
    expect(read('您好，我的电话 13912345678，明天到\n收到 1')).toEqual([]);
  });
  it('keeps every letter and digit it doesn’t understand, whatever was pasted', () => {
    const words = fc.constantFrom(
      'F-50',
      '法兰',
      '120个',
      '12月3号',
      '送昆山',
      'x 20',
      '@3.2',
      '，',
      '\n',
      '谁知道',
      'DN',
      '二',
      '/',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        const { rows, left } = readChat(text, known);
        const kept = [...rows.map(({ remark, item }) => remark + (item?.value.said ?? '')), ...left].join();
        for (const word of ['送昆山', '谁知道']) if (text.includes(word)) expect(kept).toContain(word);
      }),
    );
  });
});

describe('a block pasted from a sheet', () => {
  const block = (...lines: string[][]) => lines.map((cells) => cells.join('\t')).join('\n');

  it('means what its headings say', () => {
    expect(
      read(block(['货号', '数量', '单价'], ['F-50', '12', '16.2'], ['B-10', '130', '￥8.90'], ['合计', '142', ''])),
    ).toEqual(['F-50 ×12 @16.2', 'B-10 ×130 @8.9']);
    expect(
      read(
        block(
          ['序号', '品名', '规格', '单位', '单价', '数量', '金额', '交货日期', '备注', '产地'],
          ['1', '不锈钢法兰', 'DN80', '片', '16.2', '12', '194.40', '12月3日', '送昆山', '温州'],
          ['2', '蝴蝶阀', 'DN100', '只', '88', '2', '180', '2026-12-08', '', ''],
        ),
      ),
    ).toEqual(['SF-80 ×12片 @16.2 by 12-03 | 送昆山，温州', '[蝴蝶阀 DN100]? ×2只 @88 by 12-08 | 180']);
  });
  it('says where everything stood, and ends with it', () => {
    const text = `张总好\n${block(['货号', '数量'], ['F-50', '12'], ['B-10', ''])}\nA-1 40个\n款已付`;
    const { rows, left } = readChat(text, known);
    expect(rows.map(brief)).toEqual(['F-50 ×12', 'B-10', 'A-1 ×40个']);
    expect(text.slice(rows[0]?.quantity?.from, rows[0]?.quantity?.to)).toBe('12');
    expect(text.slice(rows[0]?.item?.from, rows[0]?.item?.to)).toBe('F-50');
    expect(left).toEqual(['张总好', '款已付']);
  });
  it('has days without a sign for it', () => {
    expect(read(block(['货号', '数量', '交期'], ['F-50', '12', '1.15'], ['B-10', '2', '12/5']))).toEqual([
      'F-50 ×12 by 01-15',
      'B-10 ×2 by 12-05',
    ]);
  });
  it.each([
    ['12', '×12'],
    [' 1,200 ', '×1200'],
    ['1234567', '×1234567'],
    ['1万', '×10000'],
    ['12盒', '×12盒'],
    ['-5', '×-5? | -5'],
    ['－5', '×-5? | －5'],
    ['-1万', '×-10000? | -1万'],
    ['-5盒', '×-5盒? | -5盒'],
    ['(5)', '×5? | (5)'],
    ['5-', '| 5-'],
    ['-1/2', '| -1/2'],
    ['-', ''],
    ['3*20', '×20? | 3*20'],
    ['3箱*24瓶', '×72瓶? | 3箱*24瓶'],
    ['12 000', '×12? | 12 000'],
    ['12+2', '×12? | 12+2'],
    ['20个/箱', '×20个? | 20个/箱'],
    ['3个半', '×3.5个? | 3个半'],
    ['退5', '×5? | 退5'],
  ])('has the quantity of %s surely only where the whole cell says it', (cell, said) => {
    const text = block(['货号', '数量', '备注'], ['F-50', cell, '']);
    expect(read(text)).toEqual([`F-50 ${said}`.trim()]);
    const { quantity } = readChat(text, known).rows[0] ?? {};
    if (quantity) expect(cell).toContain(text.slice(quantity.from, quantity.to));
    // A first cell that looks like a mark of a list is none.
    expect(read(block(['数量', '货号'], [cell, 'F-50']))).toEqual([`F-50 ${said}`.trim()]);
  });
  it.each([
    ['16.2', '@16.2'],
    ['￥1,016.20', '@1016.2'],
    ['16.2元/盒', '@16.2'],
    ['16/箱', '@16'],
    ['2折', '@2? | 2折'],
    ['-16.2', '@-16.2? | -16.2'],
    ['￥-16.2', '@-16.2? | ￥-16.2'],
    ['1.2万', '@1.2? | 1.2万'],
    ['12,5', '@12? | 12,5'],
    ['16.2-18', '@16.2? | 16.2-18'],
    ['USD 16.2', '@16.2? | USD 16.2'],
    ['待定', '| 待定'],
  ])('has the price of %s surely only where the whole cell says it', (cell, said) => {
    expect(read(block(['货号', '数量', '单价'], ['F-50', '12', cell]))).toEqual([`F-50 ×12 ${said}`]);
  });
  it('without headings is read as words, and marked', () => {
    expect(read('F-50\t12\t16.2')[0]).toMatch(/^F-50 ×12\?/);
  });
});
