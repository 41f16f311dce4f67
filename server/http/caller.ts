import type { FastifyRequest } from 'fastify';
import { may } from '../../core/policy/permissions.ts';
import type { Endpoint } from '../../core/wire/endpoints.ts';
import type { Caller } from '../app/company.ts';
import type { Doorkeeper } from '../app/sign-in.ts';
import { ProblemReply, problem } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whom the token names; null where no token is asked for. */
    caller: Caller | null;
  }
}

/**
 * Runs before the body is read. Deny by default: whatever the table doesn't leave open needs a token, and the permission
 * named there; commands of the lifecycle are judged by its own table.
 */
export function admit(doorkeeper: Doorkeeper, { needs, inPerson }: Pick<Endpoint, 'needs' | 'inPerson'>) {
  return async (request: FastifyRequest): Promise<void> => {
    if (needs === 'anyone') return;
    const token = bearerToken(request.headers.authorization);
    request.caller = token === null ? null : await doorkeeper.callerOf(token);
    if (request.caller === null) throw problem(401, 'signed-out');
    if (inPerson && request.caller.token.kind !== 'session') throw denied();
    if (needs === 'signed-in' || needs === 'by-command') return;
    if (!may(request.caller.user.roles, needs)) throw denied();
  };
}

const denied = () => new ProblemReply(403, { code: 'permission.denied', refusal: { code: 'permission.denied' } });

const bearerToken = (header: string | undefined): string | null =>
  /^Bearer ([\w.-]{1,200})$/i.exec(header ?? '')?.[1] ?? null;
