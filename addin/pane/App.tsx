import { FluentProvider, makeStyles, mergeClasses, Spinner } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Locale } from '../../core/policy/locale.ts';
import { loadPaneTexts } from '../../locales/on-pane.ts';
import { LanguageProvider, useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { themeFor } from '../../ui/theme/theme.ts';
import { useDark } from '../../ui/theme/use-dark.ts';
import type { OfficeHost } from '../excel/office-ready.ts';
import { excelTheme } from '../excel/watch-theme.ts';
import type { CommandQueue } from './commands/command-queue.ts';
import type { Start } from './start/begin.ts';
import type { BrowserStorage } from './start/browser-storage.ts';
import { rememberLocale } from './start/remembered-language.ts';

interface AppProps {
  /** What Excel, or its absence, asks for. */
  readonly start: Promise<Start>;
  readonly officeSource: string;
  readonly browserStorage: BrowserStorage;
  /** What Excel asks of the pane, from the moment Office is there. */
  readonly commands: CommandQueue;
  /** Spoken until then; its texts are there. */
  readonly initial: Locale;
}

/** The pane: drawn at once, in the user's language as soon as Excel says which, at work once Excel answers. */
export function App({ start, officeSource, browserStorage, commands, initial }: AppProps): ReactNode {
  const [begun, begin] = useState<Start | null>(null);
  useEffect(() => {
    void start.then(begin);
  }, [start]);
  const remember = useCallback((chosen: Locale) => rememberLocale(browserStorage.storage, chosen), [browserStorage]);
  const host = begun?.host ?? null;
  return (
    <LanguageProvider key={host} initial={begun?.locale ?? initial} load={loadPaneTexts} remember={remember}>
      <Themed host={host}>
        {begun === null && <Waiting />}
        {begun?.host === 'excel' && <begun.InExcel browserStorage={browserStorage} commands={commands} />}
        {begun !== null && begun.host !== 'excel' && (
          <begun.OutsideExcel host={begun.host} officeSource={officeSource} />
        )}
      </Themed>
    </LanguageProvider>
  );
}

const useStyles = makeStyles({
  // Menus are drawn in a layer that takes these styles too: a height here would cover the page (pane.css has it).
  page: { fontSize: '14px' },
  // What the browser draws itself, as a date field's calendar.
  dark: { colorScheme: 'dark' },
  waiting: { paddingTop: '20vh' },
});

/** Office's colours: Excel's own theme inside it, the system's elsewhere. */
function Themed(props: { host: OfficeHost | null; children: ReactNode }): ReactNode {
  const { locale } = useLanguage();
  const systemIsDark = useDark();
  const excelIsDark = useExcelIsDark(props.host === 'excel');
  const dark = props.host === 'excel' ? excelIsDark : systemIsDark;
  const styles = useStyles();
  return (
    <FluentProvider theme={themeFor(locale, dark)} className={mergeClasses(styles.page, dark && styles.dark)}>
      {props.children}
    </FluentProvider>
  );
}

const useExcelIsDark = (inExcel: boolean): boolean =>
  useSyncExternalStore(inExcel ? excelTheme.watch : noWatch, () => inExcel && excelTheme.isDark());
const noWatch = () => () => undefined;

function Waiting(): ReactNode {
  const { t } = useLanguage();
  return <Spinner className={useStyles().waiting} label={t('screens:pane.waiting')} labelPosition="below" />;
}
