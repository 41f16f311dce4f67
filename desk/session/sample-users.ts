import type { Role } from '../../core/policy/roles.ts';
import type { User } from '../../core/wire/accounts.ts';

/** Who begins: the clerk who opens the sheet. */
export const starterOf = (users: readonly User[]): User | undefined =>
  users.find(({ roles }) => roles.includes('order-desk')) ?? users[0];

/** The first user who has one of the roles, in the roles' order; not `except`, where two pairs of eyes are asked for. */
export function userWith(users: readonly User[], roles: readonly Role[], except?: string): User | undefined {
  for (const role of roles) {
    const found = users.find((user) => user.id !== except && user.roles.includes(role));
    if (found) return found;
  }
  return undefined;
}
