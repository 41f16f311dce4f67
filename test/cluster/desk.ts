import { withSetting } from '../../core/policy/policy.ts';
import { createCheckedClient } from '../../core/wire/checked-client.ts';
import { type Client, ProblemAnswer } from '../../core/wire/client.ts';
import type { CastRole } from '../../server/cli/scenarios/cast.ts';
import { decidedIn, type Exchange } from './exchange.ts';
import { companyId } from './fixed-office.ts';
import type { Asked } from './requests.ts';

/** A server with everybody signed in. */
export class Desk {
  readonly #url: string;
  readonly #tokens = new Map<CastRole, Promise<string>>();

  constructor(url: string) {
    this.#url = url;
  }

  /** Asks as the screens do. @throws what fetch throws when the server is away */
  async ask({ user, endpoint, input }: Asked, requestKey: string): Promise<Exchange & { readonly answer: unknown }> {
    const token = await this.#tokenOf(user);
    const seen: { exchange?: Exchange & { readonly answer: unknown } } = {};
    const client = createCheckedClient({
      baseUrl: '',
      token: () => token,
      locale: () => 'en',
      fetch: async (path, init) => {
        const response = await fetch(this.#url + path, init as RequestInit);
        const answer = await response.json();
        const { status } = response;
        const position = response.headers.get('commit-position');
        seen.exchange = {
          user,
          method: init.method,
          path,
          requestKey,
          body: JSON.parse(String(init.body)),
          position: position === null ? null : Number(position),
          status,
          decided: decidedIn(status, answer),
          answer,
        };
        const { ok, headers } = response;
        return { ok, status, headers, json: async () => answer, arrayBuffer: () => response.arrayBuffer() };
      },
    });
    await client.call(endpoint, { ...input, requestKey } as never).catch((error: unknown) => {
      if (!(error instanceof ProblemAnswer)) throw error;
    });
    if (seen.exchange === undefined) throw new Error(`${endpoint} was not sent`);
    return seen.exchange;
  }

  /**
   * Makes every decision depend on those before it alone. Whether the house's records are young is looked up beside the
   * decision (server/app/orders-confirmed.ts): here they always are.
   */
  async settle(): Promise<void> {
    const client = await this.#as('general-manager');
    const { version, policy: before } = await client.call('policy', {});
    const policy = withSetting(before, 'newCustomer.youngRecordsOrders', 10_000);
    await client.call('savePolicy', { body: { policy, reason: '演练' }, seenVersion: version });
  }

  /** The same request again, word for word. */
  async again({ user, method, path, requestKey, body }: Exchange): Promise<Pick<Exchange, 'status' | 'decided'>> {
    const response = await fetch(this.#url + path, {
      method,
      body: JSON.stringify(body),
      headers: {
        authorization: `Bearer ${await this.#tokenOf(user)}`,
        'content-type': 'application/json',
        'idempotency-key': requestKey,
        'accept-language': 'en',
      },
    });
    return { status: response.status, decided: decidedIn(response.status, await response.json()) };
  }

  async #as(user: CastRole): Promise<Client> {
    const token = await this.#tokenOf(user);
    return createCheckedClient({
      baseUrl: this.#url,
      token: () => token,
      locale: () => 'en',
      fetch: (url, init) => fetch(url, init as RequestInit),
    });
  }

  #tokenOf(user: CastRole): Promise<string> {
    const known = this.#tokens.get(user) ?? this.#signIn(user);
    this.#tokens.set(user, known);
    return known;
  }

  async #signIn(user: CastRole): Promise<string> {
    const client = createCheckedClient({
      baseUrl: this.#url,
      token: () => null,
      locale: () => 'en',
      fetch: (url, init) => fetch(url, init as RequestInit),
    });
    return (await client.call('signInSample', { body: { company: companyId, user } })).token;
  }
}
