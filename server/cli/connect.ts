import { Option } from 'commander';
import { createCheckedClient } from '../../core/wire/checked-client.ts';
import { type Client, ProblemAnswer, ServerAway } from '../../core/wire/client.ts';
import { defaultPort } from '../place.ts';
import { CommandFailure } from './failure.ts';
import { askSecret, type CommonOptions, exit, localeFor, say, textsFor } from './terminal.ts';

export interface ConnectOptions extends CommonOptions {
  readonly server: string;
  readonly company?: string;
  readonly user?: string;
}
/** Where `npm start` listens with the same settings. */
export const defaultServer = `http://127.0.0.1:${process.env.COUNTERSIGN_PORT || defaultPort}`;
export const serverOption = () => new Option('--server <url>', 'the Countersign server').default(defaultServer);
export const companyOption = () =>
  new Option('--company <id>', 'company to work in; a sample company needs no password');
export const userOption = () => new Option('--user <id>', 'who asks; the password comes from COUNTERSIGN_PASSWORD');

/**
 * A client that acts as one user of the company named, else of one's own, else of the first sample: by the token in COUNTERSIGN_TOKEN, by user and password, or, in a sample company, as
 * `sampleUser` without any. Secrets come from the environment: a command line is seen by everybody on the machine.
 * @throws CommandFailure when the server is away or lets nobody in
 */
export async function connect(options: ConnectOptions, sampleUser: string): Promise<Client> {
  let token = process.env.COUNTERSIGN_TOKEN ?? null;
  const baseUrl = options.server.replace(/\/+$/, '');
  const client = createCheckedClient({
    fetch: (url, init) => fetch(url, init as RequestInit),
    baseUrl,
    token: () => token,
    locale: () => localeFor(options),
  });
  if (token) return client;
  return answered(options, async () => {
    const { companies } = await client.call('welcome', {});
    const company = options.company
      ? companies.find(({ id }) => id === options.company)
      : (companies.find(({ sample }) => !sample) ?? companies[0]);
    if (!company)
      throw new CommandFailure(
        exit.usage,
        textsFor(options)('cli:connect.no-company', { companies: companies.map(({ id }) => id).join(', ') }),
      );
    // Orders must not land in the wrong books unnoticed.
    say(textsFor(options)('cli:connect.company', { name: company.name, id: company.id }));
    const password = await passwordFor(company, options);
    const session =
      options.user && password
        ? await client.call('signIn', { body: { company: company.id, user: options.user, password } })
        : await client.call('signInSample', { body: { company: company.id, user: options.user ?? sampleUser } });
    token = session.token;
    return client;
  });
}

/** Null: a sample's user, who has none. Elsewhere somebody at the terminal is asked for what the environment doesn't hold. */
async function passwordFor(
  company: { readonly id: string; readonly sample: boolean },
  options: ConnectOptions,
): Promise<string | null> {
  const given = process.env.COUNTERSIGN_PASSWORD;
  if (company.sample || (options.user && given)) return given ?? null;
  const texts = textsFor(options);
  const asked = options.user ? await askSecret(texts('cli:connect.password', { user: options.user })) : null;
  if (!asked) throw new CommandFailure(exit.usage, texts('cli:connect.who', { company: company.id }));
  return asked;
}

/**
 * Runs calls; the two ways a server says no become one clear message.
 * @param away what to say where it doesn't answer, or no longer
 */
export async function answered<Answer>(
  options: ConnectOptions,
  calls: () => Promise<Answer>,
  away: 'cli:connect.away' | 'cli:post.away' = 'cli:connect.away',
): Promise<Answer> {
  try {
    return await calls();
  } catch (error) {
    if (error instanceof ServerAway)
      throw new CommandFailure(exit.away, textsFor(options)(away, { server: options.server }), {
        code: 'server.away',
        server: options.server,
      });
    if (error instanceof ProblemAnswer) {
      const wrong = (error.problem.issues ?? []).map(({ path, message }) => `\n  ${path}: ${message}`);
      throw new CommandFailure(exit.findings, error.message + wrong.join(''), { ...error.problem });
    }
    throw error;
  }
}
