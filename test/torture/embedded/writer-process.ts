import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { append, approved, done, issued, orderAppend, paperAppend, post } from '../../contract/store/sample-records.ts';

/**
 * A server's stand-in that is meant to be killed: opens the folder of its first argument and posts an order for each line
 * "KEY" it is given, as many at once as come. Prints each acknowledged thing at once: "post KEY NUMBER", then "letter NUMBER";
 * what it couldn't do as "refused KEY CODE".
 */
const [folder = ''] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);
const store = await openEmbeddedStore({ folder }).catch((error: Error & { code?: string }) => {
  say(`shut ${error.code} ${error.message}`);
  process.exit(0);
});

async function serve(key: string): Promise<void> {
  const { answer: number, repeated } = { repeated: false, ...(await post(store, { key }, key)) } as {
    answer: string;
    repeated: boolean;
  };
  say(`post ${key} ${number}`);
  if (repeated) return;
  const paper = `${number}-L1`;
  done(
    await append(store, orderAppend(number, 2, approved({ A01: '1' })), paperAppend(paper, 0, issued(paper, number))),
  );
  say(`letter ${number}`);
}

say('open');
for await (const key of createInterface({ input: process.stdin }))
  void serve(key).catch((error: { code?: string }) => say(`refused ${key} ${error.code}`));
