import { aspects } from '../aspects.ts';
import type { Setting } from '../setting.ts';

/** What an order is looked at for, and by whom (R11–R13, R16). */
export const reviewerSettings = {
  review: {
    /** Besides what an order itself asks for; the head of the order desk signs every order anyway. */
    always: {
      kind: 'choices',
      options: aspects.filter((aspect) => aspect !== 'head'),
      default: [],
      source: 'R11',
      awaited: true,
    },
    /** As the customer book writes them. */
    riskyClasses: { kind: 'texts', default: [], source: 'R11', awaited: true },
    priceDoubt: { kind: 'role-or-none', default: 'director', source: 'R16', awaited: true },
  },
  /** Whoever has a role of the first group is asked; each further group may sign as well, and is told when it gets late. */
  reviewers: {
    credit: {
      kind: 'role-groups',
      default: [['finance-clerk'], ['finance-manager'], ['general-manager']],
      source: 'R11',
      awaited: true,
    },
    technical: {
      kind: 'role-groups',
      default: [['technical'], ['production-head'], ['director'], ['general-manager']],
      source: 'R11',
      awaited: true,
    },
    supply: {
      kind: 'role-groups',
      default: [['production', 'purchasing', 'warehouse'], ['production-head'], ['director'], ['general-manager']],
      source: 'R11',
      awaited: true,
    },
    price: {
      kind: 'role-groups',
      default: [['service-supervisor'], ['sales-manager'], ['director'], ['general-manager']],
      source: 'R16',
      awaited: true,
    },
    compliance: {
      kind: 'role-groups',
      default: [['legal'], ['director'], ['general-manager']],
      source: 'R11',
      awaited: true,
    },
    region: {
      kind: 'role-groups',
      default: [['sales-manager'], ['director'], ['general-manager']],
      source: 'R11',
      awaited: true,
    },
    packing: {
      kind: 'role-groups',
      default: [['quality'], ['production-head'], ['general-manager']],
      source: 'R11',
      awaited: true,
    },
    head: {
      kind: 'role-groups',
      default: [['order-desk-head'], ['sales-manager'], ['director'], ['general-manager']],
      source: 'R12',
      awaited: true,
    },
    management: {
      kind: 'role-groups',
      default: [['service-supervisor'], ['sales-manager'], ['director'], ['general-manager']],
      source: 'R12',
      awaited: true,
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Setting>>>>;
