import type { Person, PersonKey } from '../../../core/record/person.ts';
import type { People, StoredSettings } from '../../ports.ts';
import { bare, likenessOf, newPersonKey } from '../person-key.ts';
import { writeFailed } from './disk/disk-health.ts';
import type { DurableDisk } from './disk/durable-disk.ts';
import type { WriteGate } from './folder/write-gate.ts';
import { SettingsDocument } from './settings-document.ts';
import { settingsPaths } from './settings-paths.ts';
import { forgetCopies } from './start/set-aside.ts';

interface KeptPerson extends Person {
  /** Of his key. */
  readonly salt: string;
}
export type PeopleByKey = Readonly<Record<PersonKey, KeptPerson>>;

/** The people of a company in one small document. */
export class FolderPeople implements People {
  readonly #disk: DurableDisk;
  readonly #people: SettingsDocument<PeopleByKey>;

  private constructor(disk: DurableDisk, people: SettingsDocument<PeopleByKey>) {
    this.#disk = disk;
    this.#people = people;
  }

  static async open(disk: DurableDisk, gate: WriteGate): Promise<FolderPeople> {
    return new FolderPeople(disk, await SettingsDocument.open<PeopleByKey>(disk, settingsPaths.people, gate, {}));
  }

  async remember(person: Person): Promise<PersonKey> {
    const known = keyIn(this.#people.body, person);
    if (known !== undefined) return known;
    const { key: own, salt } = newPersonKey(person);
    let key = own;
    await this.#people.change((people) => {
      // Somebody else may have been quicker.
      key = keyIn(people, person) ?? own;
      return key === own ? { ...people, [own]: { salt, ...bare(person) } } : people;
    });
    return key;
  }

  async read(key: PersonKey): Promise<Person | null> {
    const kept = Object.hasOwn(this.#people.body, key) ? this.#people.body[key] : undefined;
    return kept === undefined ? null : bare(kept);
  }

  async erase(key: PersonKey): Promise<void> {
    const without = ({ [key]: _erased, ...others }: PeopleByKey): PeopleByKey => others;
    await this.#people.change(without);
    // Written once more: the generation before is kept beside every document, and he must not be in that either.
    await this.#people.change(without);
    try {
      // Nobody knows whom the bytes of a document name that was damaged before.
      await forgetCopies(this.#disk, settingsPaths.people);
    } catch (error) {
      throw writeFailed(settingsPaths.people, error);
    }
  }

  /** All of them, as they are at this moment. */
  everybody(): StoredSettings['people'] {
    return peopleIn(this.#people.body);
  }

  /** Before closing: what a failed change left open. */
  settle(): Promise<void> {
    return this.#people.settle();
  }
}

export const peopleIn = (people: PeopleByKey): StoredSettings['people'] =>
  Object.entries(people).map(([key, { salt, ...person }]) => ({ key: key as PersonKey, salt, person }));

const keyIn = (people: PeopleByKey, person: Person): PersonKey | undefined =>
  Object.entries(people).find(([, other]) => likenessOf(other) === likenessOf(person))?.[0] as PersonKey | undefined;
