import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { WrenchRegular } from '@fluentui/react-icons';
import { memo, type ReactNode } from 'react';
import type { CheckCode } from '../../core/check/codes.ts';
import type { Finding, Fix } from '../../core/check/finding.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { OrderInSheet } from '../sheet-session/orders-in-sheet.ts';
import { CopyReply } from './CopyReply.tsx';
import { FindingLine } from './FindingLine.tsx';
import { type FindingGroup, findingId, fixableTogether } from './findings-view.ts';
import { ReasonedButton } from './ReasonedButton.tsx';

const twoLines = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
} as const;

const useStyles = makeStyles({
  group: {
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: tokens.spacingHorizontalS,
    // Thousands of groups: the browser lays out only those in view.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 72px',
  },
  stopped: { borderLeftColor: tokens.colorStatusDangerBorder2 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  // A cell may hold a book: its beginning names the order well enough.
  heading: { ...twoLines, flex: '1 1 120px', overflowWrap: 'anywhere' },
  kind: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  lines: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** One order's findings, those of one kind, or of one sheet; red at the side while they keep it from being posted. */
export const FindingGroupView = memo(function FindingGroupView(props: {
  group: FindingGroup;
  /** Where several files are open, a sheet is called with its file's name. */
  withFile: boolean;
  current: string | null;
  busy: string | null;
  onSelect: (finding: Finding) => void;
  onFix: (findings: readonly Finding[]) => void;
  onSettle: (finding: Finding, choice: Fix) => void;
  /** The ready reply to an order's customer; absent = none is offered. */
  replyTo?: (order: OrderInSheet) => Promise<string>;
}): ReactNode {
  const { group, withFile, current, busy, onSelect, onFix, onSettle, replyTo } = props;
  const styles = useStyles();
  const stopped = group.order?.hasError ?? group.findings.some(({ severity }) => severity === 'error');
  return (
    <div className={stopped ? `${styles.group} ${styles.stopped}` : styles.group}>
      {group.kind === null ? (
        <GroupHeading group={group} withFile={withFile} {...(replyTo && { replyTo })} />
      ) : (
        <KindHeading kind={group.kind} findings={group.findings} busy={busy} onFix={onFix} />
      )}
      <ul className={styles.lines}>
        {group.findings.map((finding) => (
          <li key={findingId(finding)}>
            <FindingLine
              finding={finding}
              selected={findingId(finding) === current}
              busy={busy}
              onSelect={onSelect}
              onFix={onFix}
              onSettle={onSettle}
            />
          </li>
        ))}
      </ul>
    </div>
  );
});

function GroupHeading(props: {
  group: FindingGroup;
  withFile: boolean;
  replyTo?: (order: OrderInSheet) => Promise<string>;
}): ReactNode {
  const { order, findings } = props.group;
  const { t } = useLanguage();
  const styles = useStyles();
  const [first] = findings;
  const { key, customer } = order?.order ?? { key: null, customer: {} };
  const customerText = customer.name ?? customer.code ?? '';
  const title = order === null ? sheetTitle(first, props.withFile) : (key ?? t('screens:findings.order-without-key'));
  const text = customerText && order ? `${title} · ${customerText}` : title;
  const { replyTo } = props;
  return (
    <div className={styles.head}>
      <Text weight="semibold" className={styles.heading} title={text}>
        {text}
      </Text>
      {order !== null && replyTo && <CopyReply reply={() => replyTo(order)} />}
    </div>
  );
}

/** One right answer for all of a kind: a button beside its name. */
function KindHeading(props: {
  kind: CheckCode;
  findings: readonly Finding[];
  busy: string | null;
  onFix: (findings: readonly Finding[]) => void;
}): ReactNode {
  const { kind, findings, busy, onFix } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const fixable = fixableTogether(findings, kind);
  return (
    <div className={styles.kind}>
      <Text weight="semibold">{`${t(`screens:findings.filter.${kind}`)} (${findings.length})`}</Text>
      {fixable.length > 1 && (
        <ReasonedButton size="small" icon={<WrenchRegular />} reason={busy} onClick={() => onFix(fixable)}>
          {t('screens:findings.fix-all', { count: fixable.length })}
        </ReasonedButton>
      )}
    </div>
  );
}

const sheetTitle = (finding: Finding | undefined, withFile: boolean): string =>
  [withFile && finding?.file, finding?.sheet].filter(Boolean).join(' · ');
