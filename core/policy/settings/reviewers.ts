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
    },
    /** As the customer book writes them. */
    riskyClasses: { kind: 'texts', default: [], source: 'R11' },
    priceDoubt: { kind: 'role-or-none', default: 'director', source: 'R16' },
  },
  /** Whoever has a role of the first group is asked; each further group may sign as well, and is told when it gets late. */
  reviewers: {
    credit: {
      kind: 'role-groups',
      default: [['finance-clerk'], ['finance-manager'], ['general-manager']],
      source: 'R11',
    },
    technical: {
      kind: 'role-groups',
      default: [['technical'], ['production-head'], ['director'], ['general-manager']],
      source: 'R11',
    },
    supply: {
      kind: 'role-groups',
      default: [['production', 'purchasing', 'warehouse'], ['production-head'], ['director'], ['general-manager']],
      source: 'R11',
    },
    price: {
      kind: 'role-groups',
      default: [['service-supervisor'], ['sales-manager'], ['director'], ['general-manager']],
      source: 'R16',
    },
    compliance: {
      kind: 'role-groups',
      default: [['legal'], ['director'], ['general-manager']],
      source: 'R11',
    },
    region: {
      kind: 'role-groups',
      default: [['sales-manager'], ['director'], ['general-manager']],
      source: 'R11',
    },
    packing: {
      kind: 'role-groups',
      default: [['quality'], ['production-head'], ['general-manager']],
      source: 'R11',
    },
    head: {
      kind: 'role-groups',
      default: [['order-desk-head'], ['sales-manager'], ['director'], ['general-manager']],
      source: 'R12',
    },
    management: {
      kind: 'role-groups',
      default: [['service-supervisor'], ['sales-manager'], ['director'], ['general-manager']],
      source: 'R12',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Setting>>>>;
