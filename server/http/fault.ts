import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { PaperNotPrinted } from '../app/paper-press.ts';
import { BadInput, describeIssues } from './bad-input.ts';
import { localeFor } from './language.ts';
import { ProblemReply, problem, sendProblem } from './problem.ts';
import { storeProblem } from './store-problem.ts';

/** The edge: whatever was thrown becomes an answer here, once, and faults are logged here, once. */
export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(request, reply, problemOf(error, request));
}

function problemOf(error: FastifyError | Error, request: FastifyRequest): ProblemReply {
  if (error instanceof ProblemReply) return error;
  if (error instanceof BadInput) return badInput(error, request);
  if (error instanceof PaperNotPrinted) {
    request.log.error({ err: error }, 'a paper could not be printed');
    return problem(503, error.code, { ...error.details, paper: error.paper });
  }
  const ofStore = storeProblem(error);
  if (ofStore !== null) {
    request.log.error({ err: error }, 'the store failed');
    return ofStore;
  }
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  // An address that can't be read, or climbs out of the pages' folder.
  if (status === 403 || ('code' in error && error.code === 'FST_ERR_BAD_URL')) return problem(404, 'page.not-found');
  if (status === 413) return problem(413, 'body.too-large');
  if (status === 415) return problem(415, 'body.not-json');
  if (status >= 400 && status < 500) return problem(status, 'body.not-json');
  request.log.error({ err: error }, 'a request failed');
  return problem(500, 'fault', { id: request.id });
}

/** Fields of the body as "/orders/0/key", of the address as "params/month" or "querystring/limit". */
function badInput(error: BadInput, request: FastifyRequest): ProblemReply {
  const { validationContext: where } = error as BadInput & { validationContext?: string };
  const prefix = where === undefined || where === 'body' ? '' : where;
  const issues = describeIssues(error, localeFor(request)).map(({ path, message }) => ({
    path: prefix + path,
    message,
  }));
  return new ProblemReply(400, { code: 'input.wrong', issues });
}
