import { createRoot } from 'react-dom/client';
import { loadPaneTexts } from '../../locales/on-pane.ts';
import { sayNoTexts } from '../../ui/language/no-texts.ts';
import { loadOffice } from '../excel/office-ready.ts';
import { App } from './App.tsx';
import { openBrowserStorage } from './start/browser-storage.ts';
import { localeAt } from './start/remembered-language.ts';
import { startFunctions } from './start/start-functions.ts';

const place = document.getElementById('pane');
const officeSource = document.querySelector<HTMLMetaElement>('meta[name="office-js"]')?.content;
if (!place || !officeSource) throw new Error('the page lacks the place for the pane or the address of office.js');
const browserStorage = openBrowserStorage();
const office = loadOffice(officeSource);
// Before anything is drawn: Excel calculates formulas whether or not the pane is open.
void office.then((host) => host === 'excel' && startFunctions(browserStorage));
const initial = localeAt(browserStorage, navigator.language);
loadPaneTexts(initial).then(
  () => createRoot(place).render(<App {...{ office, officeSource, browserStorage, initial }} />),
  () => sayNoTexts(place),
);
