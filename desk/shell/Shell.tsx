import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { BoxMultipleRegular, ChartMultipleRegular, TableRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { TroubleBanner } from '../../ui/components/TroubleBanner.tsx';
import type { Connection } from '../../ui/connection/connection.ts';
import { LanguageMenu } from '../../ui/language/LanguageMenu.tsx';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { SealMark } from '../../ui/theme/SealMark.tsx';
import { useDesk } from '../session/desk-context.ts';
import { LetterheadNotice } from '../settings/LetterheadNotice.tsx';
import { BackupNotice } from './BackupNotice.tsx';
import { DamagedNotice } from './DamagedNotice.tsx';
import { ServerAwayNotice } from './ServerAwayNotice.tsx';
import { UserMenu } from './UserMenu.tsx';

const useStyles = makeStyles({
  shell: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: '640px' },
  top: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    height: '48px',
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  company: {
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    maxWidth: '280px',
    minWidth: 0,
  },
  places: { display: 'flex', flexShrink: 0, alignSelf: 'stretch', marginLeft: tokens.spacingHorizontalL },
  place: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottom: '2px solid transparent',
    whiteSpace: 'nowrap',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorBrandForeground1,
  },
  end: { display: 'flex', alignItems: 'center', marginLeft: 'auto', flexShrink: 0, whiteSpace: 'nowrap' },
  body: { flexGrow: 1, minHeight: 0 },
});

/** The frame round every screen: where one is, who one is, and whether the server is there. */
export function Shell(props: { connection: Connection; children: ReactNode }): ReactNode {
  const { t } = useLanguage();
  const { me, refresh } = useDesk();
  const styles = useStyles();
  return (
    <div className={styles.shell}>
      <header className={styles.top}>
        <SealMark />
        <Text weight="semibold" className={styles.company} title={me.company.name}>
          {me.company.name}
        </Text>
        <nav className={styles.places}>
          <Place to="/orders" path="/orders/:number?" icon={<BoxMultipleRegular />} text={t('desk:place.orders')} />
          <Place to="/workbook" path="/workbook" icon={<TableRegular />} text={t('desk:place.workbook')} />
          <Place to="/reports" path="/reports/:month?" icon={<ChartMultipleRegular />} text={t('desk:place.reports')} />
        </nav>
        <div className={styles.end}>
          <UserMenu />
          <LanguageMenu />
        </div>
      </header>
      <TroubleBanner timeZone={me.timeZone} />
      <DamagedNotice />
      <BackupNotice />
      <LetterheadNotice />
      <div className={styles.body}>{props.children}</div>
      <ServerAwayNotice connection={props.connection} onBack={() => void refresh()} />
    </div>
  );
}

function Place(props: { to: string; path: string; icon: ReactNode; text: string }): ReactNode {
  const styles = useStyles();
  const [here] = useRoute(props.path);
  return (
    <Link
      to={props.to}
      className={mergeClasses(styles.place, here && styles.here)}
      aria-current={here ? 'page' : undefined}
    >
      {props.icon}
      {props.text}
    </Link>
  );
}
