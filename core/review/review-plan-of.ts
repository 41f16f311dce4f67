import { type Aspect, aspects } from '../policy/aspects.ts';
import type { ReviewPolicy } from '../policy/review-policy.ts';
import type { Demand, PlanInput } from './demand.ts';
import { demandRules } from './demands/demands.ts';
import type { Level, ReviewPlan, ReviewStep } from './plan.ts';
import type { Reason } from './reason.ts';

/**
 * The plan of an order's review. Pure: the same order, facts and policy, the same plan. Demands on one aspect become one step,
 * signed by the highest of them; stages are: finance, where the customer is new or risky; the details; the head of the order
 * desk; whoever has the authority.
 */
export function reviewPlanOf(
  order: PlanInput['order'],
  facts: PlanInput['facts'],
  policy: PlanInput['policy'],
): ReviewPlan {
  const demands = Map.groupBy(
    demandRules.flatMap((rule) => rule({ order, facts, policy })),
    ({ aspect }) => aspect,
  );
  const planned = aspects.flatMap((aspect) => stepsOf(aspect, demands.get(aspect) ?? [], policy));
  const ranks = [...new Set(planned.map(({ rank }) => rank))].sort((a, b) => a - b);
  const steps = planned.map(({ rank, ...step }) => ({ ...step, stage: ranks.indexOf(rank) + 1 }));
  return { contentHash: order.contentHash, steps: steps.sort((a, b) => a.stage - b.stage) };
}

/** A step whose stage is only known as before or after others. */
type Planned = Omit<ReviewStep, 'stage'> & { readonly rank: number };

/** Places in the order of stages. Levels of the management follow each other from its rank on. */
const rankOf: Readonly<Record<'first' | 'details' | 'head' | 'management', number>> = {
  first: 0,
  details: 1,
  head: 2,
  management: 3,
};

/** One step by the highest demand; where every level signs, one for each up to it; and one for each role beside the ladder. */
function stepsOf(aspect: Aspect, demands: readonly Demand[], policy: ReviewPolicy): readonly Planned[] {
  const ladder = ladderOf(aspect, policy);
  const heightOf = ({ role }: Demand): number =>
    role === undefined ? 0 : ladder.findIndex((level) => level.includes(role));
  const rank = rankIn(aspect, demands);
  const step = (levels: readonly Level[], of: readonly Demand[], later = 0): Planned => ({
    id: `${aspect}:${levels[0]?.[0] ?? policy.lastAuthority}`,
    aspect,
    levels,
    hours: policy.aspects[aspect].hours,
    reasons: reasonsOf(of),
    rank: rank + later,
  });
  const climbing = demands.filter((demand) => heightOf(demand) >= 0);
  const top = Math.max(-1, ...climbing.map(heightOf));
  const isChain = aspect === 'management' && policy.approval === 'every-level';
  const heights = [...ladder.keys()].filter((height) => (isChain ? height <= top : height === top));
  const beside = Map.groupBy(
    demands.filter((demand) => heightOf(demand) < 0),
    ({ role = policy.lastAuthority }) => role,
  );
  return [
    ...heights.map((height) => step(ladder.slice(height), climbing, isChain ? height : 0)),
    ...[...beside].map(([role, of]) => step(ladderFrom([[role], [policy.lastAuthority]]), of)),
  ];
}

function rankIn(aspect: Aspect, demands: readonly Demand[]): number {
  if (aspect === 'head' || aspect === 'management') return rankOf[aspect];
  return demands.some(({ first }) => first) ? rankOf.first : rankOf.details;
}

/** The aspect's levels; where a policy leaves none, the last authority's. */
function ladderOf(aspect: Aspect, { aspects, lastAuthority }: ReviewPolicy): readonly Level[] {
  const ladder = ladderFrom(aspects[aspect].levels);
  return ladder.length === 0 ? [[lastAuthority]] : ladder;
}

/** Each role on its lowest level only, no level empty. */
const ladderFrom = (levels: readonly Level[]): readonly Level[] =>
  levels
    .map((level, at) => level.filter((role) => !levels.slice(0, at).some((lower) => lower.includes(role))))
    .filter(({ length }) => length > 0);

/** Each reason once, as the rules gave them. */
const reasonsOf = (demands: readonly Demand[]): readonly Reason[] => [
  ...new Map(demands.map(({ reason }) => [JSON.stringify(reason), reason])).values(),
];
