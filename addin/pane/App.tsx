import { FluentProvider, makeStyles, Spinner } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Locale } from '../../core/policy/locale.ts';
import { loadPaneTexts } from '../../locales/on-pane.ts';
import { LanguageProvider, useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { themeFor } from '../../ui/theme/theme.ts';
import { useDark } from '../../ui/theme/use-dark.ts';
import type { OfficeHost } from '../excel/office-ready.ts';
import { officeIsDark, officeLanguage } from '../excel/office-surroundings.ts';
import type { BrowserStorage } from './start/browser-storage.ts';
import { InExcel } from './start/InExcel.tsx';
import { OutsideExcel } from './start/OutsideExcel.tsx';
import { localeAt, rememberLocale } from './start/remembered-language.ts';

interface AppProps {
  /** Who answered where the page runs. */
  readonly office: Promise<OfficeHost>;
  readonly officeSource: string;
  readonly browserStorage: BrowserStorage;
  /** Spoken until Excel says which language it speaks; its texts are there. */
  readonly initial: Locale;
}

/** The pane: drawn at once, in the user's language as soon as Excel says which, at work once Excel answers. */
export function App({ office, officeSource, browserStorage, initial }: AppProps): ReactNode {
  const [{ host, locale }, start] = useState<Start>({ host: null, locale: initial });
  useEffect(() => {
    void office.then(async (host) => start({ host, locale: await spokenIn(host, browserStorage, initial) }));
  }, [office, browserStorage, initial]);
  const remember = useCallback((chosen: Locale) => rememberLocale(browserStorage.storage, chosen), [browserStorage]);
  return (
    <LanguageProvider key={host} initial={locale} load={loadPaneTexts} remember={remember}>
      <Themed host={host}>
        {host === null && <Waiting />}
        {host === 'excel' && <InExcel browserStorage={browserStorage} />}
        {(host === 'none' || host === 'no-answer') && <OutsideExcel host={host} officeSource={officeSource} />}
      </Themed>
    </LanguageProvider>
  );
}

interface Start {
  readonly host: OfficeHost | null;
  readonly locale: Locale;
}

/** The language of Excel, once its texts are there; without them the one that is on the screen already. */
async function spokenIn(host: OfficeHost, browserStorage: BrowserStorage, onScreen: Locale): Promise<Locale> {
  if (host !== 'excel') return onScreen;
  const locale = localeAt(browserStorage, officeLanguage());
  return loadPaneTexts(locale).then(
    () => locale,
    () => onScreen,
  );
}

const useStyles = makeStyles({
  // Menus are drawn in a layer that takes these styles too: a height here would cover the page (pane.css has it).
  page: { fontSize: '14px' },
  waiting: { paddingTop: '20vh' },
});

/** Office's colours: Excel's own theme inside it, the system's elsewhere. */
function Themed(props: { host: OfficeHost | null; children: ReactNode }): ReactNode {
  const { locale } = useLanguage();
  const systemIsDark = useDark();
  const dark = props.host === 'excel' ? officeIsDark() : systemIsDark;
  return (
    <FluentProvider theme={themeFor(locale, dark)} className={useStyles().page}>
      {props.children}
    </FluentProvider>
  );
}

function Waiting(): ReactNode {
  const { t } = useLanguage();
  return <Spinner className={useStyles().waiting} label={t('screens:pane.waiting')} labelPosition="below" />;
}
