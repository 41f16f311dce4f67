import { expect, it } from 'vitest';
import { answerOf } from '../../../core/stock/answer.ts';
import { Pool } from '../../../core/stock/pool.ts';
import type { Demand, Source } from '../../../core/stock/source.ts';
import { date, demand, source } from './given.ts';

const ask = (stock: readonly Source[], wish: Demand) => answerOf(wish, new Pool(stock).take(wish));

it('says how much is in time, and when the rest comes', () => {
  const stock = [source(3), source(2, '2026-12-01'), source(1, '2026-12-04'), source(9, '2026-12-06')];
  expect(ask(stock, demand(8, '2026-12-02'))).toMatchObject({
    available: '5',
    short: '3',
    parts: [
      { quantity: '5', on: null },
      { quantity: '1', on: '2026-12-04' },
      { quantity: '2', on: '2026-12-06' },
    ],
    complete: '2026-12-06',
    needsSupply: false,
  });
});

it('adds up what arrives on one day', () => {
  const stock = [source(2, '2026-12-04'), source(3, '2026-12-04')];
  expect(ask(stock, demand(5)).parts).toEqual([{ quantity: '5', on: '2026-12-04' }]);
});

it('knows no day for all of it where nothing more comes and nobody knows the lead time', () => {
  const answer = ask([source(1, '2026-12-04')], demand(5));
  expect(answer).toMatchObject({ complete: null, needsSupply: true, parts: [{ quantity: '1', on: '2026-12-04' }] });
});

it('counts on new goods from the lead time on', () => {
  const supplyFrom = date('2026-12-05');
  const answer = ask([source(1, '2026-12-04'), source(9, '2026-12-24')], demand(5, null, { supplyFrom }));
  expect(answer).toMatchObject({
    complete: '2026-12-05',
    needsSupply: true,
    parts: [
      { quantity: '1', on: '2026-12-04' },
      { quantity: '4', on: '2026-12-05' },
    ],
  });
});

it('asks for nothing new when there is enough', () => {
  const answer = ask([source(5)], demand(5, null, { supplyFrom: date('2026-12-05') }));
  expect(answer).toMatchObject({ available: '5', short: '0', parts: [{ quantity: '5', on: null }], complete: null });
  expect(answer).toMatchObject({ needsSupply: false, held: null, elsewhere: [] });
});

it('names the other warehouses it would come from in time, only to who asked for one', () => {
  const stock = [
    source(1, null, { warehouse: 'A' }),
    source(2, null, { warehouse: 'B' }),
    source(1),
    source(2, null, { warehouse: 'B' }),
    source(1, null, { warehouse: 'C' }),
    source(9, '2026-12-24', { warehouse: 'D' }),
  ];
  expect(ask(stock, demand(8, null, { warehouse: 'ａ' })).elsewhere).toEqual([
    { warehouse: 'B', quantity: '4' },
    { warehouse: 'C', quantity: '1' },
  ]);
  expect(ask(stock, demand(8)).elsewhere).toEqual([]);
});
