import type { ReactNode } from 'react';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { type Language, useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { LineQuantities } from './LineQuantities.tsx';
import { type Quantities, type QuantityAsked, type QuantityRow, quantitiesOf } from './line-quantities.ts';

type Shipment = OrderView['shipments'][number];
type ShipmentLine = Shipment['lines'][number];

const askedOf = ({ lines }: Shipment): readonly (QuantityAsked & { readonly brought: ShipmentLine })[] =>
  lines.map((brought) => ({ key: `${brought.order}/${brought.line}`, most: brought.quantity, brought }));

/** What was not taken in, as it goes over the wire; null while a quantity is wrong. */
export const refusedOf = (shipment: Shipment, texts: Quantities): readonly ShipmentLine[] | null =>
  quantitiesOf(askedOf(shipment), texts)?.map(({ row: { brought }, quantity }) => ({ ...brought, quantity })) ?? null;

/** A shipment may hold lines of other orders, of which no more than the number is known here. */
const rowsOf = (shipment: Shipment, order: OrderView, t: Language['t']): readonly QuantityRow[] =>
  askedOf(shipment).map(({ brought, ...asked }) => {
    const own = order.number === brought.order ? order.lines.find(({ line }) => line === brought.line) : undefined;
    const name = own
      ? `${own.itemCode} ${own.itemName}`
      : t('desk:act.line-of', { order: brought.order, line: brought.line });
    return { ...asked, name, unit: own?.unit, there: brought.quantity };
  });

/** Of each line of the shipment, how much the customer refused at the door; nothing typed = all of it was taken in. */
export function RefusedFields(props: {
  order: OrderView;
  shipment: Shipment;
  refused: Quantities;
  onChange: (refused: Quantities) => void;
}): ReactNode {
  const { order, shipment, refused, onChange } = props;
  const { t } = useLanguage();
  return (
    <LineQuantities
      rows={rowsOf(shipment, order, t)}
      headings={{ there: t('desk:lines.shipped'), asked: t('desk:act.refused') }}
      tooMuch={t('desk:act.too-much-refused')}
      texts={refused}
      onChange={onChange}
    />
  );
}
