import type { CommandMeta } from '../order/command.ts';
import type { RefusalCode } from '../order/refusal.ts';
import type { Duties } from '../policy/in-force.ts';
import { sameText } from '../sheet/text.ts';
import { no, ok, type Result } from '../value/result.ts';

/** What somebody looks at once more before goods leave (R38). */
export const recheckPoints = ['model', 'quantity', 'batch', 'address', 'consignee'] as const;
export type RecheckPoint = (typeof recheckPoints)[number];

/** The recheck 复核 as it stands on record: packed goods were what the order says. When: as the goods left. */
export interface Recheck {
  /** His name: who packs and rechecks in a warehouse needn't be a user. */
  readonly by: string;
  readonly confirmed: readonly RecheckPoint[];
}

/** As whoever ships reports it. */
export interface ReportedRecheck {
  /** Absent = whoever ships rechecked it himself. */
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
 * R38: every point confirmed and nothing found otherwise, by other hands than those that ship; alone in the office by the same
 * (policy: separation of duties).
 */
export function rechecked(
  reported: ReportedRecheck = { confirmed: [] },
  { by }: Pick<CommandMeta, 'by'>,
  duties: Duties,
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
  const isOwn = [by.name, by.userId].some((own) => sameText(own) === sameText(name));
  if (isOwn && duties === 'strict') return no({ code: 'shipment.recheck-same-hands', data: { name: by.name } });
  return ok({ by: name, confirmed: [...recheckPoints] });
}
