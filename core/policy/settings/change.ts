import type { Setting } from '../setting.ts';

/** Changes and cancellations of orders under way (R31–R33); up to which amount who approves is `approval.byAmount`. */
export const changeSettings = {
  change: {
    minorQuantity: {
      kind: 'decimal',
      unit: 'share',
      least: '0',
      most: '1',
      default: '0.05',
      source: 'R32',
    },
    laterDateIsMinor: { kind: 'yes-no', default: true, source: 'R32' },
    special: { kind: 'role', default: 'director', source: 'R32' },
    closesRemainder: { kind: 'role', default: 'sales-manager', source: 'R41' },
    cancels: { kind: 'role', default: 'sales-manager', source: 'R33' },
    /** One signature of each group. */
    settles: {
      kind: 'role-groups',
      default: [['director', 'general-manager'], ['finance-manager']],
      source: 'R33',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Setting>>>>;
