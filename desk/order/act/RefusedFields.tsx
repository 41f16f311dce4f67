import { Field, Input, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { compare, type Decimal, isZero, parseDecimal, zero } from '../../../core/value/decimal.ts';
import type { OrderView } from '../../../core/wire/views.ts';
import { Quantity } from '../../../ui/components/Numbers.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';

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
});

type Shipment = OrderView['shipments'][number];
type ShipmentLine = Shipment['lines'][number];
/** What was typed, by the line's place. */
export type Refused = Readonly<Record<string, string>>;
const placeOf = ({ order, line }: ShipmentLine): string => `${order}/${line}`;

/** Nothing typed = all of it was taken in; null = not a quantity, or more than the shipment brought. */
function quantityOf(brought: ShipmentLine, texts: Refused): Decimal | null {
  const text = (texts[placeOf(brought)] ?? '').trim();
  const quantity = text === '' ? zero : parseDecimal(text);
  if (quantity === null || compare(quantity, zero) < 0 || compare(quantity, brought.quantity) > 0) return null;
  return quantity;
}

/** What was not taken in, as it goes over the wire; null while a quantity is wrong. */
export function refusedOf({ lines }: Shipment, texts: Refused) {
  const refused = lines.map((brought) => ({ ...brought, quantity: quantityOf(brought, texts) }));
  return refused.some(({ quantity }) => quantity === null)
    ? null
    : refused.flatMap(({ quantity, ...place }) =>
        quantity === null || isZero(quantity) ? [] : [{ ...place, quantity }],
      );
}

/** Of each line of the shipment, how much the customer refused at the door. */
export function RefusedFields(props: {
  order: OrderView;
  shipment: Shipment;
  refused: Refused;
  onChange: (place: string, text: string) => void;
}): ReactNode {
  const { order, shipment, refused, onChange } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  return (
    <div className={styles.lines}>
      <Text className={styles.head}>{t('terms:field.itemName')}</Text>
      <Text className={mergeClasses(styles.head, styles.right)}>{t('screens:lines.shipped')}</Text>
      <Text className={mergeClasses(styles.head, styles.right)}>{t('screens:act.refused')}</Text>
      {shipment.lines.map((brought) => (
        <RefusedLine
          key={placeOf(brought)}
          order={order}
          brought={brought}
          text={refused[placeOf(brought)] ?? ''}
          isWrong={quantityOf(brought, refused) === null}
          onChange={(text) => onChange(placeOf(brought), text)}
        />
      ))}
    </div>
  );
}

function RefusedLine(props: {
  order: OrderView;
  brought: ShipmentLine;
  text: string;
  isWrong: boolean;
  onChange: (text: string) => void;
}): ReactNode {
  const { order, brought, text, isWrong, onChange } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  // A shipment may hold lines of other orders, of which no more than the number is known here.
  const own = order.number === brought.order ? order.lines.find(({ line }) => line === brought.line) : undefined;
  const name = own
    ? `${own.itemCode} ${own.itemName}`
    : t('screens:act.line-of', { order: brought.order, line: brought.line });
  return (
    <>
      <Text>{name}</Text>
      <span className={styles.right}>
        <Quantity value={brought.quantity} unit={own?.unit} />
      </span>
      <Field
        validationState={isWrong ? 'error' : 'none'}
        {...(isWrong && { validationMessage: t('screens:act.too-much-refused') })}
      >
        <Input
          className={styles.quantity}
          inputMode="decimal"
          value={text}
          placeholder="0"
          aria-label={`${t('screens:act.refused')} ${name}`}
          onChange={(_, { value }) => onChange(value)}
        />
      </Field>
    </>
  );
}
