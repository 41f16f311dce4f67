import { makeStyles, tokens } from '@fluentui/react-components';
import { PlugDisconnectedRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Connection } from '../../ui/connection/connection.ts';
import { useWayBack } from '../../ui/connection/use-way-back.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorStatusWarningForeground2,
    backgroundColor: tokens.colorStatusWarningBackground2,
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/**
 * Shown while the server doesn't answer; goes by itself when it is back. It stands in the free room of the top bar: a
 * message that pushed the page down would make the next click hit something else.
 */
export function ServerAwayNotice(props: { connection: Connection; onBack: () => void }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const away = useWayBack(props.connection, props.onBack);
  const text = `${t('screens:error.away.what')} ${t('screens:error.away.banner')}`;
  return (
    <div role="status" className={styles.text} title={away ? text : ''}>
      {away && (
        <span className={styles.notice}>
          <PlugDisconnectedRegular aria-hidden fontSize={16} />
          <span className={styles.text}>{text}</span>
        </span>
      )}
    </div>
  );
}
