import { type Refusal, type RefusalCode, whoCould } from '../../order/refusal.ts';
import { stamp } from '../../order/stamp.ts';
import type { Role } from '../../policy/roles.ts';
import { sameHands } from '../../record/other-hands.ts';
import { no, ok } from '../../value/result.ts';
import type { ReviewContext } from '../command.ts';
import { type OpenSteps, openSteps, type StepStanding } from '../open-steps.ts';
import { type ReviewStep, signersOf } from '../plan.ts';
import { needsStatement } from '../reason.ts';
import type { ReviewState, SignOff } from '../state.ts';
import { type CommandOf, type ReviewDecision, written } from './decision.ts';

type SignOffCommand = CommandOf<'sign-off'>;

/** Somebody signs a step of the plan, for the content he saw. */
export function signOff(command: SignOffCommand, review: ReviewState, context: ReviewContext): ReviewDecision {
  const { contentHash } = context.order;
  if (command.contentHash !== contentHash || review.plan.contentHash !== contentHash)
    return no({ code: 'version.stale' });
  const open = openSteps(review, context.order, command.at, context.time);
  const standing = open.steps.find(({ step }) => step.id === command.step);
  if (standing === undefined) return no({ code: 'review.step-unknown', data: { step: command.step } });
  const { step } = standing;
  const role = signersOf(step).find((each) => command.by.roles.includes(each));
  if (role === undefined) return no(refused('role.not-allowed', step));
  const stopped = ownOrder(command, step, context) ?? notNow(command, standing, open) ?? unwritten(command, step);
  if (stopped !== null) return no(stopped);
  const { verdict } = command;
  const statement = written(command.statement);
  const text = statement === undefined ? {} : { statement };
  return ok([{ type: 'step-signed', step: step.id, verdict, ...text, role, contentHash, ...stamp(command) }]);
}

/** R62: who asked or last edited doesn't sign. */
function ownOrder(command: SignOffCommand, step: ReviewStep, context: ReviewContext): Refusal | null {
  const same = sameHands(command, context.hands, context, 'duty.same-person');
  return same && refused(same, step, { name: command.by.name });
}

/** Stage by stage, each step once; an objection stands until whoever raised it, or somebody above him, signs again. */
function notNow({ by }: SignOffCommand, standing: StepStanding, { steps }: OpenSteps): Refusal | null {
  const { step } = standing;
  if (standing.status === 'waiting') {
    const before = steps.filter((each) => each.step.stage < step.stage && each.status !== 'agreed');
    const aspects = [...new Set(before.map((each) => each.step.aspect))];
    return refused('review.step-waiting', step, { aspects: aspects.join(' ') });
  }
  if (standing.status === 'agreed') return refused('review.step-signed', step, { name: standing.signOff.by.name });
  if (standing.status === 'open' || standing.signOff.by.userId === by.userId) return null;
  const above = rolesAbove(step, standing.signOff);
  return above.some((role) => by.roles.includes(role))
    ? null
    : { code: 'review.objection-stands', who: above, data: { name: standing.signOff.by.name } };
}

/** Empty where the highest level objected. */
const rolesAbove = ({ levels }: ReviewStep, { role }: SignOff): readonly Role[] =>
  levels.slice(levels.findIndex((level) => level.includes(role)) + 1).flat();

/** R13, R17: objections, conditions and a yes in spite of the figures are written down. */
function unwritten({ verdict, statement }: SignOffCommand, step: ReviewStep): Refusal | null {
  const isPlain = verdict === 'agree' && !step.reasons.some(needsStatement);
  return isPlain || written(statement) !== undefined ? null : refused('statement.missing', step);
}

const refused = (code: RefusalCode, step: ReviewStep, data?: Readonly<Record<string, string>>): Refusal => ({
  code,
  ...whoCould(code, signersOf(step)),
  ...(data === undefined ? {} : { data }),
});
