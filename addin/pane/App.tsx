import { FluentProvider, makeStyles, Spinner } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { type Locale, localeOf } from '../../core/policy/locale.ts';
import { LanguageProvider, useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { themeFor } from '../../ui/theme/theme.ts';
import { useDark } from '../../ui/theme/use-dark.ts';
import type { OfficeHost } from '../excel/office-ready.ts';
import { officeIsDark, officeLanguage } from '../excel/office-surroundings.ts';
import type { BrowserStorage } from './start/browser-storage.ts';
import { InExcel } from './start/InExcel.tsx';
import { OutsideExcel } from './start/OutsideExcel.tsx';
import { rememberedLocale, rememberLocale } from './start/remembered-language.ts';

interface AppProps {
  /** Who answered where the page runs. */
  readonly office: Promise<OfficeHost>;
  readonly officeSource: string;
  readonly browserStorage: BrowserStorage;
}

/** The pane: drawn at once, in the user's language as soon as Excel says which, at work once Excel answers. */
export function App({ office, officeSource, browserStorage }: AppProps): ReactNode {
  const { storage } = browserStorage;
  const [host, setHost] = useState<OfficeHost | null>(null);
  useEffect(() => {
    void office.then(setHost);
  }, [office]);
  const initial = useMemo(
    () => rememberedLocale(storage) ?? localeOf(host === 'excel' ? officeLanguage() : navigator.language),
    [storage, host],
  );
  const remember = useCallback((locale: Locale) => rememberLocale(storage, locale), [storage]);
  return (
    <LanguageProvider key={host} initial={initial} remember={remember}>
      <Themed host={host}>
        {host === null && <Waiting />}
        {host === 'excel' && <InExcel browserStorage={browserStorage} />}
        {(host === 'none' || host === 'no-answer') && <OutsideExcel host={host} officeSource={officeSource} />}
      </Themed>
    </LanguageProvider>
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
