import { knowledgeToHandOut } from '../../app/knowledge.ts';
import { publishBooks } from '../../app/publish-books.ts';
import type { Handlers } from '../handler.ts';
import { granted } from '../problem.ts';

/** Price list, stock and customers. */
export const bookHandlers: Pick<Handlers, 'knowledge' | 'publish'> = {
  knowledge: ({ caller }) => knowledgeToHandOut(caller),
  publish: async ({ caller, body, requestKey }) => granted(await publishBooks(caller, body, requestKey)),
};
