import type { Locale } from '../../../core/policy/locale.ts';
import { textsIn } from '../../../locales/index.ts';
import { addUser } from '../../app/add-user.ts';
import { companyLetterhead, saveCompanyLetterhead, type UnprintableField } from '../../app/company-letterhead.ts';
import type { CompanyFounder } from '../../app/start-company.ts';
import type { Handlers } from '../handler.ts';
import { ProblemReply, problem } from '../problem.ts';
import { sessionView, userView } from './session.ts';

type AccountHandlers = Pick<Handlers, 'startCompany' | 'addUser' | 'company' | 'saveCompany'>;

/** Companies and their users come into being, and say what they are. */
export const accountHandlers = (founder: CompanyFounder): AccountHandlers => ({
  startCompany: async ({ body }) => {
    const started = await founder.start(body);
    if (!started.ok) throw problem(409, started.reason);
    return sessionView(started.value);
  },
  addUser: async ({ caller, body }) => {
    const added = await addUser(caller, body);
    if (!added.ok) throw problem(409, added.reason, { name: body.name, id: body.id });
    return userView(added.value);
  },
  company: ({ caller }) => companyLetterhead(caller),
  saveCompany: async ({ caller, body, locale }) => {
    const saved = await saveCompanyLetterhead(caller, body);
    if (!saved.ok) throw unprintable(saved.reason, locale);
    return saved.value;
  },
});

const unprintable = (fields: readonly UnprintableField[], locale: Locale): ProblemReply =>
  new ProblemReply(400, {
    code: 'input.wrong',
    issues: fields.map(({ path, characters }) => ({
      path,
      message: textsIn(locale)('problems:issue.unprintable', { characters: characters.join(' ') }),
    })),
  });
