import { Field, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { placeOf } from '../components/found-view.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { FoundSheets } from '../sheet-session/examiner.ts';
import { foundTable } from '../sheet-session/row-statuses.ts';
import { keyOfTable } from '../sheet-session/rows-place.ts';

/** Says which of several order tables rows go to; one alone needs no word. */
export function TableChoice(props: {
  found: FoundSheets;
  /** Index in the batch. */
  table: number;
  onChoose: (key: string) => void;
}): ReactNode {
  const { found, table, onChoose } = props;
  const { t } = useLanguage();
  const { tables } = found.batch;
  const chosen = tables[table];
  if (tables.length < 2 || !chosen) return null;
  return (
    <Field size="small" label={t('screens:chat.table')}>
      <Select size="small" value={keyOfTable(chosen)} onChange={(_, { value }) => onChoose(value)}>
        {tables.map((each, index) => (
          <option key={keyOfTable(each)} value={keyOfTable(each)}>
            {placeOf(found, foundTable(found, index))}
          </option>
        ))}
      </Select>
    </Field>
  );
}
