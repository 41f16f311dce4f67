/** What kind of order it is, beside a normal one (row 1). Words: terms `orderType.…`. */
export const orderTypes = [
  'sample', // 样品
  'replacement', // 补货：换货、补发
  'internal', // 内部
  'late-paper', // 后补：货已先行
] as const;
export type OrderType = (typeof orderTypes)[number];

/** Samples and what the house orders itself are given: nobody pays for them, no invoice is written, no indicator counts them. */
export const isGiven = ({ type }: { readonly type?: OrderType }): boolean => type === 'sample' || type === 'internal';
