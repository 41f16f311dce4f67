import { compare, type Decimal, subtract, sum, zero } from '../../value/decimal.ts';
import type { CheckContext } from '../context.ts';
import type { Detail, DetailEntry } from '../detail.ts';
import { openQuantityOf } from '../open-quantity.ts';
import { dateFormat, itemData, nothing, type Observation, type Rule } from '../rule.ts';
import { type AnsweredLine, shortageDetails } from '../stock-details.ts';
import { type LineStock, planStock, type StockPlan } from '../stock-plan.ts';

/**
 * There is stock for every row by its wished date (R21, R22, R24, X3): rows compete with each other and with the open orders
 * on the server. A row without date is judged by what is there now. A row that names a warehouse or a batch gets what is of
 * that one (R23); what its warehouse lacks may be free in another.
 */
export const enoughStock: Rule = {
  name: 'enough-stock',
  codes: ['stock.short', 'stock.unlisted', 'stock.other-warehouse', 'stock.unit-differs'],
  scope: 'check',
  needs: ['stock', 'openDemand'],
  check(context: CheckContext) {
    const { stock: book } = context.knowledge;
    if (!book) return [];
    const plan = planStock(context, book);
    return plan.lines.flatMap((line) => observe(line, plan, context));
  },
};

function observe(asked: LineStock, { stock }: StockPlan, { knowledge }: CheckContext): readonly Observation[] {
  switch (asked.kind) {
    case 'unlisted':
      return [unlisted(asked)];
    case 'incomparable':
      return [unitDiffers(asked, asked.stock.units)];
    case 'answered': {
      const free = otherWarehouse(asked);
      const { elsewhere, short } = asked.answer;
      // Nothing is short where another warehouse has the rest: it need only be named.
      if (compare(sum(elsewhere.map(({ quantity }) => quantity)), short) >= 0) return free;
      return [shortage(asked, shortageDetails(asked, stock, knowledge.prices)), ...free];
    }
  }
}

const unlisted = (asked: LineStock): Observation => ({
  code: 'stock.unlisted',
  at: { line: asked.line, field: 'quantity' },
  actual: shown(asked, asked.wanted.quantity),
  data: itemOf(asked),
});

const unitDiffers = (asked: LineStock, units: readonly string[]): Observation => ({
  code: 'stock.unit-differs',
  at: { line: asked.line, field: ['unit', 'quantity'] },
  expected: { kind: 'text', value: units.join(', ') },
  actual: { kind: 'text', value: asked.wanted.word ?? '' },
  data: itemOf(asked),
});

function shortage(asked: AnsweredLine, details: readonly Detail[]): Observation {
  const { answer, demand, line } = asked;
  const { available, complete, short } = answer;
  return {
    code: 'stock.short',
    at: { line, field: 'quantity' },
    expected: shown(asked, available),
    actual: shown(asked, demand.quantity),
    data: {
      ...itemOf(asked),
      available,
      wanted: demand.quantity,
      short,
      ...(complete !== null && { complete }),
      ...(demand.by === null && { context: 'now' }),
    },
    details,
    choices: [...fewer(asked), ...later(asked)],
  };
}

type Choices = NonNullable<Observation['choices']>;

/** Order what is there: unless the cell counts in another unit, or a column of what is still to go would contradict it. */
function fewer({ answer: { available, short }, line: { parsed }, wanted }: AnsweredLine): Choices {
  const { openQuantity, quantity } = parsed;
  if (available === zero || quantity === undefined || openQuantity !== undefined) return [];
  if (wanted.quantity !== openQuantityOf(parsed)) return [];
  const rest = subtract(quantity, short);
  return [{ content: Number(rest), label: rest, field: 'quantity' }];
}

/** Deliver when all of it is there. */
function later({ answer: { complete }, demand: { by } }: AnsweredLine): Choices {
  if (complete === null || (by !== null && complete <= by)) return [];
  return [{ content: complete, label: complete, field: 'dueDate', format: dateFormat }];
}

function otherWarehouse(asked: AnsweredLine): readonly Observation[] {
  const { answer, demand, line } = asked;
  const { available, elsewhere } = answer;
  const [first] = elsewhere;
  if (!first || demand.warehouse === undefined) return nothing;
  const list = elsewhere.map(
    ({ quantity, warehouse }): DetailEntry => ({
      code: 'warehouse',
      values: { warehouse: { kind: 'text', value: warehouse }, quantity: shown(asked, quantity) },
    }),
  );
  return [
    {
      code: 'stock.other-warehouse',
      at: { line, field: 'warehouse' },
      expected: shown(asked, available),
      actual: shown(asked, demand.quantity),
      data: { ...itemOf(asked), warehouse: demand.warehouse },
      details: [{ code: 'lies-in', list }],
      // One that has all of it can simply be named instead.
      ...(first.quantity === demand.quantity && { choices: [{ content: first.warehouse, label: first.warehouse }] }),
    },
  ];
}

const itemOf = ({ line: { item }, name }: LineStock) => itemData(item.kind === 'found' ? item.entry : { code: name });

const shown = ({ wanted: { word } }: LineStock, value: Decimal) =>
  word ? ({ kind: 'quantity', value, unit: word } as const) : ({ kind: 'quantity', value } as const);
