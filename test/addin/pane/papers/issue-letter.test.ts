import { expect, test } from 'vitest';
import { createLetters } from '../../../../addin/pane/papers/issue-letter.ts';
import { type Client, ProblemAnswer, ServerAway } from '../../../../core/wire/client.ts';

/** A server that answers an attempt once and for all, and what was sent to it. */
function given() {
  const sent: { readonly number: string; readonly requestKey: string }[] = [];
  const trouble = new Map<string, Error>();
  const client: Client = {
    async call(_: string, input: unknown) {
      const { params, requestKey } = input as { params: { number: string }; requestKey: string };
      sent.push({ number: params.number, requestKey });
      const failure = trouble.get(params.number);
      if (failure) throw failure;
      return {} as never;
    },
  };
  let made = 0;
  const letters = createLetters(client, () => `key-${++made}`);
  return { letters, sent, trouble, keys: () => sent.map(({ requestKey }) => requestKey) };
}
const order = (number: string, version = 5) => ({ number, version });
const refusal = (status: number) => new ProblemAnswer(status, { code: 'hold.blocks', message: '挂起' });

test('a lost answer is asked for under the same key; the letter after corrections has its own', async () => {
  const { letters, trouble, keys } = given();
  trouble.set('SO-1', new ServerAway('away'));
  await expect(letters.issue(order('SO-1'))).rejects.toThrow(ServerAway);
  trouble.clear();
  await letters.issue(order('SO-1'));
  // Corrected and approved again.
  await letters.issue(order('SO-1', 8));
  await letters.issueAll([order('SO-1', 11), order('SO-2')]);
  const [first, again, ...later] = keys();
  expect(again).toBe(first);
  expect(new Set([first, ...later]).size).toBe(4);
});

test('one that is refused keeps no other back', async () => {
  const { letters, trouble } = given();
  trouble.set('SO-2', refusal(409));
  expect(await letters.issueAll(['SO-1', 'SO-2', 'SO-3'].map((number) => order(number)))).toEqual({
    issued: ['SO-1', 'SO-3'],
    refused: [{ number: 'SO-2', message: '挂起' }],
    stopped: null,
  });
});

test.each([new ServerAway('away'), refusal(401), refusal(429), refusal(503)])(
  'without an answer it ends, and says what was issued until then',
  async (failure) => {
    const { letters, trouble, sent } = given();
    trouble.set('SO-3', failure);
    const outcome = await letters.issueAll(['SO-1', 'SO-2', 'SO-3', 'SO-4'].map((number) => order(number)));
    expect(outcome).toEqual({ issued: ['SO-1', 'SO-2'], refused: [], stopped: failure });
    expect(sent).toHaveLength(3);
  },
);
