import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { openBrowserStorage } from './start/browser-storage.ts';

const place = document.getElementById('pane');
const officeSource = document.querySelector<HTMLMetaElement>('meta[name="office-js"]')?.content;
if (!place || !officeSource) throw new Error('the page lacks the place for the pane or the address of office.js');
createRoot(place).render(<App officeSource={officeSource} browserStorage={openBrowserStorage()} />);
