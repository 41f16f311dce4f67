import { expect, it } from 'vitest';
import { checkOrders } from '../../../../core/check/check.ts';
import { contextOf } from '../../../../core/check/context.ts';
import { guessedColumns } from '../../../../core/check/rules/guessed-columns.ts';
import { runRules } from '../../../../core/check/run-rules.ts';
import { locales } from '../../../../core/policy/locale.ts';
import { ordersOf } from '../../../../core/sheet/orders.ts';
import { understandSheets } from '../../../../core/sheet/understand.ts';
import { describeFinding } from '../../../../locales/describe.ts';
import { textsIn } from '../../../../locales/index.ts';
import { gridOf } from '../../sheet/grid-of.ts';
import { batchOf, cells, given, knowledge, ordersTable, today } from '../given.ts';

it('guessed columns: each is named at its head', () => {
  const batch = batchOf([{}], { ...ordersTable, headerRow: 3, guessed: ['amount', 'quantity'] });
  const findings = runRules([guessedColumns], contextOf(batch, given(knowledge()))).map(({ finding }) => finding);
  expect(cells({ findings })).toEqual(['F4 column.guessed', 'I4 column.guessed']);
  expect(findings[1]).toMatchObject({ severity: 'info', order: null, data: { field: 'amount' } });
});

it.each(locales)('guessed columns: one that has a heading is told which one would be understood, in %s', (locale) => {
  const found = (heading: string) => {
    const rows = [1, 2, 3].map((packs) => [`S${packs}`, 'C1', 'A-1', packs, 24, 10, packs * 240]);
    const grid = gridOf([['订单号', '客户', '编码', '数量', heading, '单价', '金额'], ...rows], { sheet: '订单' });
    const { findings } = checkOrders({ batch: ordersOf(understandSheets([grid])), knowledge: knowledge(), today });
    return findings.filter(({ code }) => code === 'column.guessed');
  };
  const [guessed] = found('装箱');
  if (!guessed) throw new Error('nothing is guessed');
  const { message } = describeFinding(guessed, textsIn(locale), locale);
  const [, heading = ''] = /[“「]([^”」]+)[”」](?!的|」的)/.exec(message.split(/。|\. /).at(1) ?? '') ?? [];
  expect(heading).not.toBe('');
  expect(found(heading)).toEqual([]);
});
