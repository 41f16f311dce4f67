import { changePolicy, policyViewOf } from '../../app/company-policy.ts';
import { priorityPreviewOf } from '../../app/priority-preview.ts';
import type { Handlers } from '../handler.ts';
import { granted, problem } from '../problem.ts';

/** The company's policy: read by everybody, changed by who may. */
export const policyHandlers: Pick<Handlers, 'policy' | 'savePolicy' | 'priorityPreview'> = {
  policy: async ({ caller, query }) => {
    const view = await policyViewOf(caller, query?.version);
    if (view === null) throw problem(404, 'policy.not-found', { version: query?.version ?? '' });
    return view;
  },
  savePolicy: async ({ caller, body, expectedVersion }) => {
    granted(await changePolicy(caller, { ...body, seenVersion: expectedVersion }));
    const view = await policyViewOf(caller);
    if (view === null) throw new Error('a policy was kept and is not there');
    return view;
  },
  priorityPreview: ({ caller, query }) => priorityPreviewOf(caller, sequenceIn(query?.sequence)),
};

const sequenceIn = (text = ''): readonly string[] => text.split(/[,，\s]+/).filter((number) => number !== '');
