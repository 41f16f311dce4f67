import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { OrderView } from '../../core/wire/views.ts';
import { formatDate } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import type { OrderAct } from './order-act.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface Receipt {
  /** Shipments on their way, oldest first. */
  readonly waiting: OrderView['shipments'];
  readonly shipment: string;
  readonly setShipment: (number: string) => void;
  readonly date: string;
  readonly setDate: (date: string) => void;
  readonly act: OrderAct | null;
}

export function useReceipt(order: OrderView, today: string): Receipt {
  const waiting = order.shipments.filter(({ receivedOn }) => receivedOn === undefined);
  const [shipment, setShipment] = useState(waiting[0]?.number ?? '');
  const [date, setDate] = useState(today);
  return {
    waiting,
    shipment,
    setShipment,
    date,
    setDate,
    act: shipment && date ? { to: 'shipment', shipment, body: { on: date } } : null,
  };
}

/** Which shipment arrived, and when the customer signed for it. */
export function ReceiptFields({ receipt }: { receipt: Receipt }): ReactNode {
  const { t, locale } = useLanguage();
  return (
    <div className={useStyles().fields}>
      <Field label={t('screens:act.shipment')}>
        <Select value={receipt.shipment} onChange={(_, { value }) => receipt.setShipment(value)}>
          {receipt.waiting.map(({ number, shippedOn }) => (
            <option key={number} value={number}>
              {`${number} · ${formatDate(shippedOn, locale)}`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('screens:act.receipt-date')} required>
        <Input type="date" value={receipt.date} autoFocus onChange={(_, { value }) => receipt.setDate(value)} />
      </Field>
    </div>
  );
}
