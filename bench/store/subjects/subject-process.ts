import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { embedded } from './embedded.ts';
import { jsonServer } from './json-server.ts';
import { lowdbFile } from './lowdb-file.ts';
import { rawSqlite } from './raw-sqlite.ts';
import { type Posted, postFor, type Subject } from './subject.ts';

/** What can be posted to; each is opened with so many orders in it. */
const kinds = { embedded, 'raw-sqlite': rawSqlite, 'json-server': jsonServer, 'lowdb-file': lowdbFile } as const;
export type SubjectKind = keyof typeof kinds;

export interface SubjectProcess {
  postFor(clients: number, ms: number): Promise<Posted>;
  close(): Promise<void>;
}
interface Task {
  readonly clients: number;
  readonly ms: number;
}

/** A subject in a process of its own, so that what one keeps in memory is no burden to another. Throws when it can't begin. */
export async function startSubject(kind: SubjectKind, stored: number): Promise<SubjectProcess> {
  const child = fork(fileURLToPath(import.meta.url), [kind, `${stored}`], {
    execArgv: ['--max-old-space-size=16000'],
  });
  const ended = once(child, 'exit');
  const said = async (): Promise<unknown> => {
    const [message] = await Promise.race([
      once(child, 'message'),
      ended.then(([code]) => Promise.reject(new Error(`${kind} with ${stored} orders ended with ${code}`))),
    ]);
    return message;
  };
  await said();
  return {
    async postFor(clients, ms) {
      const answer = said();
      child.send({ clients, ms } satisfies Task);
      return (await answer) as Posted;
    },
    async close() {
      child.disconnect();
      await ended;
    },
  };
}

async function serve(subject: Subject): Promise<void> {
  process.on('message', ({ clients, ms }: Task) => {
    postFor(subject, clients, ms).then(
      (posted) => process.send?.(posted),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  process.once('disconnect', () => void subject.close());
  process.send?.('ready');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [kind, stored] = process.argv.slice(2) as [SubjectKind, string];
  await serve(await kinds[kind](Number(stored)));
}
