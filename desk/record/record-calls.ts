import type { z } from 'zod';
import type { Client } from '../../core/wire/client.ts';
import type { CallName } from '../../core/wire/endpoints.ts';
import type { finding } from '../../core/wire/finding-view.ts';
import type { RecordSeen } from './known-fields.ts';
import type { RecordUse } from './record-uses.ts';

type Finding = z.output<typeof finding>;
/** New goods of a change didn't pass the check; nothing was kept. */
export class GoodsDontPass extends Error {
  override name = 'GoodsDontPass';
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super('the new goods have findings');
    this.findings = findings;
  }
}

/** Which endpoint is called is known only when it runs: what goes in was checked by its schema, what comes back is by the client. */
const called = (client: Client, name: CallName, input: object): Promise<unknown> => client.call(name, input as never);

export const readRecord = async (client: Client, use: RecordUse, number: string): Promise<RecordSeen> =>
  (await called(client, use.read, { params: { number } })) as RecordSeen;

export interface Sending {
  readonly use: RecordUse;
  /** Null = the body begins a record. */
  readonly number: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  readonly requestKey: string;
}
/** Begins a record or goes on with one; throws `GoodsDontPass` where a change names goods that can't be ordered. */
export async function sendToRecord(client: Client, { use, number, body, requestKey }: Sending): Promise<void> {
  const answer =
    number === null
      ? await called(client, use.begin, { body, requestKey })
      : await called(client, use.command, { params: { number }, body, requestKey });
  const { outcome, findings } = answer as { outcome?: string; findings?: readonly Finding[] };
  if (outcome === 'findings') throw new GoodsDontPass(findings ?? []);
}
