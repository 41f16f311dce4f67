import { describe, expect, it } from 'vitest';
import type { StockLine } from '../../../../core/check/knowledge.ts';
import { knownPlace } from '../../../../core/check/rules/known-place.ts';
import { describeFinding } from '../../../../locales/describe.ts';
import { textsIn } from '../../../../locales/index.ts';
import { cells, checkWith, decimal, knowledge, ordersTable, type Row } from '../given.ts';

const table = { ...ordersTable, columns: { ...ordersTable.columns, warehouse: 16, batch: 17 } };
const source = { from: 'workbook' } as const;
const lot = (more: Partial<StockLine>): StockLine => ({
  itemCode: 'A-1',
  onHand: decimal('9'),
  inbound: decimal('0'),
  ...more,
});
const books = knowledge({ items: [{ code: 'A-1' }, { code: 'B-2' }] });
const find = (row: Row, lines: readonly StockLine[]) =>
  checkWith([knownPlace], [row], {}, { table, knowledge: { ...books, stock: { source, lines } } });
const places = [
  lot({ warehouse: '上海仓', batch: 'L-101' }),
  lot({ warehouse: '广州仓', batch: 'L-102' }),
  lot({ itemCode: 'B-2', warehouse: '广州仓', batch: 'Z-900' }),
  lot({ itemCode: 'C-3', warehouse: '保税区' }),
];

describe('a warehouse', () => {
  it('is one the stock sheet has, however it is written, of whatever item', () => {
    for (const warehouse of ['上海仓', ' 保税区', undefined]) expect(cells(find({ warehouse }, places))).toEqual([]);
  });

  it('that it doesn’t have is named in its cell, with those that are near as choices', () => {
    const result = find({ warehouse: '上海' }, places);
    expect(cells(result)).toEqual(['Q2 warehouse.unknown']);
    expect(result.findings[0]?.severity).toBe('error');
    expect(result.findings[0]?.choices?.map(({ value }) => value)).toEqual(['上海仓']);
    expect(find({ warehouse: '广洲仓' }, places).findings[0]?.choices?.map(({ value }) => value)).toEqual(['广州仓']);
  });

  it('that is like none comes with all there are', () => {
    const [finding] = find({ warehouse: 'Harbour 7' }, places).findings;
    expect(finding?.data?.names).toBe('上海仓, 广州仓, 保税区');
    expect(finding).not.toHaveProperty('choices');
    const many = Array.from({ length: 8 }, (_, at) => lot({ warehouse: `Depot ${at + 1}0` }));
    expect(find({ warehouse: 'x' }, many).findings[0]?.data?.names).toMatch(/^Depot 10, .*Depot 60, …$/);
  });

  it('is anybody’s guess where the stock sheet tells none apart, or there is none', () => {
    expect(cells(find({ warehouse: 'Harbour 7' }, [lot({})]))).toEqual([]);
    expect(cells(checkWith([knownPlace], [{ warehouse: 'Harbour 7' }], { stock: null }, { table }))).toEqual([]);
  });
});

describe('a batch', () => {
  it('is one of the row’s own item', () => {
    expect(cells(find({ batch: 'l-102' }, places))).toEqual([]);
    const result = find({ batch: 'Z-900' }, places);
    expect(cells(result)).toEqual(['R2 batch.unknown']);
    expect(result.findings[0]?.data?.names).toBe('L-101, L-102');
    expect(find({ batch: 'L-103' }, places).findings[0]?.choices?.map(({ value }) => value)).toEqual([
      'L-101',
      'L-102',
    ]);
  });

  it('is not asked about where the item is kept without, is not listed, or not known', () => {
    expect(cells(find({ batch: 'L-1' }, [lot({}), lot({ itemCode: 'B-2', batch: 'Z-900' })]))).toEqual([]);
    expect(cells(find({ batch: 'L-1' }, [lot({ itemCode: 'B-2', batch: 'Z-900' })]))).toEqual([]);
    expect(cells(find({ itemCode: '?', batch: 'L-1' }, places))).toEqual([]);
  });
});

it('says it in each language', () => {
  const [finding] = find({ warehouse: '上海' }, places).findings;
  const said = (['en', 'zh-Hans', 'zh-Hant'] as const).map((locale) =>
    finding ? describeFinding(finding, textsIn(locale), locale).message : '',
  );
  expect(said).toEqual([
    'The stock sheet has no warehouse “上海”. Did you mean 上海仓?',
    '库存表里没有仓库“上海”，是否应为 上海仓？',
    '庫存表裡沒有倉庫「上海」，是否應為 上海仓？',
  ]);
});
