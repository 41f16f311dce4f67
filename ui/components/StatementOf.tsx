import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { DocumentTableRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { permissions } from '../../core/policy/permissions.ts';
import { type Month, monthsBack, type PlainDate } from '../../core/value/date.ts';
import type { Client } from '../../core/wire/client.ts';
import type { OrderView } from '../../core/wire/order-views.ts';
import { openFile, saveFile } from '../files/open-file.ts';
import { formatMonth } from '../language/format.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { ErrorMessage } from './ErrorMessage.tsx';
import { explain } from './explain.ts';
import { ReasonedButton } from './ReasonedButton.tsx';
import { SavedFile } from './SavedFile.tsx';

const useStyles = makeStyles({
  group: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  ask: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  only: { flex: '1 1 120px', minWidth: 0, overflowWrap: 'anywhere' },
  choice: { flex: '1 1 120px', minWidth: 0 },
});

const pdf = 'application/pdf';
const months = 12;

/** Whose account, in which currency: a customer may have one in several. */
interface Account {
  readonly code: string;
  readonly name: string;
  readonly currency: string;
}

/**
 * The statement of the orders' customers (R45): of one month, to look at, print or keep. What somebody may not see he can't print;
 * he is told who could.
 */
export function StatementOf(props: {
  client: Client;
  orders: readonly OrderView[];
  today: PlainDate;
  allowed: boolean;
}): ReactNode {
  const { client, today, allowed } = props;
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const accounts = accountsOf(props.orders);
  const [chosen, choose] = useState<string | null>(null);
  const [chosenMonth, chooseMonth] = useState<Month | null>(null);
  const month = chosenMonth ?? monthsBack(today, 0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const account = accounts.find((each) => keyOf(each) === chosen) ?? accounts[0];
  if (account === undefined) return null;
  const { code, currency } = account;
  const several = accounts.some((each) => each.currency !== currency);
  const nameOf = (each: Account) => (several ? `${each.name} · ${each.currency}` : each.name);
  const load = () => client.call('customerStatementPdf', { params: { code }, query: { month, currency } });
  const save = (bytes: Uint8Array) => {
    const file = `${t('terms:paper.statement')} ${account.name} ${month}.pdf`;
    saveFile(bytes, file, pdf);
    setSaved(file);
  };
  const open = async () => {
    setBusy(true);
    setError(null);
    setSaved(null);
    try {
      await openFile(load, pdf, save);
    } catch (failed) {
      setError(failed);
    }
    setBusy(false);
  };
  const roles = permissions['credit.read'].map((role) => t(`terms:role.${role}`)).join(t('screens:list-separator'));
  const refused = allowed ? null : t('screens:statement.not-allowed', { roles });
  return (
    <fieldset className={styles.group} aria-label={t('terms:paper.statement')}>
      <div className={styles.ask}>
        {accounts.length === 1 && <Text className={styles.only}>{nameOf(account)}</Text>}
        {accounts.length > 1 && (
          <Select
            className={styles.choice}
            size="small"
            aria-label={t('terms:field.customerName')}
            value={keyOf(account)}
            onChange={(_, { value }) => choose(value)}
          >
            {accounts.map((each) => (
              <option key={keyOf(each)} value={keyOf(each)}>
                {nameOf(each)}
              </option>
            ))}
          </Select>
        )}
        <Select
          className={styles.choice}
          size="small"
          aria-label={t('screens:statement.month')}
          value={month}
          onChange={(_, { value }) => chooseMonth(value as Month)}
        >
          {Array.from({ length: months }, (_, back) => monthsBack(today, back)).map((each) => (
            <option key={each} value={each}>
              {formatMonth(each, locale)}
            </option>
          ))}
        </Select>
        <ReasonedButton
          size="small"
          icon={<DocumentTableRegular />}
          reason={refused ?? (busy ? t('screens:busy.papers') : null)}
          onClick={() => void open()}
        >
          {t('terms:paper.statement')}
        </ReasonedButton>
      </div>
      {saved !== null && <SavedFile file={saved} />}
      {error !== null && <ErrorMessage explanation={explain(error, t)} onDismiss={() => setError(null)} />}
    </fieldset>
  );
}

/** What is chosen stays chosen when the orders are loaded anew, in whatever order they come. */
const keyOf = ({ code, currency }: Account): string => `${code} ${currency}`;

/** Each once, in the order of the orders. */
function accountsOf(orders: readonly OrderView[]): readonly Account[] {
  const accounts = new Map<string, Account>();
  for (const { customer, currency } of orders) {
    const account = { code: customer.code, name: customer.name, currency };
    if (!accounts.has(keyOf(account))) accounts.set(keyOf(account), account);
  }
  return [...accounts.values()];
}
