import { Checkbox, Field, Input, makeStyles, mergeClasses, Text, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { compare, type Decimal, isZero, parseDecimal, zero } from '../../../core/value/decimal.ts';
import type { OrderView } from '../../../core/wire/views.ts';
import { Quantity } from '../../../ui/components/Numbers.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { isAllowed } from './order-act.ts';
import { notRechecked, RecheckFields, recheckOf } from './RecheckFields.tsx';

const useStyles = makeStyles({
  lines: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content 120px 120px',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  quantity: { width: '100%', minWidth: 0, '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
  batch: { width: '100%', minWidth: 0 },
  head: { color: tokens.colorNeutralForeground3 },
  right: { textAlign: 'right' },
  carriage: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
});

type Lines = OrderView['lines'];
/** What was typed, by line. */
type Texts = Readonly<Record<number, string>>;
type Carriage = Readonly<Record<'carrier' | 'tracking' | 'expectedArrival' | 'takenIn', string>>;

const nothingSaid: Carriage = { carrier: '', tracking: '', expectedArrival: '', takenIn: '' };

/**
 * Everything that may leave, to be shipped whole unless a quantity is made smaller. An emergency (row 11) is said with a tick by
 * whoever may ship both ways; it needs a reason.
 */
export function ShippingForm(props: ActFormProps): ReactNode {
  const { order, command } = props;
  const { t } = useLanguage();
  const lines = order.lines.filter(({ ready }) => !isZero(ready));
  const [quantities, setQuantities] = useState<Texts>(() =>
    Object.fromEntries(lines.map(({ line, ready }) => [line, ready])),
  );
  const [carriage, setCarriage] = useState<Carriage>(nothingSaid);
  const [emergency, setEmergency] = useState(command === 'ship-emergency');
  const [reason, setReason] = useState('');
  const [rechecking, setRechecking] = useState(notRechecked);
  const [batches, setBatches] = useState<Texts>({});
  const shipped = shippedOf(order.number, lines, quantities, batches);
  const recheck = recheckOf(rechecking);
  const isFilled = shipped !== null && recheck !== null && (!emergency || reason.trim() !== '');
  const more = emergency ? { emergency: true as const, reason: reason.trim() } : {};
  return (
    <ActFrame
      {...props}
      act={isFilled ? { to: 'goods', body: { lines: shipped, ...filledIn(carriage), recheck, ...more } } : null}
    >
      <ShippingLines
        lines={lines}
        quantities={quantities}
        batches={batches}
        onChange={(line, text) => setQuantities((old) => ({ ...old, [line]: text }))}
        onBatch={(line, text) => setBatches((old) => ({ ...old, [line]: text }))}
      />
      <RecheckFields recheck={rechecking} onChange={(change) => setRechecking((old) => ({ ...old, ...change }))} />
      <CarriageFields carriage={carriage} onChange={(change) => setCarriage((old) => ({ ...old, ...change }))} />
      {command === 'ship-goods' && isAllowed(order, 'ship-emergency') && (
        <Checkbox
          label={t('screens:act.emergency')}
          checked={emergency}
          onChange={(_, { checked }) => setEmergency(checked === true)}
        />
      )}
      {emergency && (
        <Field label={t('screens:act.emergency-reason')} required>
          <Textarea value={reason} onChange={(_, { value }) => setReason(value)} />
        </Field>
      )}
    </ActFrame>
  );
}

/** "0" or nothing leaves a line for a later shipment; null while a quantity can't be read. */
const quantityOf = (text: string | undefined): Decimal | null =>
  (text ?? '').trim() === '' ? zero : parseDecimal((text ?? '').trim());

const isTooMuch = (text: string | undefined, ready: Decimal): boolean => {
  const quantity = quantityOf(text);
  return quantity === null || compare(quantity, ready) > 0 || compare(quantity, zero) < 0;
};

/** What leaves; null while a quantity is wrong or nothing would leave. */
function shippedOf(order: string, lines: Lines, quantities: Texts, batches: Texts) {
  if (lines.some(({ line, ready }) => isTooMuch(quantities[line], ready))) return null;
  const shipped = lines.flatMap(({ line }) => {
    const quantity = quantityOf(quantities[line]);
    const batch = batches[line]?.trim();
    return quantity !== null && !isZero(quantity) ? [{ order, line, quantity, ...(batch && { batch }) }] : [];
  });
  return shipped.length === 0 ? null : shipped;
}

const filledIn = (carriage: Carriage): Partial<Carriage> =>
  Object.fromEntries(Object.entries(carriage).filter(([, text]) => text.trim() !== ''));

function ShippingLines(props: {
  lines: Lines;
  quantities: Texts;
  batches: Texts;
  onChange: (line: number, text: string) => void;
  onBatch: (line: number, text: string) => void;
}): ReactNode {
  const { lines, quantities, batches, onChange, onBatch } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  return (
    <div className={styles.lines}>
      <Text className={styles.head}>{t('terms:field.itemName')}</Text>
      <Text className={mergeClasses(styles.head, styles.right)}>{t('screens:lines.open')}</Text>
      <Text className={mergeClasses(styles.head, styles.right)}>{t('screens:act.ship-now')}</Text>
      <Text className={styles.head}>{t('screens:act.batch')}</Text>
      {lines.map(({ line, itemCode, itemName, ready, unit }) => (
        <ShippingLine
          key={line}
          name={`${itemCode} ${itemName}`}
          open={<Quantity value={ready} unit={unit} />}
          text={quantities[line] ?? ''}
          wrong={isTooMuch(quantities[line], ready)}
          batch={batches[line] ?? ''}
          onChange={(text) => onChange(line, text)}
          onBatch={(text) => onBatch(line, text)}
        />
      ))}
    </div>
  );
}

function CarriageFields(props: { carriage: Carriage; onChange: (change: Partial<Carriage>) => void }): ReactNode {
  const { carriage, onChange } = props;
  const { t } = useLanguage();
  return (
    <div className={useStyles().carriage}>
      <Field label={t('screens:act.carrier')}>
        <Input value={carriage.carrier} onChange={(_, { value }) => onChange({ carrier: value })} />
      </Field>
      <Field label={t('screens:act.tracking')}>
        <Input value={carriage.tracking} onChange={(_, { value }) => onChange({ tracking: value })} />
      </Field>
      <Field label={t('screens:act.arrival')}>
        <Input
          type="date"
          value={carriage.expectedArrival}
          onChange={(_, { value }) => onChange({ expectedArrival: value })}
        />
      </Field>
      <Field label={t('screens:act.taken-in')}>
        <Input value={carriage.takenIn} onChange={(_, { value }) => onChange({ takenIn: value })} />
      </Field>
    </div>
  );
}

function ShippingLine(props: {
  name: string;
  open: ReactNode;
  text: string;
  wrong: boolean;
  batch: string;
  onChange: (text: string) => void;
  onBatch: (text: string) => void;
}): ReactNode {
  const { name, open, text, wrong, batch, onChange, onBatch } = props;
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
      <Input
        className={styles.batch}
        value={batch}
        aria-label={`${t('screens:act.batch')} ${name}`}
        onChange={(_, { value }) => onBatch(value)}
      />
    </>
  );
}
