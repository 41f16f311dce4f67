import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { labelledRow, mayBeLabelled } from '../../../core/sheet/labelled.ts';
import { gridOf } from './grid-of.ts';

type Cells = readonly CellValue[];

const rowOf = (cells: Cells, bare = false) => labelledRow(gridOf([cells]), 0, 0, cells.length - 1, bare);
/** "label=answer" for every pair. */
const pairs = (cells: Cells, bare = false) => rowOf(cells, bare).pairs.map(({ label, value }) => `${label}=${value}`);
const isWhole = (cells: Cells, bare = false) => rowOf(cells, bare).whole;

describe('a label and its answer', () => {
  it.each<[string, string, readonly string[]]>([
    ['a wide or a narrow colon', '客户：甲公司', ['客户=甲公司']],
    ['blanks around the colon', '客户 : 甲公司', ['客户=甲公司']],
    ['blanks around it all', '  Customer:  Ever Bright ', ['Customer=Ever Bright']],
    ['a label spread over its width', '客　户：甲公司', ['客户=甲公司']],
    ['a longer one, spread, too', '联  系  人 ：王丽', ['联系人=王丽']],
    ['an answer spread like the label after it', '客户：张 三 电 话：123', ['客户=张 三', '电话=123']],
    ['by wide blanks, too', '客户：李　明　电　话：138', ['客户=李 明', '电话=138']],
    ['a longer label after a spread answer', '客户：王 五 联 系 人：赵', ['客户=王 五', '联系人=赵']],
    ['no label made of an answer and half a label', '客户: 华 东 备 注: 急', ['客户=华 东', '备注=急']],
    ['a spread label in brackets', '（日 期：2026-03-05）', ['（日期=2026-03-05）']],
    ['several of them', '日 期：3月 5 日  业 务 员：赵;币 种：USD', ['日期=3月 5 日', '业务员=赵', '币种=USD']],
    ['one with a star', '*客 户：甲', ['*客户=甲']],
    ['an answer that is one letter before such a label', '客户：甲 日 期：3月5日', ['客户=甲', '日期=3月5日']],
    ['no label out of the end of a longer word', '说明客 户：甲', []],
    ['a wide gap between two', 'PO No: 77   Date: 2026-03-05', ['PO No=77', 'Date=2026-03-05']],
    ['a line break', '客户：甲\n单号：7\r日期：1', ['客户=甲', '单号=7', '日期=1']],
    ['a tab or a semicolon', '客户：甲\t单号：7;日期：1；币种：USD', ['客户=甲', '单号=7', '日期=1', '币种=USD']],
    ['a single blank before a Chinese label', '客户：甲公司 单号 ：7', ['客户=甲公司', '单号=7']],
    ['a single blank before an English one is part of the answer', 'Ship To: A Co Attn: B', ['Ship To=A Co Attn: B']],
    ['an answer that goes on after a gap', '地址：宁波市  北仑区   1号', ['地址=宁波市 北仑区 1号']],
    ['an answer after a gap', '客户：   甲公司', ['客户=甲公司']],
    ['a colon in the answer', '时间：8:30', ['时间=8:30']],
    ['a time of day is no label', '时间：8:30; 9:30', ['时间=8:30 9:30']],
    ['nothing behind the colon', '客户：', []],
  ])('in one cell: %s', (_, cell, expected) => {
    expect(pairs([cell])).toEqual(expected);
  });

  it('may stand beside each other, with gaps between', () => {
    expect(pairs(['客户：', '甲公司', null, '数量：', null, 5, ' ', '急：', true])).toEqual([
      '客户=甲公司',
      '数量=5',
      '急=true',
    ]);
    expect(pairs(['客户：甲  单号：', 7, '日期：', '3月5日'])).toEqual(['客户=甲', '单号=7', '日期=3月5日']);
    // What nobody has answered isn't answered by the next label, nor by the cell after the answer.
    expect(pairs(['客户：', '单号：7', '乙'])).toEqual(['单号=7']);
    expect(pairs(['客户：', '甲', '乙'])).toEqual(['客户=甲']);
  });

  it('is told with its place, and whether both share a cell', () => {
    const grid = gridOf([[], ['客户：', null, '甲', '单号：7']], { row: 4, column: 2 });
    expect(labelledRow(grid, 5, 2, 5, false).pairs).toEqual([
      { label: '客户', value: '甲', row: 5, column: 4, inLabel: false },
      { label: '单号', value: '7', row: 5, column: 5, inLabel: true },
    ]);
    expect(labelledRow(grid, 5, 3, 4, false).pairs).toEqual([]);
  });

  it.each<[CellValue]>([
    ['甲公司'],
    [':甲'],
    ['8:30'],
    ['２0'],
    ['请注意 客户：甲'],
    [`${'长'.repeat(32)}：甲`],
    [5],
    [true],
  ])('is none: %s', (cell) => {
    expect(rowOf([cell, 'x'])).toEqual({ pairs: [], whole: false });
  });

  it('may be as long as a few words', () => {
    expect(pairs([`${'a'.repeat(31)}:x`])).toEqual([`${'a'.repeat(31)}=x`]);
    // Before a single blank only a short Chinese one is seen.
    expect(pairs(['客户：甲公司 一二三四五六七八：x'])).toEqual(['客户=甲公司', '一二三四五六七八=x']);
    expect(pairs(['客户：甲公司 一二三四五六七八九：x'])).toEqual(['客户=甲公司 一二三四五六七八九：x']);
  });
});

describe('a row of nothing but labels and answers', () => {
  it.each<[string, Cells]>([
    ['a known heading', ['客户：甲']],
    ['a heading known by its end', ['本次要求交货日期：3月5日']],
    ['one known among others', ['客户：', '甲', '啥：', '不知', '谁：他']],
    ['one with nothing behind it', ['客户：', null]],
  ])('has %s', (_, cells) => {
    expect(isWhole(cells)).toBe(true);
  });

  it.each<[string, Cells]>([
    ['no label that is known', ['啥：', '不知', '谁：他']],
    ['something beside', ['客户：甲', '乙']],
    ['a number before', [5, '客户：甲']],
    ['nothing at all', [null, '']],
    ['words without a colon', ['客户', '甲公司']],
  ])('has not %s', (_, cells) => {
    expect(isWhole(cells)).toBe(false);
  });

  it('may do without colons where that is asked, with known headings', () => {
    expect(pairs(['客户名称', null, '华东机电', '订单日期', 46086], true)).toEqual([
      '客户名称=华东机电',
      '订单日期=46086',
    ]);
    expect(isWhole(['客户名称', null, '华东机电', '订单日期', 46086], true)).toBe(true);
    expect(pairs([' 客户\n名称 ', '甲'], true)).toEqual(['客户 名称=甲']);
    expect(isWhole(['啥', '甲公司'], true)).toBe(false);
    // A word that is asked after is the answer, whatever else it means.
    expect(pairs(['部门：', '客户'], true)).toEqual(['部门=客户']);
    expect(pairs(['部门：', '客户', '甲'], false)).toEqual(['部门=客户']);
  });

  it('is no header, where one heading follows another', () => {
    expect(isWhole(['客户名称', '订单日期'], true)).toBe(false);
    expect(isWhole(['客户：', '订单日期'], true)).toBe(false);
    expect(isWhole(['客户：', '订单日期'], false)).toBe(true);
    expect(isWhole(['客户：', 5], true)).toBe(true);
  });
});

it('rows of data are passed quickly: their first cell holds no colon', () => {
  expect(mayBeLabelled([null, ' ', '客户：', 5])).toBe(true);
  expect(mayBeLabelled(['Customer: A'])).toBe(true);
  for (const cells of [['A-1', '客户：'], [5, '客户：'], [null], []]) expect(mayBeLabelled(cells)).toBe(false);
});
