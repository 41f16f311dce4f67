import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, FolderOpenRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { busyReason } from '../../ui/components/busy-reason.ts';
import { FindingsList } from '../../ui/components/FindingsList.tsx';
import { ReasonedButton } from '../../ui/components/ReasonedButton.tsx';
import { useFindingKeys, useFindingsWalk } from '../../ui/components/use-findings-walk.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { countBySeverity } from '../../ui/sheet-session/orders-in-sheet.ts';
import type { Checked } from '../../ui/sheet-session/state.ts';
import { ChooseFiles } from './OpenFiles.tsx';
import type { Opening } from './use-open-files.ts';
import type { OpenWork } from './WorkbookProvider.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  // The counts give way when they grow; the words beside them never break in the middle.
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { whiteSpace: 'nowrap', flexShrink: 0 },
  counts: { color: tokens.colorNeutralForeground2, minWidth: 0 },
  again: { marginLeft: 'auto', whiteSpace: 'nowrap', flexShrink: 0 },
  inExcel: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    '& > button': { flexShrink: 0, whiteSpace: 'nowrap' },
  },
});

/** What the check found, order by order, and how to mend it. */
export function WorkbookFindings(props: { checked: Checked; work: OpenWork; opening: Opening }): ReactNode {
  const { checked, opening } = props;
  const { session } = props.work;
  const { t } = useLanguage();
  const styles = useStyles();
  const walk = useFindingsWalk(session, (finding) => void session.goTo(finding));
  useFindingKeys(walk);
  const counts = countBySeverity(checked.findings);
  // What its sheet lacks keeps an order from being posted, too.
  const inOrders = checked.orders.filter(({ findings, hasError }) => hasError || findings.length > 0).length;
  return (
    <section className={styles.part}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.title}>
          {t('screens:findings.title')}
        </Subtitle2>
        <Text size={200} className={styles.counts}>
          {t('desk:findings.counts', {
            errors: t('screens:pane.errors', { count: counts.error }),
            warnings: t('screens:pane.warnings', { count: counts.warning }),
            orders: t('screens:pane.in-orders', { concerned: inOrders, count: checked.orders.length }),
          })}
        </Text>
        <ReasonedButton
          size="small"
          appearance="subtle"
          className={styles.again}
          icon={<ArrowClockwiseRegular />}
          reason={busyReason(checked.doing, t)}
          onClick={() => void session.check()}
        >
          {t('desk:findings.check-again')}
        </ReasonedButton>
      </div>
      {checked.findings.some(({ severity, fix, choices }) => severity === 'error' && !fix && !choices) && (
        <InExcel opening={opening} />
      )}
      <FindingsList
        orders={checked.orders}
        sheetFindings={checked.sheetFindings}
        asking={checked.asking}
        walk={walk}
        busy={busyReason(checked.doing, t)}
        isInQuestion={checked.overFormulas.length > 0}
        canUndo={checked.fixed.length > 0}
        onFix={(findings) => void session.fix(findings)}
        onSettle={(finding, choice) => void session.settle(finding, choice)}
        onUndo={() => void session.undo()}
      />
    </section>
  );
}

/** What only the clerk can know (a missing quantity) is typed in Excel, not here: said once, with the way back. */
function InExcel({ opening }: { opening: Opening }): ReactNode {
  const { t } = useLanguage();
  const { again } = opening;
  const text = t('desk:findings.open-again');
  return (
    <div className={useStyles().inExcel}>
      <Text size={200}>{t('desk:findings.in-excel')}</Text>
      {again ? (
        <Button size="small" icon={<FolderOpenRegular />} onClick={() => void again()}>
          {text}
        </Button>
      ) : (
        <ChooseFiles opening={opening} primary={false} size="small" text={text} />
      )}
    </div>
  );
}
