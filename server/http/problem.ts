import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal, RefusalCode } from '../../core/order/refusal.ts';
import type { Locale } from '../../core/policy/locale.ts';
import { secretsFrom } from '../../core/policy/permissions.ts';
import { redactedRefusal } from '../../core/receivable/redacted-refusal.ts';
import type { Result } from '../../core/value/result.ts';
import type { Problem } from '../../core/wire/refusals.ts';
import { describeRefusal } from '../../locales/describe-refusal.ts';
import { localeFor, textsFor } from './language.ts';

/** Every answer that isn't the one asked for; thrown by hooks and handlers, sent by the error handler. */
export class ProblemReply extends Error {
  override name = 'ProblemReply';
  readonly status: number;
  readonly problem: ProblemContent;
  constructor(status: number, problem: ProblemContent) {
    super(problem.code);
    this.status = status;
    this.problem = problem;
  }
}
export interface ProblemContent {
  /** Its words: locales/…/problems.json, or refusals.json where there is a refusal. */
  readonly code: string;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly refusal?: Refusal;
  readonly issues?: readonly { readonly path: string; readonly message: string }[];
  readonly retryAfterSeconds?: number;
}

export const problem = (status: number, code: string, data?: ProblemContent['data']): ProblemReply =>
  new ProblemReply(status, data ? { code, data } : { code });

/** The value, or the refusal as an answer. */
export function granted<Value>(result: Result<Value, Refusal>): Value {
  if (result.ok) return result.value;
  throw new ProblemReply(statusOf(result.reason.code), { code: result.reason.code, refusal: result.reason });
}

function statusOf(code: RefusalCode): number {
  switch (code) {
    case 'order.not-found':
    case 'shipment.not-found':
    case 'payment.not-found':
    case 'opening.not-found':
    case 'write-off.not-found':
    case 'invoice.not-found':
    case 'record.not-found':
    case 'customer.not-found':
      return 404;
    case 'role.not-allowed':
    case 'permission.denied':
      return 403;
    case 'version.stale':
    case 'policy.stale':
      return 412;
    case 'request-key.reused':
      return 422;
    default:
      return 409;
  }
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, answer: ProblemReply): FastifyReply {
  const { code, data, refusal: told, issues, retryAfterSeconds } = answer.problem;
  const [texts, locale] = [textsFor(request), localeFor(request)];
  // Whoever is refused may not see what a customer owes.
  const refusal = told && redactedRefusal(told, secretsFrom(request.caller?.user.roles ?? []));
  const body: Problem = {
    code,
    message: refusal ? refusalMessage(refusal, texts, locale) : texts(`problems:${code}`, { ...data }),
    ...(refusal ? { refusal: refusal as NonNullable<Problem['refusal']> } : {}),
    ...(issues ? { issues: [...issues] } : {}),
  };
  if (answer.status === 401) reply.header('www-authenticate', 'Bearer');
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  return reply.code(answer.status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

function refusalMessage(refusal: Refusal, texts: ReturnType<typeof textsFor>, locale: Locale): string {
  const { message, who } = describeRefusal(refusal, texts, locale);
  return who === null ? message : texts('screens:two-sentences', { first: message, second: who });
}
