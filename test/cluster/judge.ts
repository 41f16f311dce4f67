import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { startServer } from '../../server/main.ts';
import type { Reader } from '../../server/ports.ts';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { Desk } from './desk.ts';
import { type EndState, endStateOf } from './end-state.ts';
import type { Exchange } from './exchange.ts';
import { companyId, fixedOffice } from './fixed-office.ts';
import { brokenLaws } from './laws.ts';
import { failures, replay, sharedPositions } from './replay.ts';

/**
 * Everything that is wrong with a run, in words; [] = its history is consistent: decided again one after another, in the order
 * of the positions, everything is answered as it was and ends as it did, no law is broken, and nothing failed.
 * @param read the store the servers worked on
 */
export async function judge(exchanges: readonly Exchange[], read: Reader): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-replay-'));
  try {
    const server = await startServer({ ...fixedOffice(), dataFolder: folder });
    const desk = new Desk(server.url);
    await desk.settle();
    const differences = await replay(exchanges, desk).finally(server.close);
    const alone = await openEmbeddedStore({ folder: join(folder, 'companies', companyId) });
    const ends = await Promise.all([endStateOf(read), endStateOf(alone.read)]).finally(alone.close);
    return [
      ...failures(exchanges).map(
        ({ path, body, status, decided }) =>
          `${path} ${JSON.stringify(body)} failed: ${status} ${JSON.stringify(decided)}`,
      ),
      ...sharedPositions(exchanges).map((position) => `two decisions stand at ${position}`),
      ...differences.map(({ exchange, alone: otherwise }) => {
        const { position, path, body, status, decided } = exchange;
        const [was, would] = [{ status, decided }, otherwise].map((said) => JSON.stringify(said));
        return `at ${position} ${path} ${JSON.stringify(body)} was answered ${was}, alone it would be ${would}`;
      }),
      ...differencesOf(...ends),
      ...(await brokenLaws(read)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function differencesOf(together: EndState, alone: EndState): readonly string[] {
  const names = new Set([...together.keys(), ...alone.keys()]);
  return [...names].flatMap((name) =>
    isDeepStrictEqual(together.get(name), alone.get(name)) ? [] : [`${name} ended otherwise than it would alone`],
  );
}
