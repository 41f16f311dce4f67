import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CloudArrowUpRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { type BookKind, bookKinds } from '../../core/check/knowledge.ts';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { ReasonedButton } from '../../ui/components/ReasonedButton.tsx';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import type { FoundSheets, SheetBooks } from '../../ui/sheet-session/examiner.ts';
import type { SheetSession } from '../../ui/sheet-session/session.ts';
import { turnedAwayOrders } from '../../ui/sheet-session/standing-of-orders.ts';
import type { Checked } from '../../ui/sheet-session/state.ts';
import { type Asking, usePublishing, type Versions } from './use-publishing.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  open: { alignSelf: 'flex-start' },
  question: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  books: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  faint: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** Price list, stock and customers of the open workbook become the ones everybody's orders are checked against. */
export function PublishBooks(props: { session: SheetSession; found: FoundSheets; checked: Checked | null }): ReactNode {
  const { session, found, checked } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const { publishing, busy, error, look, publish, leave } = usePublishing(session);
  const here = bookKinds.filter((kind) => found.knowledge[kind]?.from === 'workbook');
  const turnedAway = checked !== null && turnedAwayOrders(checked).length > 0;
  const books = here.map((kind) => t(`terms:table.${kind}`)).join(t('screens:list-separator'));
  return (
    <div className={styles.part}>
      {publishing.step === 'asking' && (
        <Question asking={publishing} busy={busy} onPublish={() => void publish(publishing)} onCancel={leave} />
      )}
      {publishing.step === 'done' && <Published versions={publishing.versions} />}
      {publishing.step !== 'asking' && here.length > 0 && (
        <ReasonedButton
          className={styles.open}
          size="small"
          appearance={turnedAway ? 'primary' : 'subtle'}
          icon={<CloudArrowUpRegular />}
          reason={busy ? t('desk:waits.server') : null}
          onClick={() => void look()}
        >
          {t('desk:publish.open', { books })}
        </ReasonedButton>
      )}
      {error !== null && <ErrorMessage explanation={explain(error, t)} />}
    </div>
  );
}

/** What would be published, before it is. */
function Question(props: { asking: Asking; busy: boolean; onPublish: () => void; onCancel: () => void }): ReactNode {
  const { asking, busy, onPublish, onCancel } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const waits = busy ? t('desk:waits.server') : null;
  return (
    <section className={styles.question} aria-label={t('desk:publish.title')}>
      <Text weight="semibold">{t('desk:publish.title')}</Text>
      <ul className={styles.books}>
        {bookKinds.map((kind) => {
          const version = asking.becomes[kind];
          if (version === undefined) return null;
          const amount = t(`desk:publish.${kind}`, { count: sizeOf(asking.books, kind) });
          return <li key={kind}>{t('desk:publish.becomes', { book: t(`terms:table.${kind}`), amount, version })}</li>;
        })}
      </ul>
      <Text size={200} className={styles.faint}>
        {t('desk:publish.what')}
      </Text>
      <div className={styles.buttons}>
        <ReasonedButton appearance="primary" reason={waits} onClick={onPublish}>
          {t('desk:publish.go')}
        </ReasonedButton>
        <ReasonedButton reason={waits} onClick={onCancel}>
          {t('screens:cancel')}
        </ReasonedButton>
      </div>
    </section>
  );
}

function Published({ versions }: { versions: Versions }): ReactNode {
  const { t } = useLanguage();
  const books = bookKinds.flatMap((kind) => {
    const version = versions[kind];
    return version === undefined ? [] : [t('desk:publish.version', { book: t(`terms:table.${kind}`), version })];
  });
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>{t('desk:publish.done', { books: books.join(t('screens:list-separator')) })}</MessageBarBody>
    </MessageBar>
  );
}

const sizeOf = ({ prices, stock, customers }: SheetBooks, kind: BookKind): number =>
  ({ prices: prices?.items, stock: stock?.lines, customers: customers?.customers })[kind]?.length ?? 0;
