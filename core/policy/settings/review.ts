import type { Setting } from '../setting.ts';

/** Who decides what (policy 1–3), how long each may take (policy 8), and what is odd enough to be said (policy 9). */
export const reviewSettings = {
  approval: {
    byAmount: {
      kind: 'up-to',
      unit: 'money',
      least: '0',
      most: '100000000000',
      default: [
        { role: 'order-desk-head', upTo: '50000' },
        { role: 'sales-manager', upTo: '200000' },
        { role: 'director', upTo: '500000' },
      ],
      source: '1',
    },
    beyondAmount: { kind: 'role', default: 'general-manager', source: '1' },
    discount: {
      kind: 'up-to',
      unit: 'share',
      least: '0',
      most: '1',
      default: [
        { role: 'sales', upTo: '0.03' },
        { role: 'service-supervisor', upTo: '0.05' },
        { role: 'sales-manager', upTo: '0.1' },
        { role: 'director', upTo: '0.15' },
        { role: 'general-manager', upTo: '1' },
      ],
      source: '2',
    },
    margin: {
      kind: 'below',
      unit: 'share',
      least: '-1',
      most: '1',
      default: [
        { role: 'sales-manager', below: '0.15' },
        { role: 'director', below: '0.08' },
        { role: 'general-manager', below: '0' },
      ],
      source: '3',
    },
    mode: {
      kind: 'choice',
      options: ['authority', 'every-level'],
      default: 'authority',
      source: 'R12',
    },
    separationOfDuties: {
      kind: 'choice',
      options: ['automatic', 'strict', 'single-person'],
      default: 'automatic',
      source: 'R62',
    },
  },
  /** Working hours, as `work.hours` counts them. */
  deadlines: {
    entry: { kind: 'whole', unit: 'working-hours', least: 1, most: 240, default: 4, source: 'R4', awaited: true },
    price: { kind: 'whole', unit: 'working-hours', least: 1, most: 240, default: 2, source: '8' },
    credit: { kind: 'whole', unit: 'working-hours', least: 1, most: 240, default: 4, source: '8' },
    technical: { kind: 'whole', unit: 'working-hours', least: 1, most: 240, default: 8, source: '8' },
    supply: { kind: 'whole', unit: 'working-hours', least: 1, most: 240, default: 4, source: 'R13' },
    legal: { kind: 'whole', unit: 'working-hours', least: 1, most: 240, default: 16, source: 'R13' },
    packing: { kind: 'whole', unit: 'working-hours', least: 1, most: 240, default: 4, source: 'R13' },
    region: { kind: 'whole', unit: 'working-hours', least: 1, most: 240, default: 4, source: 'R13' },
    head: { kind: 'whole', unit: 'working-hours', least: 1, most: 240, default: 2, source: 'R13' },
    management: { kind: 'whole', unit: 'working-hours', least: 1, most: 240, default: 4, source: 'R13' },
    customerAnswer: {
      kind: 'whole',
      unit: 'working-hours',
      least: 1,
      most: 240,
      default: 16,
      source: 'R13',
    },
    confirmation: {
      kind: 'whole',
      unit: 'working-hours',
      least: 1,
      most: 240,
      default: 24,
      source: 'R59',
      awaited: true,
    },
  },
  flags: {
    quantityFactor: { kind: 'decimal', unit: 'times', least: '1', most: '1000', default: '3', source: '9' },
    priceDifference: { kind: 'decimal', unit: 'share', least: '0', most: '10', default: '0.1', source: '9' },
    daysAhead: { kind: 'whole', unit: 'days', least: 1, most: 3650, default: 730, source: '9' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Setting>>>>;
