/** Exact fractions on BigInt: the oracle's own arithmetic, slow and plain. */
export interface Exact {
  readonly over: bigint;
  /** Above zero. */
  readonly under: bigint;
}

/** A decimal as text, "12.50" or "-3"; a number as JavaScript prints it. Null when it is none. */
export function exactly(text: string): Exact | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const over = BigInt(whole + fraction);
  return { over: sign ? -over : over, under: 10n ** BigInt(fraction.length) };
}

export const whole = (count: number): Exact => ({ over: BigInt(count), under: 1n });
export const times = (a: Exact, b: Exact): Exact => ({ over: a.over * b.over, under: a.under * b.under });
export const plus = (a: Exact, b: Exact): Exact => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});
export const minus = (a: Exact, b: Exact): Exact => plus(a, { over: -b.over, under: b.under });
export const per = (a: Exact, b: Exact): Exact =>
  b.over > 0n
    ? { over: a.over * b.under, under: a.under * b.over }
    : { over: -a.over * b.under, under: -a.under * b.over };
/** Below zero when a is the smaller, zero when they are the same. */
export const against = (a: Exact, b: Exact): number => {
  const difference = minus(a, b).over;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const least = (a: Exact, b: Exact): Exact => (against(a, b) < 0 ? a : b);

/** To so many decimals, half away from zero. */
export function rounded({ over, under }: Exact, decimals: number): Exact {
  const scale = 10n ** BigInt(decimals);
  const [size, sign] = over < 0n ? [-over, -1n] : [over, 1n];
  return { over: (sign * (2n * size * scale + under)) / (2n * under), under: scale };
}

/** As decimal text without useless zeros; to eight decimals where it doesn't end. */
export function written(value: Exact): string {
  const { over, under } = rounded(value, 8);
  const digits = (over < 0n ? -over : over).toString().padStart(9, '0');
  const text = `${digits.slice(0, -8)}.${digits.slice(-8)}`.replace(/\.?0+$/, '');
  return over < 0n && under > 0n ? `-${text}` : text;
}
