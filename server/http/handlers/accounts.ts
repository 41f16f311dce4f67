import { addUser } from '../../app/add-user.ts';
import type { CompanyFounder } from '../../app/start-company.ts';
import type { Handlers } from '../handler.ts';
import { problem } from '../problem.ts';
import { sessionView, userView } from './session.ts';

/** Companies and their users come into being. */
export const accountHandlers = (founder: CompanyFounder): Pick<Handlers, 'startCompany' | 'addUser'> => ({
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
});
