/** A year a title speaks of, and its month where it names one. */
export interface TitleMonth {
  readonly year: number;
  readonly month: number | null;
}

const western = /(?<!\d)(20\d{2})(?:\s*年度?\s*(\d{1,2})\s*月|[-/.](\d{1,2})(?!\d)|(0[1-9]|1[0-2])(?!\d)|(?!\d))/g;
const republic = /(?:民[国國]\s*(\d{2,3})|(?<!\d)(1\d\d))\s*年度?(?:\s*(\d{1,2})\s*月)?/g;

/** The times a sheet's name and title speak of: 2026年3月订单, 2026-03, 202603, 民國115年3月, 2026. */
export function titleMonths(title: string): readonly TitleMonth[] {
  const text = title.normalize('NFKC');
  const found: TitleMonth[] = [];
  for (const [, year, said, after, compact] of text.matchAll(western))
    found.push({ year: Number(year), month: monthOf(said ?? after ?? compact) });
  for (const [, named, plain, month] of text.matchAll(republic))
    found.push({ year: Number(named ?? plain) + 1911, month: monthOf(month) });
  return found;
}

function monthOf(digits: string | undefined): number | null {
  const month = Number(digits);
  return month >= 1 && month <= 12 ? month : null;
}
