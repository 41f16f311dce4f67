import type { OrderView } from '../../../core/wire/order-views.ts';

type Review = NonNullable<OrderView['review']>;
type Step = Review['steps'][number];

/** A step of a review: open, for the head of the order desk, with nothing that must be said in writing. */
export const step = (change: Partial<Step> & Pick<Step, 'aspect'>): Step => ({
  id: `${change.aspect}:order-desk-head`,
  stage: 1,
  status: 'open',
  reasons: [{ code: 'approval.head' }],
  who: ['order-desk-head', 'sales-manager', 'director', 'general-manager'],
  ...change,
});

type Question = Review['questions'][number];
export const question: Question = {
  number: 1,
  question: '要哪种颜色？',
  askedBy: '陈主管',
  askedAt: '2026-11-20T02:00:30.000Z' as Question['askedAt'],
  replyBy: '2026-11-23T02:00:30.000Z' as Question['replyBy'],
  isLate: false,
};

/** As much of an order as its forms look at. */
export const order = (given: {
  readonly status?: OrderView['status'];
  readonly steps?: readonly Step[];
  readonly questions?: readonly Question[];
  readonly lines?: OrderView['lines'];
  readonly actions?: OrderView['actions'];
}): OrderView =>
  ({
    number: 'SO-202611-00001',
    status: given.status ?? 'in-review',
    lines: given.lines ?? [],
    actions: given.actions ?? [],
    ...(given.steps && {
      review: {
        contentHash: 'abc',
        isComplete: false,
        steps: [...given.steps],
        questions: [...(given.questions ?? [])],
      },
    }),
  }) as OrderView;
