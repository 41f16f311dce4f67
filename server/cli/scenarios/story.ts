import type { Shown } from '../../../core/check/finding.ts';
import type { Refusal } from '../../../core/order/refusal.ts';
import type { Locale } from '../../../core/policy/locale.ts';
import type { Reason } from '../../../core/review/reason.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import { createCheckedClient } from '../../../core/wire/checked-client.ts';
import { type Client, ProblemAnswer } from '../../../core/wire/client.ts';
import { show } from '../../../locales/describe.ts';
import { describeRefusal } from '../../../locales/describe-refusal.ts';
import { describeReason } from '../../../locales/describe-review.ts';
import { type Texts, textsIn } from '../../../locales/index.ts';
import type { CastRole } from './cast.ts';
import type { ScriptedClock, TimeOfDay } from './scripted-clock.ts';

/** One thing somebody does. */
export interface Scene {
  readonly who: CastRole;
  readonly at: TimeOfDay;
  /** Its sentence: locales/…/scenario.json `deed.<what>`. */
  readonly what: string;
  /** The sentence's places; dates, money and quantities are written as the language does. */
  readonly with?: Readonly<Record<string, string | Shown>>;
}
/** What the server is asked. */
export type Deed<Answer> = (client: Client) => Promise<Answer>;

/** Where a story is played and told. */
interface Telling {
  readonly server: string;
  readonly company: string;
  readonly clock: ScriptedClock;
  readonly locale: Locale;
  readonly print: (line: string) => void;
}

/** A record the story follows: its new status is told when an answer shows one. */
interface Followed {
  readonly number: string;
  readonly status: string;
}

/** Plays scenes through the API and tells them, each in a sentence with what came of it. */
export class Story {
  readonly #stage: Telling;
  readonly #texts: Texts;
  /** Sessions last half a day, so everybody signs in each morning. */
  readonly #clients = new Map<CastRole, Promise<Client>>();
  readonly #statuses = new Map<string, string>();
  readonly #people = new Set<CastRole>();
  #today: PlainDate | null = null;
  #deeds = 0;
  #refusals = 0;

  constructor(stage: Telling) {
    this.#stage = stage;
    this.#texts = textsIn(stage.locale);
  }

  get today(): PlainDate {
    if (this.#today === null) throw new Error('the story has not begun');
    return this.#today;
  }

  /** What somebody says or writes, in the story's language: scenario.json `said.<what>`. */
  said(what: string): string {
    return this.#texts(`scenario:said.${what}`);
  }

  /** What somebody of the office is called. */
  nameOf(who: CastRole): string {
    return this.#texts(`scenario:name.${who}`);
  }

  /** A new day breaks. */
  day(date: PlainDate): void {
    this.#today = date;
    this.#clients.clear();
    this.#stage.clock.set(date, '08:30');
    const { locale } = this.#stage;
    const written = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(date));
    if (this.#deeds > 0) this.#print('');
    this.#print(this.#texts('scenario:day', { date: written }));
  }

  /** What the next scenes are about: scenario.json `chapter.<what>`. */
  chapter(what: string): void {
    this.#print('');
    this.#print(this.#texts(`scenario:chapter.${what}`));
  }

  /** How much happened. */
  end(): void {
    this.#print('');
    const counts = { deeds: this.#deeds, people: this.#people.size, refusals: this.#refusals };
    this.#print(this.#texts('scenario:end', counts));
  }

  /** @throws ProblemAnswer when it is refused */
  async does<Answer>(scene: Scene, deed: Deed<Answer>): Promise<Answer> {
    this.#stage.clock.set(this.today, scene.at);
    const answer = await deed(await this.#as(scene.who));
    this.#tell(scene);
    if (isFollowed(answer)) this.#tellStatus(answer);
    return answer;
  }

  /** Somebody tries what can't be done now: told with the reason. @throws Error when it could be done after all */
  async fails(scene: Scene, deed: Deed<unknown>): Promise<void> {
    this.#stage.clock.set(this.today, scene.at);
    const problem = await deed(await this.#as(scene.who)).then(
      () => null,
      (error: unknown) => error,
    );
    if (!(problem instanceof ProblemAnswer)) throw problem ?? new Error(`nobody refused "${scene.what}"`);
    this.#tell(scene);
    this.#refusals += 1;
    this.#print(this.#texts('scenario:refused', { why: problem.message }));
  }

  /** Who must sign an order and why, as whoever may see everything is told. */
  async tellPlan(order: string): Promise<void> {
    const { review } = await (await this.#as('sales-manager')).call('order', { params: { number: order } });
    this.#print(this.#texts('scenario:must-sign'));
    for (const { aspect, who, reasons } of review?.steps ?? [])
      this.#print(
        this.#texts('scenario:step', {
          aspect: this.#texts(`review:aspect.${aspect}`),
          role: this.#texts(`terms:role.${who[0]}`),
          why: reasons.map((reason) => describeReason(reason as Reason, this.#texts, this.#stage.locale)).join(' '),
        }),
      );
  }

  /** Says a refusal that came as a result of its own, as of one order of several. */
  refusal(refusal: Refusal): ProblemAnswer {
    const { message, who } = describeRefusal(refusal, this.#texts, this.#stage.locale);
    const words = who === null ? message : this.#texts('screens:two-sentences', { first: message, second: who });
    return new ProblemAnswer(409, { code: refusal.code, message: words });
  }

  #tell({ who, at, what, with: places = {} }: Scene): void {
    this.#deeds += 1;
    this.#people.add(who);
    const written = Object.entries(places).map(([place, value]) => [
      place,
      typeof value === 'string' ? value : show(value, this.#stage.locale),
    ]);
    const name = this.nameOf(who);
    const deed = this.#texts(`scenario:deed.${what}`, Object.fromEntries(written));
    this.#print(this.#texts('scenario:line', { at, name, role: this.#texts(`terms:role.${who}`), deed }));
  }

  #tellStatus({ number, status }: Followed): void {
    if (this.#statuses.get(number) === status) return;
    this.#statuses.set(number, status);
    this.#print(this.#texts('scenario:now', { number, status: this.#texts(statusText(number, status)) }));
  }

  #print(line: string): void {
    this.#stage.print(line);
  }

  #as(user: CastRole): Promise<Client> {
    const known = this.#clients.get(user);
    if (known !== undefined) return known;
    const client = this.#signedIn(user);
    this.#clients.set(user, client);
    return client;
  }

  async #signedIn(user: CastRole): Promise<Client> {
    const { server, company, locale } = this.#stage;
    let token: string | null = null;
    const client = createCheckedClient({
      fetch: (url, init) => fetch(url, init as RequestInit),
      baseUrl: server,
      token: () => token,
      locale: () => locale,
    });
    token = (await client.call('signInSample', { body: { company, user } })).token;
    return client;
  }
}

const isFollowed = (answer: unknown): answer is Followed =>
  typeof answer === 'object' && answer !== null && 'number' in answer && 'status' in answer;

/** Orders, change requests and returns are told apart by their numbers. */
function statusText(number: string, status: string): string {
  const kind = { CR: 'change', RT: 'return' }[number.slice(0, 2)];
  return kind === undefined ? `terms:status.${status}` : `terms:recordStatus.${kind}.${status}`;
}
