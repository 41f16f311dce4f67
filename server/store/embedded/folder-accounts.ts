import type { CompanyProfile } from '../../../core/policy/company.ts';
import type { PolicyVersion } from '../../../core/policy/policy-version.ts';
import { answersTo } from '../../../core/policy/user-name.ts';
import type { Account, Accounts, Clock, StoredSettings, TokenRecord } from '../../ports.ts';
import { StoreFault } from '../store-fault.ts';
import type { DurableDisk } from './disk/durable-disk.ts';
import type { WriteGate } from './folder/write-gate.ts';
import { SettingsDocument } from './settings-document.ts';
import { settingsPaths } from './settings-paths.ts';

/** Users, tokens, the company's profile and its policy: four small documents. */
export class FolderAccounts implements Accounts {
  readonly #profile: SettingsDocument<CompanyProfile | null>;
  readonly #policies: SettingsDocument<readonly PolicyVersion[]>;
  readonly #users: SettingsDocument<readonly Account[]>;
  readonly #tokens: SettingsDocument<readonly TokenRecord[]>;
  readonly #clock: Clock;

  private constructor(documents: {
    profile: SettingsDocument<CompanyProfile | null>;
    policies: SettingsDocument<readonly PolicyVersion[]>;
    users: SettingsDocument<readonly Account[]>;
    tokens: SettingsDocument<readonly TokenRecord[]>;
    clock: Clock;
  }) {
    this.#profile = documents.profile;
    this.#policies = documents.policies;
    this.#users = documents.users;
    this.#tokens = documents.tokens;
    this.#clock = documents.clock;
  }

  static async open(disk: DurableDisk, gate: WriteGate, clock: Clock): Promise<FolderAccounts> {
    const open = <Body>(name: string, empty: Body) => SettingsDocument.open(disk, name, gate, empty);
    return new FolderAccounts({
      profile: await open<CompanyProfile | null>(settingsPaths.profile, null),
      policies: await open<readonly PolicyVersion[]>(settingsPaths.policies, []),
      users: await open<readonly Account[]>(settingsPaths.users, []),
      tokens: await open<readonly TokenRecord[]>(settingsPaths.tokens, []),
      clock,
    });
  }

  /** Throws StoreFault 'store.profile-missing' for a company that was never set up. */
  async profile(): Promise<CompanyProfile> {
    const profile = this.#profile.body;
    if (profile === null) throw new StoreFault('store.profile-missing', 'this company has no profile yet');
    return profile;
  }

  saveProfile(profile: CompanyProfile): Promise<void> {
    return this.#profile.change(() => profile);
  }

  async policies(): Promise<readonly PolicyVersion[]> {
    return this.#policies.body;
  }

  async addPolicy(version: PolicyVersion): Promise<boolean> {
    let isNext = false;
    await this.#policies.change((versions) => {
      isNext = version.version === (versions.at(-1)?.version ?? 0) + 1;
      return isNext ? [...versions, version] : versions;
    });
    return isNext;
  }

  async users(): Promise<readonly Account[]> {
    return this.#users.body;
  }

  async addUser(user: Account): Promise<boolean> {
    let taken = false;
    await this.#users.change((users) => {
      taken = users.some((other) => answersTo(other, user.id) || answersTo(other, user.name));
      return taken ? users : [...users, user];
    });
    return !taken;
  }

  saveUser(user: Account): Promise<void> {
    return this.#users.change((users) => [...users.filter(({ id }) => id !== user.id), user]);
  }

  async token(hash: string): Promise<TokenRecord | null> {
    return this.#tokens.body.find((token) => token.hash === hash) ?? null;
  }

  /** Tokens that have run out go with it, so that the document doesn't grow for ever. */
  saveToken(token: TokenRecord): Promise<void> {
    const now = this.#clock.now();
    return this.#tokens.change((tokens) => [
      ...tokens.filter(({ hash, expiresAt }) => hash !== token.hash && expiresAt > now),
      token,
    ]);
  }

  dropToken(hash: string): Promise<void> {
    return this.#tokens.change((tokens) => tokens.filter((token) => token.hash !== hash));
  }

  /** All of it, as it is at this moment. */
  everything(): Omit<StoredSettings, 'people'> {
    return {
      profile: this.#profile.body,
      policies: this.#policies.body,
      users: this.#users.body,
      tokens: this.#tokens.body,
    };
  }

  /** Before closing: what failed changes left open. */
  async settle(): Promise<void> {
    for (const document of [this.#profile, this.#policies, this.#users, this.#tokens]) await document.settle();
  }
}
