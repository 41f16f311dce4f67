import { type ReactNode, useState } from 'react';
import type { LifecycleCommand } from '../../../core/order/transitions.ts';
import { type Decimal, isZero, subtract, zero } from '../../../core/value/decimal.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { LineQuantities } from './LineQuantities.tsx';
import { type Quantities, type QuantityRow, quantitiesOf } from './line-quantities.ts';
import type { OrderAct } from './order-act.ts';

type Line = OrderView['lines'][number];
interface SuppliedRow extends QuantityRow {
  readonly line: number;
}

/** Made or come in is what begun lines still lack; let through, what was reported. */
function waitingOf({ quantity, supply }: Line, command: LifecycleCommand): Decimal {
  if (supply === undefined) return zero;
  if (command === 'release-quality') return subtract(supply.reported, supply.released);
  return supply.readyOn === undefined ? zero : subtract(quantity, supply.reported);
}

const rowsOf = ({ lines }: OrderView, command: LifecycleCommand): readonly SuppliedRow[] =>
  lines
    .map((line) => ({ line, waiting: waitingOf(line, command) }))
    .filter(({ waiting }) => !isZero(waiting))
    .map(({ line: { line, itemCode, itemName, unit }, waiting }) => ({
      key: `${line}`,
      line,
      name: `${itemCode} ${itemName}`,
      unit,
      there: waiting,
      most: waiting,
    }));

/** The daily report 生产日报表, and what quality lets through (rows 8a, 9): all that waits, unless a quantity is made smaller. */
export function SupplyForm(props: ActFormProps): ReactNode {
  const { order, command } = props;
  const { t } = useLanguage();
  const rows = rowsOf(order, command);
  const [texts, setTexts] = useState<Quantities>(() => Object.fromEntries(rows.map(({ key, there }) => [key, there])));
  const isRelease = command === 'release-quality';
  return (
    <ActFrame {...props} act={actOf(isRelease ? 'release-quality' : 'report-supply', rows, texts)}>
      <LineQuantities
        rows={rows}
        headings={{
          there: t(isRelease ? 'desk:act.to-release' : 'desk:act.to-come'),
          asked: t(isRelease ? 'desk:act.release-now' : 'desk:act.done-now'),
        }}
        tooMuch={t('desk:act.too-much-waiting')}
        texts={texts}
        onChange={setTexts}
      />
    </ActFrame>
  );
}

function actOf(
  type: 'report-supply' | 'release-quality',
  rows: readonly SuppliedRow[],
  texts: Quantities,
): OrderAct | null {
  const lines = quantitiesOf(rows, texts)?.map(({ row: { line }, quantity }) => ({ line, quantity })) ?? [];
  return lines.length === 0 ? null : { to: 'order', body: { type, lines } };
}
