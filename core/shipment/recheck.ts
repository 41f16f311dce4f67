import type { CommandMeta } from '../order/command.ts';
import { colleaguesCalled } from '../order/owner.ts';
import type { RefusalCode } from '../order/refusal.ts';
import type { Duties } from '../policy/in-force.ts';
import type { Actor } from '../policy/roles.ts';
import { answersTo } from '../policy/user-name.ts';
import { no, ok, type Result } from '../value/result.ts';

/** What somebody looks at once more before goods leave (R38). */
export const recheckPoints = ['model', 'quantity', 'batch', 'address', 'consignee'] as const;
export type RecheckPoint = (typeof recheckPoints)[number];

/** The recheck 复核 as it stands on record: packed goods were what the order says. When: as the goods left. */
export interface Recheck {
  readonly by: string;
  /** The colleague he is; absent alone in the office, and of what left before it was kept: a name was enough. */
  readonly userId?: string;
  readonly confirmed: readonly RecheckPoint[];
}

/** As whoever ships reports it. */
export interface ReportedRecheck {
  /** What a colleague signs in by; absent = whoever ships rechecked it himself. */
  readonly by?: string;
  readonly confirmed: readonly RecheckPoint[];
  /** What was found to be otherwise, in his words. */
  readonly differences?: readonly { readonly point: RecheckPoint; readonly what: string }[];
}

/** Why goods may not leave yet: a refusal's code and the words for its places. */
export interface NotRechecked {
  readonly code: RefusalCode;
  readonly data: Readonly<Record<string, string>>;
}

/**
 * R38: every point confirmed and nothing found otherwise, by a colleague of whoever ships, who works here: a made-up name is
 * nobody's hands. Alone in the office by the same (policy: separation of duties), or by a packer who is no user.
 */
export function rechecked(
  reported: ReportedRecheck = { confirmed: [] },
  { by }: Pick<CommandMeta, 'by'>,
  { duties, staff }: { readonly duties: Duties; readonly staff: readonly Actor[] },
): Result<Recheck, NotRechecked> {
  const { confirmed, differences = [] } = reported;
  if (differences.length > 0)
    return no({
      code: 'shipment.recheck-differs',
      data: {
        recheck: differences.map(({ point }) => point).join(' '),
        what: differences.map(({ what }) => what.trim()).join('; '),
      },
    });
  const missing = recheckPoints.filter((point) => !confirmed.includes(point));
  if (missing.length > 0) return no({ code: 'shipment.recheck-missing', data: { recheck: missing.join(' ') } });
  const name = reported.by?.trim() || by.name;
  const confirmedAll = [...recheckPoints];
  if (duties !== 'strict') return ok({ by: name, confirmed: confirmedAll });
  if (answersTo({ id: by.userId, name: by.name }, name))
    return no({ code: 'shipment.recheck-same-hands', data: { name: by.name } });
  const [colleague, ...others] = colleaguesCalled(name, { staff });
  if (colleague === undefined) return no({ code: 'shipment.recheck-unknown', data: { name } });
  if (others.length > 0) return no({ code: 'assign.user-ambiguous', data: { user: name } });
  return ok({ by: colleague.name, userId: colleague.userId, confirmed: confirmedAll });
}
