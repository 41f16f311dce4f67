import { z } from 'zod';
import { aspects } from '../policy/aspects.ts';
import { type ReasonCode, reasonCodes } from '../review/reason.ts';
import { verdicts } from '../review/state.ts';
import { shown } from './finding-view.ts';
import { instant, role } from './values.ts';

/** Who must sign, why, until when, who did (R11–R13). */
export const reviewView = z.object({
  /** What a signature names: of the content it is for. */
  contentHash: z.string(),
  isComplete: z.boolean(),
  steps: z.array(
    z.object({
      id: z.string(),
      aspect: z.enum(aspects),
      /** Steps of one stage are signed in parallel. */
      stage: z.int(),
      status: z.enum(['waiting', 'open', 'objected', 'agreed']),
      reasons: z.array(
        z.object({
          code: z.enum(Object.keys(reasonCodes) as [ReasonCode, ...ReasonCode[]]),
          values: z.record(z.string(), shown).exactOptional(),
          redacted: z.literal(true).exactOptional(),
        }),
      ),
      who: z.array(role),
      due: instant.exactOptional(),
      isLate: z.boolean().exactOptional(),
      /** Who is asked by now: more with every deadline that has passed. */
      asked: z.array(role).exactOptional(),
      signed: z
        .object({
          verdict: z.enum(verdicts),
          role,
          at: instant,
          by: z.string(),
          statement: z.string().exactOptional(),
          reason: z.string().exactOptional(),
        })
        .exactOptional(),
    }),
  ),
  questions: z.array(
    z.object({
      number: z.int(),
      question: z.string(),
      askedBy: z.string(),
      askedAt: instant,
      replyBy: instant,
      isLate: z.boolean(),
      answer: z.string().exactOptional(),
      from: z.string().exactOptional(),
      receivedAt: instant.exactOptional(),
    }),
  ),
});
