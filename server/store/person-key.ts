import { randomBytes } from 'node:crypto';
import type { Person, PersonKey } from '../../core/record/person.ts';
import { canonicalJson } from '../../core/value/canonical-json.ts';
import { sha256 } from './sha256.ts';

/** A person under a new key. Each has a salt of his own and it goes with him: nobody can try names against a key that is left in an event. */
export function newPersonKey(person: Person): { readonly key: PersonKey; readonly salt: string } {
  const salt = randomBytes(16).toString('hex');
  return { key: sha256(`${salt}:${canonicalJson(bare(person))}`) as PersonKey, salt };
}

/** A person without what else an object may carry. */
export const bare = ({ name, contact }: Person): Person => ({ name, ...(contact !== undefined && { contact }) });

/** The same for the same person. Told twice, he is the same: spaces at the ends and full-width letters make nobody else of him. */
export const likenessOf = ({ name, contact = '' }: Person): string =>
  JSON.stringify([comparable(name), comparable(contact)]);

const comparable = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
