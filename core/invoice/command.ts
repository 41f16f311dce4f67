import type { CommandMeta } from '../order/command.ts';
import type { OrderNumber } from '../order/state.ts';
import type { PlainDate } from '../value/date.ts';
import type { InvoicedPart, InvoiceNumber } from './invoice.ts';

/** What somebody wants done with an invoice, in the imperative. */
export type InvoiceCommand = CommandMeta &
  (
    | {
        readonly type: 'record-invoice';
        /** The next of its series. */
        readonly number: InvoiceNumber;
        readonly taxNumber: string;
        readonly issuedOn: PlainDate;
        /** Everything of these orders that may be invoiced and isn't; with parts named as well, both. */
        readonly orders: readonly OrderNumber[];
        readonly parts: readonly InvoicedPart[];
      }
    | {
        readonly type: 'reverse-invoice';
        /** 红字发票号码. */
        readonly redNumber: string;
        readonly on: PlainDate;
        /** 'all' = whatever still stands of it. */
        readonly parts: readonly InvoicedPart[] | 'all';
      }
  );
export type InvoiceCommandType = InvoiceCommand['type'];
export type InvoiceCommandOf<Type extends InvoiceCommandType> = Extract<InvoiceCommand, { readonly type: Type }>;
