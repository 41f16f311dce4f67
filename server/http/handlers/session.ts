import { may, type Permission, permissions } from '../../../core/policy/permissions.ts';
import type { Result } from '../../../core/value/result.ts';
import type { User } from '../../../core/wire/accounts.ts';
import type { Companies, Company } from '../../app/company.ts';
import type { Announcer } from '../../app/live/announcer.ts';
import type { PairingDesk } from '../../app/pairing.ts';
import { type Doorkeeper, type Session, type SignInFailure, signOut } from '../../app/sign-in.ts';
import type { Account } from '../../ports.ts';
import type { Handlers } from '../handler.ts';
import { ProblemReply } from '../problem.ts';

type SessionHandlers = Pick<
  Handlers,
  'welcome' | 'signIn' | 'signInSample' | 'session' | 'signOut' | 'startPairing' | 'redeemPairing'
>;

interface SessionServices {
  readonly companies: Companies;
  readonly doorkeeper: Doorkeeper;
  readonly pairing: PairingDesk;
  readonly announcer: Announcer;
  readonly version: string;
}

/** Who comes in, and how. */
export const sessionHandlers = ({
  companies,
  doorkeeper,
  pairing,
  announcer,
  version,
}: SessionServices): SessionHandlers => ({
  welcome: async () => ({
    product: 'countersign',
    version,
    companies: await Promise.all((await companies.all()).map(companyAtTheDoor)),
  }),
  signIn: async ({ body }) => admitted(await doorkeeper.signIn(body.company, body.user, body.password)),
  signInSample: async ({ body }) => admitted(await doorkeeper.signInSample(body.company, body.user)),
  session: async ({ caller }) => {
    const { company, profile, user, moment } = caller;
    const others = (await company.store.accounts.users()).filter(({ id }) => id !== user.id);
    return {
      company: { id: company.id, name: profile.name, sample: company.sample },
      user: userView(user),
      today: moment.today,
      currency: profile.currency,
      timeZone: profile.timeZone,
      letterheadMissing: profile.address === '' && profile.phone === '',
      permissions: (Object.keys(permissions) as Permission[]).filter((permission) => may(user.roles, permission)),
      colleagues: others.map(({ id, name }) => ({ id, name })),
      trouble: company.store.trouble(),
      damaged: may(user.roles, 'users.manage') ? company.store.damaged : [],
    };
  },
  signOut: async ({ caller }) => {
    await signOut(caller);
    announcer.signedOut(caller);
    return {};
  },
  startPairing: async ({ caller }) => pairing.start(caller),
  redeemPairing: async ({ body }) => admitted(await pairing.redeem(body.code, body.device)),
});

/** Only a sample company names its users to people who haven't signed in. */
async function companyAtTheDoor({ id, sample, store, workbook }: Company) {
  const { name } = await store.accounts.profile();
  if (!sample) return { id, name, sample };
  const users = (await store.accounts.users()).filter(({ passwordHash }) => passwordHash === undefined).map(userView);
  return { id, name, sample, users, ...(workbook ? { workbook: `/samples/${id}.xlsx` } : {}) };
}

export const userView = ({ id, name, roles, locale }: Account): User => ({ id, name, roles: [...roles], locale });

export const sessionView = ({ token, company, user }: Session) => ({
  token,
  company: company.id,
  user: userView(user),
});

function admitted(result: Result<Session, SignInFailure>) {
  if (result.ok) return sessionView(result.value);
  const { code, waitSeconds } = result.reason;
  if (waitSeconds === undefined) throw new ProblemReply(403, { code });
  throw new ProblemReply(429, { code, data: { seconds: waitSeconds }, retryAfterSeconds: waitSeconds });
}
