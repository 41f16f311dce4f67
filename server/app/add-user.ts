import { no, ok, type Result } from '../../core/value/result.ts';
import type { NewUser } from '../../core/wire/accounts.ts';
import type { Account } from '../ports.ts';
import type { Caller } from './company.ts';

/** A user of somebody's own; ids and names are given once, so that a record's name means one person. */
export async function addUser(
  { company }: Caller,
  { password, ...asked }: NewUser,
): Promise<Result<Account, 'user.taken'>> {
  const user: Account = { ...asked, passwordHash: await company.secrets.hashPassword(password) };
  return (await company.store.accounts.addUser(user)) ? ok(user) : no('user.taken');
}
