import { Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import type { Refreshed } from './refresh-table.ts';

/** No more keys than can be looked up. */
const mostKeys = 5;

/** What a refresh changed, of when it is now, and what stayed though it is gone from the server: the text `stayed` says that. */
export function KeptResult(props: { table: string; stayed: string; result: Refreshed }): ReactNode {
  const { table, stayed, result } = props;
  const { t } = useLanguage();
  if (result === null) return <Text role="status">{t('screens:kept.unpublished', { table })}</Text>;
  const { isNew, sheet, changed, added, removed, kept } = result.outcome;
  const date = result.asOf;
  const isSame = changed + added + removed === 0;
  return (
    <div role="status">
      <Text block>
        {isNew
          ? t('screens:kept.new', { sheet, count: added, date })
          : isSame
            ? t('screens:kept.same', { date })
            : t('screens:kept.done', { changed, added, removed, date })}
      </Text>
      {kept.length > 0 && (
        <Text block>
          {t(stayed, {
            count: kept.length,
            keys: kept.slice(0, mostKeys).join(', ') + (kept.length > mostKeys ? ' …' : ''),
          })}
        </Text>
      )}
    </div>
  );
}
