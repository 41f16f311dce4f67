import { publishedKnowledge } from '../../app/books.ts';
import { publishBooks } from '../../app/publish-books.ts';
import type { Handlers } from '../handler.ts';
import { granted } from '../problem.ts';

/** Price list, stock and customers. */
export const bookHandlers: Pick<Handlers, 'knowledge' | 'publish'> = {
  knowledge: ({ caller }) => publishedKnowledge(caller.company),
  publish: async ({ caller, body, requestKey }) => granted(await publishBooks(caller, body, requestKey)),
};
