import type { Person, PersonKey } from '../../../../core/record/person.ts';
import type { People } from '../../../ports.ts';
import { bare, likenessOf, newPersonKey } from '../../person-key.ts';
import { sha256 } from '../../sha256.ts';
import type { Database } from '../connection/database.ts';
import { settings } from './tables.ts';

/** The people of a company, a row each. What PostgreSQL still has of a deleted row no statement reads (docs/guide/postgresql.md). */
export class PostgresPeople implements People {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async remember(person: Person): Promise<PersonKey> {
    const likeness = sha256(likenessOf(person));
    // Somebody else may add him between the two statements, or erase him.
    for (;;) {
      const [known] = await this.#database.all(
        settings.selectFrom('people').select('key').where('likeness', '=', likeness),
      );
      if (known !== undefined) return known.key;
      const [added] = await this.#database.all(
        settings
          .insertInto('people')
          .values({ ...newPersonKey(person), likeness, body: JSON.stringify(bare(person)) })
          .onConflict((conflict) => conflict.column('likeness').doNothing())
          .returning('key'),
      );
      if (added !== undefined) return added.key;
    }
  }

  async read(key: PersonKey): Promise<Person | null> {
    const [found] = await this.#database.all(settings.selectFrom('people').select('body').where('key', '=', key));
    return found?.body ?? null;
  }

  async erase(key: PersonKey): Promise<void> {
    await this.#database.all(settings.deleteFrom('people').where('key', '=', key));
  }
}
