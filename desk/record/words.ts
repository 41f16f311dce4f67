import { returnKinds } from '../../core/return/goods-return.ts';
import { complaintSubjects } from '../../core/service/complaint/complaint.ts';
import { fields } from '../../core/sheet/fields.ts';
import { changeItemKinds } from '../../core/wire/side-records/change.ts';
import type { Texts } from '../../locales/index.ts';

/** Where the words of a choice are, by the name of the field that takes it; the others are the forms' own. */
const vocabularies: Readonly<Record<string, string>> = {
  code: 'terms:holdReason',
  reason: 'terms:holdReason',
  owner: 'terms:role',
  to: 'terms:role',
  escalationDue: 'terms:role',
  as: 'terms:role',
  blocks: 'terms:heldAction',
  department: 'terms:department',
  departments: 'terms:department',
  party: 'terms:party',
  fault: 'terms:party',
  condition: 'terms:condition',
  channel: 'terms:channel',
  form: 'terms:agreement',
  point: 'terms:readBack',
};
/** Words that the columns of a sheet have already. */
const ofSheets: ReadonlySet<string> = new Set(
  Object.values(fields)
    .flatMap((own) => Object.keys(own))
    // A customer's there; of an invoice it is the invoice's own.
    .filter((name) => name !== 'taxNumber'),
);

/** What a field of a form or a fact is called. */
export const fieldText = (name: string, t: Texts): string =>
  t(ofSheets.has(name) ? `terms:field.${name}` : `records:field.${name}`);

const changeKinds: readonly string[] = changeItemKinds;
const kindsOfReturn: readonly string[] = returnKinds;
const complaintTopics: readonly string[] = complaintSubjects;

/** The words of one option of the field: "condition" and "damaged" → 破损. */
export function choiceText(field: string, option: string, t: Texts): string {
  const vocabulary = vocabularies[field];
  if (vocabulary !== undefined) return t(`${vocabulary}.${option}`);
  if (/^\d+$/.test(option)) return option;
  if (field === 'kind' && changeKinds.includes(option)) return t(`terms:changeKind.${option}`);
  if (field === 'kind' && kindsOfReturn.includes(option)) return t(`terms:returnKind.${option}`);
  if (field === 'subject' && complaintTopics.includes(option)) return t(`terms:complaintSubject.${option}`);
  return t(`records:choice.${field}.${option}`);
}
