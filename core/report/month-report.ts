import type { OrderNumber } from '../order/state.ts';
import type { OrderStatus } from '../order/status.ts';
import type { PaperKind } from '../paper/paper.ts';
import type { CompanyProfile } from '../policy/company.ts';
import type { ShipmentNumber } from '../shipment/shipment.ts';
import type { Instant, Month, PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';

/** The month's archive report (docs/papers.md), as figures; paper and workbook are drawn from it. */
export interface MonthReport {
  readonly month: Month;
  readonly asOf: Instant;
  readonly company: CompanyProfile;
  /** Orders posted in the month. */
  readonly orders: readonly ReportedOrder[];
  /** One row a status and currency that occurs. */
  readonly byStatus: readonly {
    readonly status: OrderStatus;
    readonly currency: string;
    readonly orders: number;
    readonly total: Decimal;
  }[];
  readonly shipments: readonly ReportedShipment[];
  /** Letters that aren't back, oldest first. */
  readonly awaitingCountersign: readonly {
    readonly order: OrderNumber;
    readonly customer: string;
    readonly issuedOn: PlainDate;
    readonly days: number;
  }[];
  /** Lines not fully shipped after the date promised last. */
  readonly overdue: readonly {
    readonly order: OrderNumber;
    readonly customer: string;
    readonly line: number;
    readonly itemCode: string;
    readonly open: Decimal;
    readonly due: PlainDate;
    readonly days: number;
  }[];
  readonly papers: readonly ReportedPaper[];
  readonly kpis: readonly Kpi[];
}

export interface ReportedOrder {
  readonly number: OrderNumber;
  readonly key: string | null;
  readonly customer: string;
  readonly customerClass?: string;
  readonly status: OrderStatus;
  readonly currency: string;
  readonly total: Decimal;
  readonly postedOn: PlainDate;
  readonly promised?: PlainDate;
  readonly postponed?: PlainDate;
  readonly countersignedOn?: PlainDate;
  readonly lastShippedOn?: PlainDate;
  readonly lastReceivedOn?: PlainDate;
  readonly lines: readonly ReportedLine[];
}
export interface ReportedLine {
  readonly line: number;
  readonly itemCode: string;
  readonly itemName: string;
  readonly unit?: string;
  readonly quantity: Decimal;
  readonly shipped: Decimal;
  readonly unitPrice: Decimal;
  readonly amount: Decimal;
  readonly dueDate?: PlainDate;
}
export interface ReportedShipment {
  readonly number: ShipmentNumber;
  readonly customer: string;
  readonly orders: readonly OrderNumber[];
  readonly shippedOn: PlainDate;
  readonly receivedOn?: PlainDate;
  readonly carrier?: string;
  readonly tracking?: string;
}
export interface ReportedPaper {
  readonly paper: string;
  readonly kind: PaperKind;
  /** One for a letter, perhaps several for a shipping notice. */
  readonly orders: readonly OrderNumber[];
  readonly sha256: string;
  readonly pages: number;
  readonly filedOn: PlainDate;
}

/** docs/policy.md "KPIs". `code` names its formula in locales/…/documents.json; value null = denominator zero, shown as "—". */
export interface Kpi {
  readonly code: 'confirmation-accuracy' | 'on-time-shipment' | 'countersign-days';
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  readonly value: Decimal | null;
  readonly unit: 'ratio' | 'days';
  /** May still change: the month isn't closed. */
  readonly provisional: boolean;
}
