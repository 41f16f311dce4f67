import { writeSync } from 'node:fs';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { append, approved, done, issued, orderAppend, paperAppend, post } from '../sample-records.ts';

/**
 * A server's stand-in that is meant to be killed: posts and letters orders on the folder of its first argument as fast as
 * it can and prints each acknowledged thing at once: "post KEY NUMBER" or "letter NUMBER".
 */
const [folder = '', round = ''] = process.argv.slice(2);
const store = await openEmbeddedStore({ folder });
const say = (line: string) => writeSync(1, `${line}\n`);

async function clerk(name: string): Promise<void> {
  for (let count = 1; ; count += 1) {
    const key = `${round}:${name}:${count}`;
    const number = done(await post(store, { key }, key));
    say(`post ${key} ${number}`);
    const paper = `${number}-L1`;
    await append(store, orderAppend(number, 2, approved({ A01: '1' })), paperAppend(paper, 0, issued(paper, number)));
    say(`letter ${number}`);
  }
}

say('open');
await Promise.all(['a', 'b', 'c', 'd'].map(clerk));
