import { expect, test } from 'vitest';
import { locales } from '../../../core/policy/locale.ts';
import { OtherVersion, ProblemAnswer, ServerAway } from '../../../core/wire/client.ts';
import { textsIn } from '../../../locales/index.ts';
import { explain } from '../../../ui/components/explain.ts';
import { PartMissing } from '../../../ui/components/part.ts';
import { KeptTableClosed } from '../../../ui/kept-tables/port.ts';
import { ExaminationFailed } from '../../../ui/sheet-session/examiner.ts';
import {
  CellsChanged,
  EarlierWaited,
  NoRoomBeside,
  OrdersChanged,
  RowsChanged,
  RowsMoving,
  RowsPosted,
  SheetsProtected,
  TableChanged,
  WorkbookProtected,
} from '../../../ui/sheet-session/in-the-way.ts';

const six = ['1', '2', '3', '4', '5', '6'];
const foreseen: readonly Error[] = [
  new ServerAway(''),
  new OtherVersion(''),
  new PartMissing(),
  new ProblemAnswer(401, { code: 'session.none', message: '' }),
  new ExaminationFailed('took-too-long'),
  new ExaminationFailed('too-much-memory'),
  new RowsChanged(),
  new RowsPosted(),
  new CellsChanged(['A1']),
  new CellsChanged(six),
  new OrdersChanged([]),
  new OrdersChanged(['1001']),
  new EarlierWaited(six),
  new RowsMoving(['1001']),
  new TableChanged([]),
  new TableChanged(['orderKey', 'quantity']),
  new SheetsProtected(['订单'], 'cells'),
  new SheetsProtected(['订单'], 'statuses'),
  new NoRoomBeside(['订单!A3:L16']),
  new KeptTableClosed('protected', '订单'),
  new KeptTableClosed('moving', '订单'),
  new KeptTableClosed('no-table', '订单'),
  new WorkbookProtected(),
];
const t = textsIn('en');

test.each(locales)('what can be foreseen is said with what to do, nothing left to fill in: %s', (locale) => {
  const explanations = foreseen.map((error) => explain(error, textsIn(locale)));
  expect(new Set(explanations.map(({ what }) => what)).size).toBe(foreseen.length);
  for (const { what, kept, todo } of explanations) {
    expect([what, todo]).toEqual([expect.stringMatching(/^[^{]+$/), expect.stringMatching(/^[^{]+$/)]);
    expect(kept).toBeUndefined();
  }
});

test('what is named is named, of many the first', () => {
  expect(explain(new CellsChanged(six), t).what).toContain('6 cells (1, 2, 3, 4, 5, …)');
  expect(explain(new TableChanged(['quantity']), t).what).toContain(
    `no column for ${t('terms:field.quantity')} any more`,
  );
});

test('the server words its own answers; what nobody foresaw keeps its text', () => {
  expect(explain(new ProblemAnswer(409, { code: 'order.closed', message: 'It is closed.' }), t)).toEqual({
    what: 'It is closed.',
  });
  expect(explain('out of paper', t)).toMatchObject({ kept: 'out of paper' });
});

test('of several that went wrong, each is said', () => {
  const both = explain(new AggregateError([new RowsPosted(), new Error('out of paper')]), t);
  expect(both.what).toBe(explain(new RowsPosted(), t).what);
  expect(both.todo).toContain(explain(new RowsPosted(), t).todo);
  expect(both.todo).toContain('out of paper');
});
