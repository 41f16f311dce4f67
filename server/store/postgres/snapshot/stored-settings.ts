import { sql } from 'kysely';
import type { StoredSettings } from '../../../ports.ts';
import { bare, likenessOf } from '../../person-key.ts';
import { sha256 } from '../../sha256.ts';
import { insert } from '../connection/insert.ts';
import { build } from '../connection/queries.ts';
import type { Session } from '../connection/session.ts';
import type { Runs } from '../load/fetch-records.ts';
import { settings } from '../settings/tables.ts';

/** Everything in a company's accounts and people. Whoever asks sees to it that it is of one moment. */
export async function readSettings(over: Runs): Promise<StoredSettings> {
  const [profile] = await over.all(settings.selectFrom('profile').select('body'));
  const policies = await over.all(settings.selectFrom('policy_versions').select('body').orderBy('version'));
  const users = await over.all(settings.selectFrom('accounts').select('body').orderBy('position'));
  const tokens = await over.all(settings.selectFrom('tokens').select('body').orderBy('hash'));
  const people = await over.all(settings.selectFrom('people').select(['key', 'salt', 'body']).orderBy('key'));
  return {
    profile: profile?.body ?? null,
    policies: policies.map(({ body }) => body),
    users: users.map(({ body }) => body),
    tokens: tokens.map(({ body }) => body),
    people: people.map(({ key, salt, body }) => ({ key, salt, person: body })),
  };
}

/** Puts them in place of whatever settings there are. */
export async function replaceSettings(session: Session, stored: StoredSettings): Promise<void> {
  for (const table of ['profile', 'policy_versions', 'accounts', 'tokens', 'people'] as const)
    await session.all(settings.deleteFrom(table));
  const profiles = stored.profile === null ? [] : [{ body: JSON.stringify(stored.profile) }];
  await insert(session, profiles, (rows) => settings.insertInto('profile').values(rows));
  const policies = stored.policies.map((policy) => ({ version: policy.version, body: JSON.stringify(policy) }));
  await insert(session, policies, (rows) => settings.insertInto('policy_versions').values(rows));
  // One by one: they are listed as they came.
  for (const user of stored.users)
    await session.all(settings.insertInto('accounts').values({ id: user.id, body: JSON.stringify(user) }));
  const tokens = stored.tokens.map((token) => ({
    hash: token.hash,
    expires_at: token.expiresAt,
    body: JSON.stringify(token),
  }));
  await insert(session, tokens, (rows) => settings.insertInto('tokens').values(rows));
  await insert(session, peopleRows(stored.people), (rows) => settings.insertInto('people').values(rows));
}

/** Of two who are alike by now, though they weren't when they were named, the first is found when he is named again. */
function peopleRows(people: StoredSettings['people']) {
  const known = new Set<string>();
  return people.map(({ key, salt, person }) => {
    const alike = sha256(likenessOf(person));
    const likeness = known.has(alike) ? key : alike;
    known.add(alike);
    return { key, salt, likeness, body: JSON.stringify(bare(person)) };
  });
}

/** Positions go on behind the highest that came along. */
export const raisePositions = sql`
  SELECT setval('positions', highest) FROM (
    SELECT greatest(
      (SELECT max(position) FROM events), (SELECT max(position) FROM books), (SELECT max(position) FROM answers)
    ) AS highest
  ) AS came WHERE highest > 0`.compile(build);
