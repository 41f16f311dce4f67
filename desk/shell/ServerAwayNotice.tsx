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
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorStatusWarningForeground2,
    backgroundColor: tokens.colorStatusWarningBackground2,
  },
  icon: { flexShrink: 0 },
});

/**
 * Shown while the server doesn't answer; goes by itself when it is back. A line of its own below the page: a message that
 * pushed the page down would make the next click hit something else.
 */
export function ServerAwayNotice(props: { connection: Connection; onBack: () => void }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const away = useWayBack(props.connection, props.onBack);
  return (
    <div role="status">
      {away && (
        <div className={styles.notice}>
          <PlugDisconnectedRegular aria-hidden fontSize={16} className={styles.icon} />
          <span>
            {t('screens:two-sentences', {
              first: t('screens:error.away.what'),
              second: t('desk:error.away.banner'),
            })}
          </span>
        </div>
      )}
    </div>
  );
}
