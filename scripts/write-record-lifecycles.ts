import { writeFileSync } from 'node:fs';
import { roles as allRoles, type Role } from '../core/policy/roles.ts';
import type { RecordLifecycle, RecordTransition } from '../core/record/lifecycle.ts';
import { recordLifecycles } from '../core/record/lifecycles.ts';
import { textsIn } from '../locales/index.ts';

/**
 * Writes docs/record-lifecycles.md from the tables of core/record/lifecycles.ts: `node scripts/write-record-lifecycles.ts`.
 * test/core/record/lifecycles.test.ts fails when tables and document differ.
 */
export function recordLifecyclesDocument(): string {
  return `# The papers beside an order

Written by \`scripts/write-record-lifecycles.ts\` from the tables that \`core/record/lifecycles.ts\` lists; change the tables, not
this file.

None of them moves an order by itself: they open or close its doors ([lifecycle.md](lifecycle.md)). A command that isn't in
the table for the record's status is refused; the refusal says where the record stands, from where it could be done and by whom.

${recordLifecycles.map(section).join('\n')}`;
}

type Lifecycle = RecordLifecycle<string, string>;
type Door = RecordTransition<string, string>;

const titles: Readonly<Record<Lifecycle['kind'], string>> = {
  change: 'Change request 订单变更申请单 (CR-…)',
  return: 'Return, exchange, repair 退货、换货、维修 (RT-…)',
  hold: 'Hold 挂起 and exception 异常 (HD-…)',
  communication: 'Entry of the communication log 沟通记录 (CL-…)',
  complaint: 'Complaint 投诉 (CP-…)',
  survey: 'Satisfaction survey 满意度调查, once an order',
};

const section = (life: Lifecycle): string => `## ${titles[life.kind]}

\`\`\`mermaid
stateDiagram-v2
${diagram(life).join('\n')}
\`\`\`

| Row | From | To | Command | Who | Reason | Guard |
|---|---|---|---|---|---|---|
${life.transitions.map(tableRow).join('\n')}

| Code | English | 简体中文 | 繁體中文 | Way out |
|---|---|---|---|---|
${life.statuses.map((status) => statusRow(life, status)).join('\n')}
`;

function diagram(life: Lifecycle): readonly string[] {
  const names = life.statuses.map((status) => {
    const [english, chinese] = namesOf(life, status);
    return `  state "${english} ${chinese}" as ${idOf(status)}`;
  });
  const ends = life.statuses.filter((status) => isFinal(life, status)).map((status) => `  ${idOf(status)} --> [*]`);
  return [...names, ...arrows(life), ...ends];
}

/** One arrow from status to status, labelled with all doors between them. */
function arrows({ transitions }: Lifecycle): readonly string[] {
  const labels = new Map<string, string[]>();
  for (const { row, command, from, to } of transitions)
    for (const start of from)
      for (const end of to === 'same' ? [start] : to) {
        const arrow = `  ${idOf(start)} --> ${idOf(end)}`;
        labels.set(arrow, [...(labels.get(arrow) ?? []), `${row} ${command}`]);
      }
  return [...labels].map(([arrow, texts]) => `${arrow}: ${texts.join(', ')}`);
}

function tableRow({ row, from, to, command, roles, reasonRequired, guard }: Door): string {
  const start = from.map((status) => (status === 'none' ? '–' : status)).join(', ');
  const target = to === 'same' ? 'stays' : to.join(', ');
  return `| ${row} | ${start} | ${target} | \`${command}\` | ${who(roles)} | ${reasonRequired ? 'yes' : ''} | ${guard} |`;
}

/** Long lists are told by whom they leave out. */
function who(roles: readonly Role[]): string {
  const left = allRoles.filter((role) => !roles.includes(role));
  const names = (some: readonly Role[]): string => some.map((role) => textsIn('en')(`terms:role.${role}`)).join(', ');
  if (left.length === 0) return 'everybody';
  return left.length <= 2 ? `everybody but ${names(left)}` : names(roles);
}

function statusRow(life: Lifecycle, status: string): string {
  const out = life.transitions.filter(({ from }) => from.includes(status)).map(({ row }) => row);
  const [english, ...chinese] = namesOf(life, status);
  return `| \`${status}\` | ${english} | ${chinese.join(' | ')} | ${isFinal(life, status) ? 'final' : out.join(', ')} |`;
}

const namesOf = ({ kind }: Lifecycle, status: string): readonly string[] =>
  (['en', 'zh-Hans', 'zh-Hant'] as const).map((locale) => textsIn(locale)(`terms:recordStatus.${kind}.${status}`));

const isFinal = ({ transitions }: Lifecycle, status: string): boolean =>
  !transitions.some(({ from }) => from.includes(status));

/** Mermaid takes no hyphens in a state's id. */
const idOf = (status: string): string => (status === 'none' ? '[*]' : status.replaceAll('-', '_'));

if (import.meta.main)
  writeFileSync(new URL('../docs/record-lifecycles.md', import.meta.url), recordLifecyclesDocument());
