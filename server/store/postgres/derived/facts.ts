import { canonicalJson } from '../../../../core/value/canonical-json.ts';
import type { Disagreement } from '../../kept-companies.ts';

/** A row as its columns, or a word. */
export type Fact = string | Readonly<Record<string, string | number | boolean | null>>;
/** What is kept, or follows from the records; each under a name of its own. */
export type Facts = ReadonlyMap<string, Fact>;

/** Where two don't say the same; of rows only the columns that differ. */
export const differences = (kept: Facts, follows: Facts): readonly Disagreement[] =>
  [...new Set([...follows.keys(), ...kept.keys()])].flatMap((what) => {
    const [has, ought] = [kept.get(what), follows.get(what)];
    if (has === undefined || ought === undefined) return [disagreement(what, textOf(has), textOf(ought))];
    const [hasText, oughtText] = [textOf(unlike(has, ought)), textOf(unlike(ought, has))];
    return hasText === oughtText ? [] : [disagreement(what, hasText, oughtText)];
  });

export const disagreement = (what: string, kept: string | null, follows: string | null): Disagreement => ({
  code: 'lookup-wrong',
  what,
  kept,
  follows,
});

const textOf = (fact: Fact | undefined): string | null =>
  fact === undefined ? null : typeof fact === 'string' ? fact : canonicalJson(fact);

function unlike(fact: Fact, other: Fact): Fact {
  if (typeof fact === 'string' || typeof other === 'string') return fact;
  return Object.fromEntries(Object.entries(fact).filter(([name, value]) => value !== other[name]));
}
