import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Connection } from '../../ui/connection/connection.ts';
import { useWayBack } from '../../ui/connection/use-way-back.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';

/** Shown while the server doesn't answer; goes by itself when it is back. */
export function ServerAwayBanner(props: { connection: Connection; onBack: () => void }): ReactNode {
  const { t } = useLanguage();
  const away = useWayBack(props.connection, props.onBack);
  if (!away) return null;
  return (
    <MessageBar intent="warning" role="status">
      <MessageBarBody>
        <MessageBarTitle>{t('screens:error.away.what')}</MessageBarTitle>
        {t('screens:error.away.banner')}
      </MessageBarBody>
    </MessageBar>
  );
}
