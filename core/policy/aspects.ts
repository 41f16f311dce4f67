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
