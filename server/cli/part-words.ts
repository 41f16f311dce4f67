import { bookKinds } from '../../core/check/knowledge.ts';
import { allRecordKinds } from '../../core/record/registry.ts';
import type { Texts } from '../../locales/index.ts';

/** What compareStores calls each kind of part, and its text. */
const kinds = [
  ['settings', 'settings'],
  ...bookKinds.map((kind) => [`book ${kind}`, `book.${kind}`] as const),
  ...allRecordKinds.map((kind) => [`record ${kind}`, `record.${kind}`] as const),
  ['answer', 'answer'],
  ['file', 'file'],
  ['lost', 'lost'],
] as const;

/**
 * What a part of a store is called in the user's words, with its number behind.
 * @param name as compareStores has it, which programs read: "record order SO-202611-00042"
 */
export function partIn(name: string, texts: Texts): string {
  const found = kinds.find(([kind]) => name === kind || name.startsWith(`${kind} `));
  if (found === undefined) return name;
  const [kind, text] = found;
  return `${texts(`cli:migrate.part.${text}`)}${name.slice(kind.length)}`;
}
