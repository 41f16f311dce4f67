import { associatePlain, associateStream } from '../../excel/custom-functions.ts';
import { catalogue, functionIds } from '../../functions/catalogue.ts';
import type { BrowserStorage } from './browser-storage.ts';
import type { FormulaCalls } from './formula-calls.ts';

/** Formulas show #BUSY! until what answers them could be fetched; it is asked for again so often. */
const againMs = 3_000;

/**
 * The formulas CS.PRICE and the like, for as long as the page lives: whether or not the pane is ever opened. Excel must know
 * all of them at once; what answers them comes with the first that is calculated, as most workbooks have none.
 */
export function startFunctions(browserStorage: BrowserStorage): void {
  let coming: Promise<FormulaCalls> | null = null;
  const calls = (): Promise<FormulaCalls> => {
    coming ??= untilItComes(async () => (await import('./formula-calls.ts')).openFormulaCalls(browserStorage));
    return coming;
  };
  for (const id of functionIds) {
    const associated = { id, parameters: catalogue[id].parameters.length };
    if (id === 'RMB') associatePlain(associated, async ([amounts]) => (await calls()).rmb(amounts));
    else associateStream(associated, (args, show) => onceThere(calls(), (its) => its.answer({ id, args, show })));
  }
}

async function untilItComes<What>(fetch: () => Promise<What>): Promise<What> {
  for (;;)
    try {
      return await fetch();
    } catch (error) {
      console.warn('what answers formulas did not come', error);
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
}

/** Begins something as soon as it may, unless it was ended by then. */
function onceThere<What>(coming: Promise<What>, begin: (what: What) => () => void): () => void {
  let end: (() => void) | null = null;
  let isOver = false;
  void coming.then((what) => {
    if (!isOver) end = begin(what);
  });
  return () => {
    isOver = true;
    end?.();
  };
}
