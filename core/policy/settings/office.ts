import { priorityLaws } from '../priority-law.ts';
import type { Setting } from '../setting.ts';

/**
 * What delivery notes are printed on: continuous paper of 241 × 279.4 mm cut in two or three, or A4. Printers of carbon copies
 * move by the sheet: its height must be met exactly.
 */
export const deliveryNoteSheets = ['half-sheet', 'third-sheet', 'a4'] as const;
export type DeliveryNoteSheet = (typeof deliveryNoteSheets)[number];

/** Letters, goods and working time (policy 8–10, R22, R23, R27, R66), papers and how long they are kept. */
export const officeSettings = {
  letter: {
    validDays: { kind: 'whole', unit: 'days', least: 1, most: 60, default: 3, source: '8' },
    reservationDays: { kind: 'whole', unit: 'days', least: 1, most: 365, default: 7, source: '8' },
    cutOff: { kind: 'time', default: '18:00', source: 'R27' },
    postponeBy: {
      kind: 'choice',
      options: ['calendar-days', 'working-days'],
      default: 'calendar-days',
      source: 'R27',
    },
    restartOnRevision: { kind: 'yes-no', default: true, source: 'R27' },
  },
  goods: {
    priority: { kind: 'choice', options: priorityLaws, default: 'first-come', source: 'R23, R66' },
    longestWaitDays: { kind: 'whole-or-none', unit: 'days', least: 1, most: 365, default: 10, source: 'R66' },
    leadTimeDays: { kind: 'whole-or-none', unit: 'days', least: 0, most: 3650, default: null, source: 'R22' },
    /** Off, whoever packs sends what may leave; a small office needs no paper between two desks. */
    shippingRequest: { kind: 'yes-no', default: false, source: 'R36' },
    tolerance: { kind: 'decimal', unit: 'share', least: '0', most: '0.5', default: '0', source: '9' },
    toleranceCustomMade: {
      kind: 'decimal',
      unit: 'share',
      least: '0',
      most: '0.5',
      default: '0.05',
      source: '9',
    },
    emergencyPapersDays: {
      kind: 'whole',
      unit: 'working-days',
      least: 0,
      most: 30,
      default: 1,
      source: '10',
    },
    acceptedBySilence: { kind: 'yes-no', default: false, source: '10', awaited: true },
    silenceDays: { kind: 'whole', unit: 'days', least: 1, most: 365, default: 7, source: '10', awaited: true },
  },
  work: {
    hours: {
      kind: 'hours',
      default: [
        { from: '08:30', to: '12:00' },
        { from: '13:00', to: '17:30' },
      ],
      source: '8',
    },
    /** Whose public holidays and make-up days count; none: weekends only. */
    holidays: { kind: 'choice', options: ['CN', 'none'], default: 'CN', source: 'R27' },
    /** The company's own days, before all else. */
    closed: { kind: 'dates', default: [], source: 'R27' },
    open: { kind: 'dates', default: [], source: 'R27' },
  },
  papers: {
    deliveryNote: { kind: 'choice', options: deliveryNoteSheets, default: 'half-sheet', source: 'R36' },
    years: {
      kind: 'choice',
      options: ['gregorian', 'minguo'],
      default: 'gregorian',
      source: 'Numbers and dates',
      awaited: true,
    },
  },
  retention: {
    accountingYears: {
      kind: 'whole',
      unit: 'years',
      least: 5,
      most: 100,
      default: 30,
      source: 'Retention',
      awaited: true,
    },
    ordersYears: { kind: 'whole', unit: 'years', least: 1, most: 100, default: 10, source: 'Retention' },
    draftsYears: { kind: 'whole', unit: 'years', least: 1, most: 100, default: 1, source: 'R51', awaited: true },
    destructionSignatures: {
      kind: 'roles',
      default: ['general-manager', 'archivist', 'finance-manager', 'auditor'],
      source: 'Retention',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Setting>>>>;
