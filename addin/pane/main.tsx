import { createRoot } from 'react-dom/client';
import { loadPaneTexts } from '../../locales/on-pane.ts';
import { sayIncomplete } from '../../ui/language/say-incomplete.ts';
import { loadOffice } from '../excel/office-ready.ts';
import { App } from './App.tsx';
import { createCommandQueue } from './commands/command-queue.ts';
import { takeOfficeCommands } from './commands/take-commands.ts';
import { begin } from './start/begin.ts';
import { openBrowserStorage } from './start/browser-storage.ts';
import { localeAt } from './start/remembered-language.ts';
import { startFunctions } from './start/start-functions.ts';

const place = document.getElementById('pane');
const officeSource = document.querySelector<HTMLMetaElement>('meta[name="office-js"]')?.content;
if (!place || !officeSource) throw new Error('the page lacks the place for the pane or the address of office.js');
const browserStorage = openBrowserStorage();
const office = loadOffice(officeSource);
const commands = createCommandQueue();
// Before anything is drawn: Excel calculates formulas and its ribbon is pressed whether or not the pane is open.
const functions = office.then((host) => {
  if (host !== 'excel') return undefined;
  takeOfficeCommands(commands);
  return startFunctions(browserStorage);
});
const initial = localeAt(browserStorage, navigator.language);
const start = begin(office, browserStorage, initial);
const drawn = loadPaneTexts(initial).then(() => {
  const root = createRoot(place);
  root.render(<App {...{ start, officeSource, browserStorage, commands, initial }} />);
  return root;
});
// Whatever of it doesn't come, the page says so instead of staying empty or waiting for ever.
Promise.all([drawn, start, functions]).catch(async (cause: unknown) => {
  (await drawn.catch(() => null))?.unmount();
  sayIncomplete(place);
  throw cause;
});
