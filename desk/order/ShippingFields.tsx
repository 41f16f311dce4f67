import { Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { compare, type Decimal, isZero, parseDecimal, zero } from '../../core/value/decimal.ts';
import type { OrderView } from '../../core/wire/views.ts';
import { Quantity } from '../../ui/components/Numbers.tsx';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import type { OrderAct } from './order-act.ts';

const useStyles = makeStyles({
  lines: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content 120px',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  quantity: { width: '100%', minWidth: 0, '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
  head: { color: tokens.colorNeutralForeground3 },
  right: { textAlign: 'right' },
  carriage: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
});

type Lines = OrderView['lines'];
interface Shipping {
  readonly lines: Lines;
  readonly quantities: Readonly<Record<number, string>>;
  readonly setQuantity: (line: number, text: string) => void;
  readonly carriage: Readonly<Record<'carrier' | 'tracking' | 'expectedArrival', string>>;
  readonly setCarriage: (change: Partial<Shipping['carriage']>) => void;
  readonly act: OrderAct | null;
}

/** Everything that may leave, to be shipped whole unless a quantity is made smaller. */
export function useShipping(order: OrderView): Shipping {
  const lines = order.lines.filter(({ ready }) => !isZero(ready));
  const [quantities, setQuantities] = useState<Record<number, string>>(() =>
    Object.fromEntries(lines.map(({ line, ready }) => [line, ready])),
  );
  const [carriage, setCarriage] = useState<Shipping['carriage']>({ carrier: '', tracking: '', expectedArrival: '' });
  return {
    lines,
    quantities,
    setQuantity: (line, text) => setQuantities((old) => ({ ...old, [line]: text })),
    carriage,
    setCarriage: (change) => setCarriage((old) => ({ ...old, ...change })),
    act: actOf(order.number, lines, quantities, carriage),
  };
}

/** "0" or nothing leaves a line for a later shipment; null while a quantity can't be read. */
const quantityOf = (text: string | undefined): Decimal | null =>
  (text ?? '').trim() === '' ? zero : parseDecimal((text ?? '').trim());

export const isTooMuch = (text: string | undefined, ready: Decimal): boolean => {
  const quantity = quantityOf(text);
  return quantity === null || compare(quantity, ready) > 0 || compare(quantity, zero) < 0;
};

function actOf(
  order: string,
  lines: Lines,
  quantities: Shipping['quantities'],
  carriage: Shipping['carriage'],
): OrderAct | null {
  if (lines.some(({ line, ready }) => isTooMuch(quantities[line], ready))) return null;
  const shipped = lines.flatMap(({ line }) => {
    const quantity = quantityOf(quantities[line]);
    return quantity !== null && !isZero(quantity) ? [{ order, line, quantity }] : [];
  });
  if (shipped.length === 0) return null;
  const filled = Object.fromEntries(Object.entries(carriage).filter(([, text]) => text.trim() !== ''));
  return { to: 'goods', body: { lines: shipped, ...filled } };
}

export function ShippingFields({ shipping }: { shipping: Shipping }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const { lines, quantities, setQuantity, carriage, setCarriage } = shipping;
  return (
    <>
      <div className={styles.lines}>
        <Text className={styles.head}>{t('terms:field.itemName')}</Text>
        <Text className={`${styles.head} ${styles.right}`}>{t('screens:lines.open')}</Text>
        <Text className={`${styles.head} ${styles.right}`}>{t('screens:act.ship-now')}</Text>
        {lines.map(({ line, itemCode, itemName, ready, unit }) => (
          <ShippingLine
            key={line}
            name={`${itemCode} ${itemName}`}
            open={<Quantity value={ready} unit={unit} />}
            text={quantities[line] ?? ''}
            wrong={isTooMuch(quantities[line], ready)}
            onChange={(text) => setQuantity(line, text)}
          />
        ))}
      </div>
      <div className={styles.carriage}>
        <Field label={t('screens:act.carrier')}>
          <Input value={carriage.carrier} onChange={(_, { value }) => setCarriage({ carrier: value })} />
        </Field>
        <Field label={t('screens:act.tracking')}>
          <Input value={carriage.tracking} onChange={(_, { value }) => setCarriage({ tracking: value })} />
        </Field>
        <Field label={t('screens:act.arrival')}>
          <Input
            type="date"
            value={carriage.expectedArrival}
            onChange={(_, { value }) => setCarriage({ expectedArrival: value })}
          />
        </Field>
      </div>
    </>
  );
}

function ShippingLine(props: {
  name: string;
  open: ReactNode;
  text: string;
  wrong: boolean;
  onChange: (text: string) => void;
}): ReactNode {
  const { name, open, text, wrong, onChange } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  return (
    <>
      <Text>{name}</Text>
      <span className={styles.right}>{open}</span>
      <Field
        validationState={wrong ? 'error' : 'none'}
        {...(wrong && { validationMessage: t('screens:act.too-much') })}
      >
        <Input
          className={styles.quantity}
          inputMode="decimal"
          value={text}
          aria-label={`${t('screens:act.ship-now')} ${name}`}
          onChange={(_, { value }) => onChange(value)}
        />
      </Field>
    </>
  );
}
