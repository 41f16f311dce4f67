import { FluentProvider } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { Locale } from '../core/policy/locale.ts';
import { loadDeskTexts } from '../locales/on-desk.ts';
import type { Connection } from '../ui/connection/connection.ts';
import type { TokenStore } from '../ui/connection/token-store.ts';
import { LanguageProvider, useLanguage } from '../ui/language/LanguageProvider.tsx';
import { themeFor } from '../ui/theme/theme.ts';
import { useDark } from '../ui/theme/use-dark.ts';
import { OrdersPage } from './orders/OrdersPage.tsx';
import { ReportsPage } from './reports/ReportsPage.tsx';
import { DeskSession } from './session/DeskSession.tsx';
import { CompanyPage } from './settings/CompanyPage.tsx';
import { Shell } from './shell/Shell.tsx';
import { WorkbookPage } from './workbook/WorkbookPage.tsx';
import { WorkbookProvider } from './workbook/WorkbookProvider.tsx';

interface AppProps {
  readonly connection: Connection;
  readonly tokens: TokenStore;
  readonly initialLocale: Locale;
  readonly rememberLocale: (locale: Locale) => void;
}

/** The desk: language and theme outside, then who is there, then the screens. */
export function App(props: AppProps): ReactNode {
  return (
    <LanguageProvider initial={props.initialLocale} load={loadDeskTexts} remember={props.rememberLocale}>
      <Themed>
        <WorkbookProvider>
          <DeskSession connection={props.connection} tokens={props.tokens}>
            <Shell connection={props.connection}>
              <Switch>
                <Route path="/orders/:number?">
                  {({ number }) => <OrdersPage opened={number ? decodeURIComponent(number) : null} />}
                </Route>
                <Route path="/workbook" component={WorkbookPage} />
                <Route path="/reports/:month?">{({ month }) => <ReportsPage month={month ?? null} />}</Route>
                <Route path="/company" component={CompanyPage} />
                <Route>
                  <Redirect to="/orders?list=mine" replace />
                </Route>
              </Switch>
            </Shell>
          </DeskSession>
        </WorkbookProvider>
      </Themed>
    </LanguageProvider>
  );
}

function Themed({ children }: { children: ReactNode }): ReactNode {
  const { locale } = useLanguage();
  const dark = useDark();
  return (
    // No class of our own: menus open in a copy of this element laid over the page, and would cover it.
    <FluentProvider theme={themeFor(locale, dark)}>{children}</FluentProvider>
  );
}
