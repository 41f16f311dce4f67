import { checkOrders } from '../../core/check/check.ts';
import { knowledgeOf } from '../../core/check/knowledge-of-sheets.ts';
import { checkPolicyOf } from '../../core/policy/check-policy.ts';
import { defaultPolicy } from '../../core/policy/policy.ts';
import { ordersOf } from '../../core/sheet/orders.ts';
import type { Choice } from '../../core/sheet/table.ts';
import { type SheetOfFile, understandSheets } from '../../core/sheet/understand.ts';
import type { CheckedSheets, FoundSheets, Yardstick } from './examiner.ts';
import { foundIn } from './find.ts';

/** Sheets with a problem are found, not checked: findings of half-understood rows would only mislead. */
export function checkSheets(
  sheets: readonly SheetOfFile[],
  choices: readonly Choice[],
  { published, today, currency, policy }: Yardstick,
): CheckedSheets | FoundSheets {
  const understood = understandSheets(sheets, choices);
  const batch = ordersOf(understood);
  const knowledge = knowledgeOf(understood, published, currency);
  const found = foundIn(understood, choices, batch, knowledge);
  if (found.problems.length > 0) return found;
  const by = checkPolicyOf(policy ?? defaultPolicy(currency));
  return { ...found, result: checkOrders({ batch, knowledge, today, currency, policy: by, sheets: understood }) };
}

export { withServerFindings } from '../../core/check/with-server-findings.ts';
