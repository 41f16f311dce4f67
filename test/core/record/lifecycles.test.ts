import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agreementForms } from '../../../core/change/change.ts';
import { departments } from '../../../core/change/departments.ts';
import { heldActions } from '../../../core/hold/hold.ts';
import { holdReasons } from '../../../core/hold/reasons.ts';
import { roles } from '../../../core/policy/roles.ts';
import { closedRecordDoor } from '../../../core/record/door.ts';
import { type SideRecordKind, sideRecordKinds } from '../../../core/record/lifecycle.ts';
import { recordLifecycles } from '../../../core/record/lifecycles.ts';
import { parties } from '../../../core/record/party.ts';
import { conditions, returnKinds } from '../../../core/return/goods-return.ts';
import { channels, readBackPoints } from '../../../core/service/communication/communication.ts';
import { complaintSubjects } from '../../../core/service/complaint/complaint.ts';
import { scored } from '../../../core/service/survey/survey.ts';
import terms from '../../../locales/en/terms.json' with { type: 'json' };
import { recordLifecyclesDocument } from '../../../scripts/write-record-lifecycles.ts';
import { person } from '../order/sample-order.ts';
import { standardChangePolicy } from '../policy/standard-policies.ts';

/** The statuses each may end in. */
const finalsOf: Readonly<Record<SideRecordKind, readonly string[]>> = {
  change: ['in-force', 'refused', 'withdrawn'],
  return: ['settled', 'turned-back', 'refused', 'withdrawn'],
  hold: ['released'],
  communication: ['done'],
  complaint: ['closed', 'dismissed'],
  survey: ['answered', 'unanswered'],
};

test('docs/record-lifecycles.md is what the tables say', () => {
  const file = readFileSync(new URL('../../../docs/record-lifecycles.md', import.meta.url), 'utf8');
  expect(file, 'run: node scripts/write-record-lifecycles.ts').toBe(recordLifecyclesDocument());
});

test('every kind of record has its table', () => {
  expect(recordLifecycles.map(({ kind }) => kind)).toEqual(sideRecordKinds);
});

describe.each(recordLifecycles)('$kind', (life) => {
  const { statuses, transitions } = life;
  const commands = [...new Set(transitions.map(({ command }) => command))];
  const standing = (status: string) => ({ number: 'X-1', status });
  const fromOf = (command: string) =>
    transitions.filter((door) => door.command === command).flatMap(({ from }) => from);

  test('names each row once, and only its own statuses', () => {
    const rows = transitions.map(({ row }) => row);
    expect(new Set(rows).size).toBe(rows.length);
    const named = transitions.flatMap(({ from, to }) => [...from, ...(to === 'same' ? [] : to)]);
    expect(named.filter((status) => status !== 'none' && !statuses.includes(status))).toEqual([]);
  });

  test('reaches every status from nothing', () => {
    const reached = new Set<string>(['none']);
    for (const _round of statuses)
      for (const { from, to } of transitions)
        if (to !== 'same' && from.some((status) => reached.has(status))) for (const status of to) reached.add(status);
    expect(statuses.filter((status) => !reached.has(status))).toEqual([]);
  });

  test('leaves none stuck', () => {
    const leaves = (status: string) =>
      transitions.some(({ from, to }) => from.includes(status) && to !== 'same' && to.some((next) => next !== status));
    expect(statuses.filter((status) => !leaves(status))).toEqual(finalsOf[life.kind]);
  });

  test.each(commands)('%s opens where the table has it, else says from where and who', (command) => {
    const by = person('all', ...roles);
    const knock = { type: command, by, reason: 'because' };
    for (const status of ['none', ...statuses]) {
      const closed = closedRecordDoor(life, knock, status === 'none' ? null : standing(status));
      if (fromOf(command).includes(status)) expect(closed, status).toBeNull();
      else {
        expect(closed?.code, status).toBe(status === 'none' ? 'record.not-found' : 'record.wrong-status');
        expect(closed?.who === undefined, status).toBe(status === 'none');
        expect(closed?.data?.recordStatus).toBe(status === 'none' ? undefined : `${life.kind}.${status}`);
        const from = fromOf(command).filter((each) => each !== 'none');
        expect(closed?.data?.recordFrom ?? '').toBe([...new Set(from)].map((each) => `${life.kind}.${each}`).join(' '));
      }
    }
  });

  test.each(transitions.map((door) => ({ ...door, name: `${door.row} ${door.command}` })))(
    '$name opens for its roles only, and asks for a reason where the table does',
    ({ command, from, roles: own, reasonRequired }) => {
      const record = from[0] === 'none' ? null : standing(from[0] ?? '');
      for (const role of roles) {
        const closed = closedRecordDoor(life, { type: command, by: person('one', role), reason: 'because' }, record);
        expect(closed?.code, role).toBe(own.includes(role) ? undefined : 'role.not-allowed');
        if (closed !== null) expect(closed.who).toEqual(own);
      }
      const silent = { type: command, by: person('all', ...roles), reason: ' ' };
      expect(closedRecordDoor(life, silent, record)?.code).toBe(reasonRequired ? 'reason.missing' : undefined);
    },
  );

  test('has a word for each status', () => {
    expect(statuses.filter((status) => !(`recordStatus.${life.kind}.${status}` in terms))).toEqual([]);
  });
});

test.each([
  ['department', [...departments, 'sales']],
  ['party', parties],
  ['agreement', agreementForms],
  ['changeKind', Object.keys(standardChangePolicy.departments)],
  ['returnKind', returnKinds],
  ['condition', conditions],
  ['heldAction', heldActions],
  ['holdReason', holdReasons],
  ['channel', channels],
  ['readBack', readBackPoints],
  ['complaintSubject', complaintSubjects],
  ['scored', scored],
] as const)('every %s has a word, and no word is left over', (prefix, codes) => {
  const known = Object.keys(terms).filter((key) => key.startsWith(`${prefix}.`));
  expect(known.sort()).toEqual(codes.map((code) => `${prefix}.${code}`).sort());
});
