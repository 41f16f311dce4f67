import { type CheckPolicy, standardCheckPolicy } from './check-policy.ts';
import type { Role } from './roles.ts';
import type { Authority, MarginAuthority } from './setting.ts';

/** What a review looks at (R11, R12), in the order plans are shown. Names: locales/…/review.json under `aspect.`. */
export const aspects = [
  'credit',
  'technical',
  'supply',
  'price',
  'compliance',
  'region',
  'packing',
  /** R12: the head of the order desk, for every order. */
  'head',
  /** R12, R17: by amount, discount, margin. */
  'management',
] as const;
export type Aspect = (typeof aspects)[number];

/** What planning and following a review needs of the company's policy; each setting with its number in docs/policy.md. */
export interface ReviewPolicy {
  /** Policy 1 (R12): who may confirm up to which amount, tax included, in the house's currency, rising. */
  readonly amountAuthority: readonly Authority[];
  /** Policies 1–3: who signs what is beyond everybody's authority. */
  readonly lastAuthority: Role;
  /** Policy 2 (R17): the first authority is what whoever enters an order may grant, rising. */
  readonly discountAuthority: readonly Authority[];
  /** Policy 3 (R17): a margin below this needs that role's yes, falling. */
  readonly marginAuthority: readonly MarginAuthority[];
  /** Policies 5–7 (R19, R20). */
  readonly credit: Omit<CheckPolicy['credit'], 'youngRecordsOrders'>;
  /** R11: customers of these classes are risky, as those in debt are; written as in the customer book. */
  readonly riskyClasses: readonly string[];
  /** R16: a price in doubt goes to the price review and besides to this role; null = to the price review alone. */
  readonly priceDoubt: Role | null;
  /** R12: only who has the authority signs, or every level below him first. */
  readonly approval: 'authority' | 'every-level';
  /** Looked at in every order; the others only where something asks for it. The head of the order desk always signs. */
  readonly always: readonly Aspect[];
  readonly aspects: Readonly<Record<Aspect, AspectPolicy>>;
  /** Policy 8 (R13): working hours a customer is given to answer a question. */
  readonly customerReplyHours: number;
}

export interface AspectPolicy {
  /**
   * Whoever has a role of the first level is asked; each further level may sign as well, and is told when the ones before it
   * are late.
   */
  readonly levels: readonly (readonly Role[])[];
  /** Policy 8: working hours each level has. */
  readonly hours: number;
}

const { discountAuthority, marginAuthority, credit } = standardCheckPolicy;

/** docs/policy.md's defaults: usual practice, not law. A day has eight working hours. */
export const standardReviewPolicy: ReviewPolicy = {
  amountAuthority: [
    { role: 'order-desk-head', upTo: '50000' as Authority['upTo'] },
    { role: 'sales-manager', upTo: '200000' as Authority['upTo'] },
    { role: 'director', upTo: '500000' as Authority['upTo'] },
  ],
  lastAuthority: 'general-manager',
  discountAuthority,
  marginAuthority,
  credit,
  riskyClasses: [],
  priceDoubt: 'director',
  approval: 'authority',
  always: [],
  aspects: {
    credit: { levels: [['finance-clerk'], ['finance-manager'], ['general-manager']], hours: 4 },
    technical: { levels: [['technical'], ['production-head'], ['director'], ['general-manager']], hours: 8 },
    supply: {
      levels: [['production', 'purchasing', 'warehouse'], ['production-head'], ['director'], ['general-manager']],
      hours: 4,
    },
    price: { levels: [['service-supervisor'], ['sales-manager'], ['director'], ['general-manager']], hours: 2 },
    compliance: { levels: [['legal'], ['director'], ['general-manager']], hours: 16 },
    region: { levels: [['sales-manager'], ['director'], ['general-manager']], hours: 4 },
    packing: { levels: [['quality'], ['production-head'], ['general-manager']], hours: 4 },
    head: { levels: [['order-desk-head'], ['sales-manager'], ['director'], ['general-manager']], hours: 2 },
    management: {
      levels: [['service-supervisor'], ['sales-manager'], ['director'], ['general-manager']],
      hours: 4,
    },
  },
  customerReplyHours: 16,
};
