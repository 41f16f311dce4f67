import { associatePlain, associateStream } from '../../excel/custom-functions.ts';
import { catalogue, functionIds } from '../../functions/catalogue.ts';
import type { BrowserStorage } from './browser-storage.ts';
import type { FormulaCalls } from './formula-calls.ts';

/**
 * The formulas CS.PRICE and the like, for as long as the page lives: whether or not the pane is ever opened. Excel knows all of
 * them at once; what answers them is fetched meanwhile, so that formulas go on without a server, too, and begins with the
 * first that is calculated.
 * @returns when it is there
 */
export async function startFunctions(browserStorage: BrowserStorage): Promise<void> {
  const code = import('./formula-calls.ts');
  let opened: Promise<FormulaCalls> | null = null;
  const calls = (): Promise<FormulaCalls> => {
    opened ??= code.then(({ openFormulaCalls }) => openFormulaCalls(browserStorage));
    return opened;
  };
  for (const id of functionIds) {
    const associated = { id, parameters: catalogue[id].parameters.length };
    if (id === 'RMB') associatePlain(associated, async ([amounts]) => (await calls()).rmb(amounts));
    else associateStream(associated, (args, show) => onceThere(calls(), (its) => its.answer({ id, args, show })));
  }
  await code;
}

/** Begins something as soon as it may, unless it was ended by then. */
function onceThere<What>(coming: Promise<What>, begin: (what: What) => () => void): () => void {
  let end: (() => void) | null = null;
  let isOver = false;
  coming.then(
    (what) => {
      if (!isOver) end = begin(what);
    },
    // Said by whoever waits for it to be there.
    () => undefined,
  );
  return () => {
    isOver = true;
    end?.();
  };
}
