import type { CompanyProfile } from '../core/policy/company.ts';
import type { Companies, Company } from './app/company.ts';
import { type OpenCompany, openOwn, openSample, type Surroundings } from './open-company.ts';
import type { Account } from './ports.ts';
import type { SampleCompany } from './samples/sample-company.ts';

/** The company somebody starts here. Its id is part of tokens and paths, so it never comes from what a user typed. */
const ownCompanyId = 'own';

/** The companies of this process: the samples, and those there are where companies live. Each is opened once, when first asked for. */
export class OpenCompanies implements Companies, AsyncDisposable {
  readonly #samples: ReadonlyMap<string, SampleCompany>;
  readonly #surroundings: Surroundings;
  readonly #open = new Map<string, Promise<OpenCompany>>();

  constructor(samples: readonly SampleCompany[], surroundings: Surroundings) {
    this.#samples = new Map(samples.map((sample) => [sample.id, sample]));
    this.#surroundings = surroundings;
  }

  async get(id: string): Promise<Company | null> {
    const known = this.#samples.has(id) || this.#open.has(id) || (await this.#surroundings.stores.own()).includes(id);
    return known ? (await this.#opened(id)).company : null;
  }

  async all(): Promise<readonly Company[]> {
    const ids = [...this.#samples.keys(), ...(await this.#surroundings.stores.own())];
    return (await this.#openedAll(ids)).map(({ company }) => company);
  }

  /** The company of whoever started it. Null: there is one already, made on another server a moment ago. */
  async make(settings: CompanyProfile, firstUser: Account): Promise<Company | null> {
    const { stores, clock } = this.#surroundings;
    const made = await stores.make(ownCompanyId, clock, async ({ accounts }) => {
      await accounts.saveProfile(settings);
      await accounts.saveUser(firstUser);
    });
    return made ? (await this.#opened(ownCompanyId)).company : null;
  }

  /** Opens every one there is. @throws StoreFault what keeps one of them from being opened */
  async openAll(): Promise<readonly OpenCompany[]> {
    await this.all();
    return Promise.all(this.#open.values());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const opened = await Promise.allSettled(this.#open.values());
    for (const each of opened.reverse()) if (each.status === 'fulfilled') await each.value.close();
  }

  /** One after the other, as each may have a browser to start or a folder to read. */
  async #openedAll(ids: readonly string[]): Promise<readonly OpenCompany[]> {
    const opened: OpenCompany[] = [];
    for (const id of ids) opened.push(await this.#opened(id));
    return opened;
  }

  /** Two who ask at once wait for the same opening; one that failed is tried again by whoever asks next. */
  #opened(id: string): Promise<OpenCompany> {
    const open = this.#open.get(id);
    if (open !== undefined) return open;
    const sample = this.#samples.get(id);
    const opening = sample ? openSample(sample, this.#surroundings) : openOwn(id, this.#surroundings);
    this.#open.set(id, opening);
    opening.catch(() => this.#open.delete(id));
    return opening;
  }
}
