import { expect, test } from 'vitest';
import { standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import type { Client } from '../../../core/wire/client.ts';
import type { CompanyLetterhead } from '../../../core/wire/company.ts';
import { type CompanyFields, fieldsOf, letterheadOf, policyWith } from '../../../desk/settings/company-fields.ts';
import { saveCompany } from '../../../desk/settings/save-company.ts';

const company = {
  name: '甬江五金行',
  nameEnglish: '',
  address: '',
  phone: '',
  email: '',
  taxNumber: '',
  bank: { name: '', account: '' },
  taxRate: '0.13',
} as CompanyLetterhead;
const seen = { version: 4, policy: standardPolicy };

/** Saves the form as it was filled in, and answers what was sent. */
async function saved(filled: Partial<CompanyFields>) {
  const sent: [name: string, input: unknown][] = [];
  const client = {
    async call(name: string, input: { body: { policy?: unknown } }) {
      sent.push([name, input]);
      return { version: 5, policy: input.body.policy };
    },
  } as unknown as Client;
  const fields = { ...fieldsOf(company, standardPolicy), ...filled };
  const policy = policyWith(standardPolicy, fields);
  const kept = await saveCompany(client, { letterhead: letterheadOf(fields), policy, reason: 'on the page' }, seen);
  return { sent, kept };
}

test('a letterhead alone leaves the policy as it is', async () => {
  const { sent, kept } = await saved({ phone: '0574', taxPercent: '6' });
  expect(sent).toEqual([['saveCompany', { body: { ...company, phone: '0574', taxRate: '0.06' } }]]);
  expect(kept).toBe(seen);
});

test('what the form says of the policy goes there, against the version that was looked at', async () => {
  const { sent, kept } = await saved({ letterValidDays: '12', separationOfDuties: 'strict' });
  const policy = withSetting(
    withSetting(standardPolicy, 'letter.validDays', 12),
    'approval.separationOfDuties',
    'strict',
  );
  expect(sent[1]).toEqual(['savePolicy', { body: { policy, reason: 'on the page' }, seenVersion: 4 }]);
  expect(kept).toEqual({ version: 5, policy });
});
