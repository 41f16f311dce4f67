import { splitTax } from '../../../core/document/tax.ts';
import type { InvoiceNumber } from '../../../core/invoice/invoice.ts';
import type { PostedContent } from '../../../core/order/state.ts';
import type { PaymentNumber } from '../../../core/payment/payment.ts';
import { addDays, type PlainDate } from '../../../core/value/date.ts';
import { type Decimal, sum } from '../../../core/value/decimal.ts';
import { paperContext, stamp } from './office.ts';
import type { Commit } from './order-life.ts';

export interface Received {
  readonly content: PostedContent;
  /** Of its stream, before it is closed. */
  readonly version: number;
}

/**
 * The end of a customer's month: one invoice over all that he received, one payment that settles it, and each order closed.
 * `on`: the day of the invoice; he pays thirty days later.
 */
export function settleMonth(
  orders: readonly Received[],
  {
    invoice,
    payment,
    on,
  }: { readonly invoice: InvoiceNumber; readonly payment: PaymentNumber; readonly on: PlainDate },
): readonly Commit[] {
  const contents = orders.map(({ content }) => content);
  const [first] = contents;
  if (first === undefined) return [];
  const { customer, currency } = first;
  const paidOn = addDays(on, 30);
  return [
    [{ stream: 'invoice', id: invoice, version: 0, events: [invoiced(contents, invoice, on)] }],
    [
      {
        stream: 'payment',
        id: payment,
        version: 0,
        events: [
          {
            type: 'payment-received',
            payment: {
              number: payment,
              customerCode: customer.code,
              kind: 'monthly-settlement',
              means: { by: 'transfer' },
              amount: sum(contents.map(({ total }) => total)),
              currency,
              receivedOn: paidOn,
              reference: `${customer.name} ${on.slice(0, 7)}`,
            },
            ...stamp(3, paidOn, 2),
          },
          {
            type: 'payment-allocated',
            allocations: contents.map(({ number, total }) => ({ order: number, amount: total })),
            ...stamp(3, paidOn, 2),
          },
        ],
      },
    ],
    ...orders.map(
      ({ content, version }): Commit => [
        { stream: 'order', id: content.number, version, events: [{ type: 'order-closed', ...stamp(3, paidOn, 3) }] },
      ],
    ),
  ];
}

function invoiced(contents: readonly PostedContent[], number: InvoiceNumber, issuedOn: PlainDate) {
  const taxRate = paperContext.company.taxRate as Decimal;
  const lines = contents.flatMap(({ number: order, lines }) =>
    lines.map(({ line, quantity, amount }) => {
      const { tax } = splitTax([{ amount, rate: taxRate }]);
      return { order, line, quantity, amount, taxRate, tax };
    }),
  );
  const [{ customer, currency }] = contents as readonly [PostedContent];
  const taxNumber = `24${number.replaceAll(/\D/g, '').padStart(18, '0')}`;
  const invoice = { number, taxNumber, customerCode: customer.code, currency, issuedOn, lines };
  return { type: 'invoice-recorded', invoice, ...stamp(3, issuedOn, 7) } as const;
}
