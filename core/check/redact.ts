import { checkCodes } from './codes.ts';
import type { Finding } from './finding.ts';
import type { Secret } from './knowledge.ts';

/**
 * A finding as it may be shown to somebody who may not see these secrets: what must be done and by whom, without the
 * figures it follows from. The words are `<code>_redacted`.
 */
export function redacted(finding: Finding, secrets: readonly Secret[]): Finding {
  const { secret } = { secret: undefined, ...checkCodes[finding.code] } as { readonly secret?: Secret };
  if (secret === undefined || !secrets.includes(secret)) return finding;
  const { code, severity, file, sheet, cell, row, column, order, data = {} } = finding;
  const open = Object.fromEntries(Object.entries(data).filter(([name]) => openData.has(name)));
  const place = { ...(file !== undefined && { file }), sheet, cell, row, column, order };
  return { code, severity, ...place, data: { ...open, context: 'redacted' } };
}

/** Deny by default: of a secret finding only what names things, no figure. */
const openData: ReadonlySet<string> = new Set(['item', 'name', 'customer', 'role']);
