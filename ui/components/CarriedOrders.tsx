import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { CarriedOutbox } from '../sheet-session/carried-outbox.ts';
import type { SheetSession } from '../sheet-session/session.ts';
import { SendOrDrop } from './SendOrDrop.tsx';

/** Asks what becomes of posts that came with the workbook: nothing that another computer left is sent unasked. */
export function CarriedOrders(props: {
  carried: CarriedOutbox;
  session: SheetSession;
  busy: string | null;
}): ReactNode {
  const { carried, session, busy } = props;
  const { t } = useLanguage();
  const left = useSyncExternalStore(carried.subscribe, () => carried.left);
  const [isAsking, ask] = useState(false);
  const count = left.reduce((sum, { batch }) => sum + batch.orders.length, 0);
  if (count === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{t(isAsking ? 'screens:carried.sure' : 'screens:carried.what', { count })}</MessageBarBody>
      <SendOrDrop
        busy={busy}
        isAsking={isAsking}
        onAsk={ask}
        send={{ text: t('screens:carried.send'), onClick: () => void session.sendCarried() }}
        drop={{
          ask: t('screens:carried.forget'),
          sure: t('screens:carried.drop', { count }),
          keep: t('screens:carried.keep'),
          onClick: () => void session.forgetCarried(),
        }}
      />
    </MessageBar>
  );
}
