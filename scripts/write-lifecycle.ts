import { writeFileSync } from 'node:fs';
import { type OrderStatus, orderStatuses } from '../core/order/status.ts';
import { type Transition, transitions } from '../core/order/transitions.ts';
import en from '../locales/en/index.ts';
import zhHans from '../locales/zh-Hans/index.ts';
import zhHant from '../locales/zh-Hant/index.ts';

/**
 * Writes docs/lifecycle.md from the transition table: `node scripts/write-lifecycle.ts`. test/core/order/transitions.test.ts
 * fails when table and document differ.
 */
export function lifecycleDocument(): string {
  return `# An order's life

Written by \`scripts/write-lifecycle.ts\` from \`core/order/transitions.ts\`; change the table, not this file.

An order's own events take it to its release for shipping. What follows, from *to ship* to *completed*, is derived from
its shipments and receipts and never stored (\`core/order/progress.ts\`). Goods whose rows name a shipped date had left
before the order was entered; they count as delivered and hold no stock.

\`\`\`mermaid
stateDiagram-v2
${diagram().join('\n')}
\`\`\`

## Doors

Row numbers leave room for the doors still to come. A command that isn't in the table for the order's status is refused; the refusal says from
where it could be done and by whom. Reason: whether one must be given.

| Row | From | To | Command | Who | Reason | Guard |
|---|---|---|---|---|---|---|
${doors.map(tableRow).join('\n')}

## Statuses

| Code | English | 简体中文 | 繁體中文 | Way out |
|---|---|---|---|---|
${orderStatuses.map(statusRow).join('\n')}
`;
}

const doors: readonly Transition[] = transitions;

/** Where a door leads from one status. */
const leadsTo = (door: Transition, from: OrderStatus | 'none'): readonly OrderStatus[] => {
  if (door.to !== 'same') return door.to;
  return from === 'none' ? [] : [from];
};

const isFinal = (status: OrderStatus): boolean => !doors.some((door) => door.from.includes(status));

/** Mermaid takes no hyphens in a state's id. */
const idOf = (status: OrderStatus | 'none'): string => (status === 'none' ? '[*]' : status.replaceAll('-', '_'));

function diagram(): readonly string[] {
  const names = orderStatuses.map(
    (status) => `  state "${en.terms[`status.${status}`]} ${zhHans.terms[`status.${status}`]}" as ${idOf(status)}`,
  );
  const ends = orderStatuses.filter(isFinal).map((status) => `  ${idOf(status)} --> [*]`);
  return [...names, ...edges(), ...ends];
}

/** One arrow from status to status, labelled with all doors between them. */
function edges(): readonly string[] {
  const labels = new Map<string, string[]>();
  for (const door of doors)
    for (const from of door.from)
      for (const to of leadsTo(door, from)) {
        const arrow = `  ${idOf(from)} --> ${idOf(to)}`;
        labels.set(arrow, [...(labels.get(arrow) ?? []), `${door.row} ${door.command ?? 'at once'}`]);
      }
  return [...labels].map(([arrow, texts]) => `${arrow}: ${texts.join(', ')}`);
}

function tableRow({ row, from, to, command, roles, reasonRequired, guard }: Transition): string {
  const target = to === 'same' ? 'stays' : to.join(', ');
  const who = roles.length === 0 ? 'system' : roles.map((role) => en.terms[`role.${role}`]).join(', ');
  const by = command === null ? '–' : `\`${command}\``;
  const start = from.map((status) => (status === 'none' ? '–' : status)).join(', ');
  return `| ${row} | ${start} | ${target} | ${by} | ${who} | ${reasonRequired ? 'yes' : ''} | ${guard} |`;
}

function statusRow(status: OrderStatus): string {
  const key = `status.${status}` as const;
  const out = isFinal(status) ? 'final' : doors.filter((door) => door.from.includes(status)).map(({ row }) => row);
  return `| \`${status}\` | ${en.terms[key]} | ${zhHans.terms[key]} | ${zhHant.terms[key]} | ${String(out).replaceAll(',', ', ')} |`;
}

if (import.meta.main) writeFileSync(new URL('../docs/lifecycle.md', import.meta.url), lifecycleDocument());
