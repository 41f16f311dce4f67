import { canonicalJson } from '../../value/canonical-json.ts';
import type { Sha256 } from '../chain.ts';
import type { KeptContent } from './content.ts';

export type BesideMisfit =
  | { readonly code: 'profile-missing' }
  | { readonly code: 'policy-missing'; readonly version: number }
  | { readonly code: 'book-missing'; readonly book: string; readonly version: number }
  /** Name or contact aren't those the key was made of. */
  | { readonly code: 'person-changed'; readonly key: string }
  /** One request, two answers. */
  | { readonly code: 'answer-twice'; readonly key: string };

/** What lies beside the records must be whole as well: settings, books, people, answers. */
export const misfitsBesideRecords = (content: KeptContent, sha256: Sha256): readonly BesideMisfit[] => [
  ...(content.hasProfile ? [] : [{ code: 'profile-missing' } as const]),
  ...missing(content.policies.map(({ version }) => version)).map(
    (version) => ({ code: 'policy-missing', version }) as const,
  ),
  ...missingBooks(content),
  ...content.people
    .filter(({ key, salt, person }) => key !== sha256(`${salt}:${canonicalJson(person)}`))
    .map(({ key }) => ({ code: 'person-changed', key }) as const),
  ...answeredTwice(content),
];

function missingBooks({ books, damaged }: KeptContent): readonly BesideMisfit[] {
  const known = new Set(damaged.map(({ number }) => number));
  return [...Map.groupBy(books, ({ kind }) => kind)].flatMap(([book, versions]) =>
    missing(versions.map(({ version }) => version))
      // A damaged one is named already.
      .filter((version) => !known.has(`${book}-${String(version).padStart(4, '0')}`))
      .map((version) => ({ code: 'book-missing', book, version }) as const),
  );
}

/** What is missing of 1 … the highest. */
function missing(versions: readonly number[]): readonly number[] {
  const there = new Set(versions);
  const highest = versions.reduce((high, version) => Math.max(high, version), 0);
  return Array.from({ length: highest }, (_, index) => index + 1).filter((version) => !there.has(version));
}

function answeredTwice({ records, answers }: KeptContent): readonly BesideMisfit[] {
  const given = new Map<string, string>();
  const twice = new Set<string>();
  for (const { key, answer } of [...records.flatMap((record) => record.answers), ...answers]) {
    const text = canonicalJson(answer);
    if ((given.get(key) ?? text) !== text) twice.add(key);
    given.set(key, text);
  }
  return [...twice].map((key) => ({ code: 'answer-twice', key }));
}
