import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { CarriedOutbox } from '../sheet-session/carried-outbox.ts';
import type { SheetSession } from '../sheet-session/session.ts';
import { ReasonedButton } from './ReasonedButton.tsx';

/** Asks what becomes of posts that came with the workbook: nothing that another computer left is sent unasked. */
export function CarriedOrders(props: {
  carried: CarriedOutbox;
  session: SheetSession;
  busy: string | null;
}): ReactNode {
  const { carried, session, busy } = props;
  const { t } = useLanguage();
  const left = useSyncExternalStore(carried.subscribe, () => carried.left);
  const count = left.reduce((sum, { batch }) => sum + batch.orders.length, 0);
  if (count === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{t('screens:carried.what', { count })}</MessageBarBody>
      <MessageBarActions>
        <ReasonedButton size="small" reason={busy} onClick={() => void session.sendCarried()}>
          {t('screens:carried.send')}
        </ReasonedButton>
        <ReasonedButton size="small" reason={busy} onClick={() => void session.forgetCarried()}>
          {t('screens:carried.forget')}
        </ReasonedButton>
      </MessageBarActions>
    </MessageBar>
  );
}
