import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { TableAddRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { busyReason } from '../../../ui/components/busy-reason.ts';
import { ReasonedButton } from '../../../ui/components/ReasonedButton.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import type { FoundSheets } from '../../../ui/sheet-session/examiner.ts';
import { canInsertFile, insertBlankSheets, insertSheetsOfFile } from '../../excel/insert-sheets.ts';
import { usePane } from '../work/pane-context.ts';
import { sampleAddress, sampleFile } from './sample-file.ts';
import { blankSheet, sheetsNeeded } from './template.ts';

const useStyles = makeStyles({
  ways: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** What to begin with in a workbook without orders: blank sheets, or a sample company's. What is there stays as it is. */
export function FirstSheets({ found }: { found: FoundSheets }): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const { work, state, me, attempt } = usePane();
  const [inserting, setInserting] = useState(false);
  const needed = sheetsNeeded(found);
  const busy = inserting ? t('screens:busy.inserting') : busyReason(state.doing, t);
  const insert = (sheets: () => Promise<void>) =>
    attempt(async () => {
      setInserting(true);
      try {
        await sheets();
        await work.session.read();
      } finally {
        setInserting(false);
      }
    });
  const template = () => insertBlankSheets(needed.map((role) => blankSheet(role, t)));
  const sample = async () => insertSheetsOfFile(await sampleFile(me.company.id));
  const names = new Intl.ListFormat(locale, { type: 'unit' }).format(needed.map((role) => t(`terms:table.${role}`)));
  return (
    <section className={styles.ways} aria-label={t('screens:first.title')}>
      <ReasonedButton
        appearance="primary"
        icon={<TableAddRegular />}
        reason={busy}
        onClick={() => void insert(template)}
      >
        {t('screens:first.template')}
      </ReasonedButton>
      <Text size={200} className={styles.faint}>
        {t('screens:first.new-sheets', { names })}
      </Text>
      {me.company.sample && (
        <>
          <ReasonedButton
            icon={<TableAddRegular />}
            reason={canInsertFile() ? busy : t('screens:first.old-excel')}
            onClick={() => void insert(sample)}
          >
            {t('screens:first.sample')}
          </ReasonedButton>
          <Link href={sampleAddress(me.company.id)}>{t('screens:pane.sample-workbook')}</Link>
        </>
      )}
    </section>
  );
}
