import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { OrderView } from '../../core/wire/order-views.ts';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { ReasonedButton } from '../../ui/components/ReasonedButton.tsx';
import { saveFile } from '../../ui/files/open-file.ts';
import { formatMoment } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { Section } from './Section.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  file: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '36px',
    overflowWrap: 'anywhere',
  },
  faint: { color: tokens.colorNeutralForeground3 },
});

type Attachment = OrderView['attachments'][number];

/** Files that came in: a click saves one. Files from outside are never shown inside the desk. */
export function OrderAttachments({ order }: { order: OrderView }): ReactNode {
  const { t, locale } = useLanguage();
  const { client, me } = useDesk();
  const styles = useStyles();
  const [error, setError] = useState<unknown>(null);
  if (order.attachments.length === 0) return null;
  const save = ({ sha256, name, mediaType }: Attachment) => {
    setError(null);
    client
      .call('attachment', { params: { number: order.number, sha256 } })
      .then((bytes) => saveFile(bytes, name, mediaType ?? 'application/octet-stream'))
      .catch(setError);
  };
  return (
    <Section title={t('desk:attachments.title')}>
      {error !== null && <ErrorMessage explanation={explain(error, t)} onDismiss={() => setError(null)} />}
      <ul className={styles.list}>
        {order.attachments.map((attachment) => {
          const { kind, sha256, name, mediaType, filedAt, filedBy, note, shipment } = attachment;
          return (
            <li key={`${kind} ${shipment ?? ''} ${sha256}`} className={styles.file}>
              <ReasonedButton
                icon={<ArrowDownloadRegular />}
                reason={mediaType === undefined ? t('desk:attachments.unstored', { name }) : null}
                hint={t('desk:attachments.save', { name })}
                onClick={() => save(attachment)}
              >
                {t(`terms:attachment.${kind}`)}
              </ReasonedButton>
              <Text>{[name, shipment, note].filter(Boolean).join(' · ')}</Text>
              <Text className={styles.faint}>{`${formatMoment(filedAt, me.timeZone, locale)} · ${filedBy}`}</Text>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
