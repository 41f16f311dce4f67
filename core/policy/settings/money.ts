import type { Setting } from '../setting.ts';

/** What customers pay before, what they may owe, and for how long (policy 4–7, 10, "Money and tax"). */
export const moneySettings = {
  payment: {
    /** When an order is paid, unless its customer's own terms say otherwise (rows 7 and 10 of the lifecycle, R67). */
    terms: {
      kind: 'choice-by-class',
      options: ['before-delivery', 'on-delivery', 'monthly'],
      default: { A: 'monthly', B: 'before-delivery', C: 'before-delivery' },
      source: '4, 5',
    },
    prepayment: {
      kind: 'decimal-by-class',
      unit: 'share',
      least: '0',
      most: '1',
      default: { A: '0', B: '0.3', C: '0.5' },
      source: '4',
    },
    prepaymentCustomMade: {
      kind: 'decimal',
      unit: 'share',
      least: '0',
      most: '1',
      default: '0.5',
      source: '4',
    },
    earnestMoneyWarning: {
      kind: 'decimal',
      unit: 'share',
      least: '0',
      most: '1',
      default: '0.2',
      source: '4',
    },
    roundingDifference: {
      kind: 'decimal',
      unit: 'money',
      least: '0',
      most: '10000',
      default: '10',
      source: '10',
    },
    roundingDecidedBy: { kind: 'role', default: 'finance-clerk', source: '10' },
    /** Never below `roundingDifference` (`stages` in policy-problems.ts), or rounding would give up what is no bad debt yet. */
    badDebtUpTo: {
      kind: 'decimal',
      unit: 'money',
      least: '0',
      most: '100000000000',
      default: '10000',
      source: 'R45',
    },
    badDebtDecidedBy: { kind: 'role', default: 'finance-manager', source: 'R45' },
    badDebtBeyond: { kind: 'role', default: 'general-manager', source: 'R45' },
    billsCountFrom: {
      kind: 'choice',
      options: ['receipt', 'due-date'],
      default: 'receipt',
      source: 'R45',
    },
  },
  invoice: {
    /** What may be invoiced: the goods ordered, or only those that left. */
    at: { kind: 'choice', options: ['order', 'delivery'], default: 'delivery', source: 'R44' },
  },
  export: {
    /** So long before the goods are due a letter of credit is to be in the house. */
    creditLeadDays: { kind: 'whole', unit: 'days', least: 0, most: 365, default: 30, source: 'R30' },
  },
  credit: {
    settlementDays: { kind: 'whole', unit: 'days', least: 0, most: 365, default: 30, source: '5' },
    limitFactor: {
      kind: 'decimal',
      unit: 'times',
      least: '0',
      most: '100',
      default: '1.5',
      source: '5',
      awaited: true,
    },
    tolerance: { kind: 'decimal', unit: 'share', least: '0', most: '10', default: '0.1', source: '5' },
    withinTolerance: { kind: 'role', default: 'finance-manager', source: '5' },
    beyondTolerance: { kind: 'role', default: 'general-manager', source: '5' },
  },
  /** Each stage no earlier than the one before (`stages` in policy-problems.ts). */
  overdue: {
    warnDays: { kind: 'whole', unit: 'days', least: 0, most: 3650, default: 7, source: '6' },
    noNewOrderDays: { kind: 'whole', unit: 'days', least: 0, most: 3650, default: 15, source: '6' },
    stopShippingDays: { kind: 'whole', unit: 'days', least: 0, most: 3650, default: 30, source: '6' },
  },
  newCustomer: {
    financeFirst: { kind: 'yes-no', default: true, source: '7' },
    firstOrders: { kind: 'whole', unit: 'orders', least: 0, most: 100, default: 3, source: '7' },
    /** Until so many orders were confirmed in all, it is the house's records that are new, not its customers. */
    youngRecordsOrders: { kind: 'whole', unit: 'orders', least: 0, most: 10000, default: 30, source: '7' },
  },
  tax: {
    /** Mainland China's since the VAT law; the levy of 1 % is granted until the end of 2027. */
    rates: {
      kind: 'tax-rates',
      default: [
        { type: 'general', rate: '0.13', from: '2019-04-01', to: null },
        { type: 'general', rate: '0.09', from: '2019-04-01', to: null },
        { type: 'general', rate: '0.06', from: '2016-05-01', to: null },
        { type: 'general', rate: '0', from: '2016-05-01', to: null },
        { type: 'exempt', rate: '0', from: '2016-05-01', to: null },
        { type: 'levy', rate: '0.03', from: '2014-07-01', to: null },
        { type: 'levy', rate: '0.01', from: '2020-03-01', to: '2027-12-31' },
      ],
      source: 'Money and tax',
      awaited: true,
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Setting>>>>;
