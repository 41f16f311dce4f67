import { createRoot } from 'react-dom/client';
import { type Locale, localeOf, locales } from '../core/policy/locale.ts';
import { checkedWire } from '../core/wire/checked-client.ts';
import { loadDeskTexts } from '../locales/on-desk.ts';
import { builtFor } from '../ui/connection/built-for.ts';
import { createConnection } from '../ui/connection/connection.ts';
import { createTokenStore } from '../ui/connection/token-store.ts';
import { sayIncomplete } from '../ui/language/say-incomplete.ts';
import { App } from './App.tsx';

const languagePlace = 'countersign.locale';
const rememberedLocale = (): Locale =>
  locales.find((locale) => locale === localStorage.getItem(languagePlace)) ?? localeOf(navigator.language);

const tokens = createTokenStore(localStorage);
const connection = createConnection({
  fetch: (url, init) => fetch(url, init as RequestInit),
  baseUrl: '',
  tokens,
  // Its forms come from the shapes: they are here anyway.
  wire: checkedWire,
  version: builtFor,
  // Answers come in the language that is on the screen, also right after it was switched.
  locale: () => document.documentElement.lang || rememberedLocale(),
});

const place = document.getElementById('desk');
if (!place) throw new Error('the page has no place for the desk');
const initialLocale = rememberedLocale();
loadDeskTexts(initialLocale).then(
  () =>
    createRoot(place).render(
      <App
        connection={connection}
        tokens={tokens}
        initialLocale={initialLocale}
        rememberLocale={(locale) => localStorage.setItem(languagePlace, locale)}
      />,
    ),
  () => sayIncomplete(place),
);
