import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { fields } from '../../core/sheet/fields.ts';
import { columnName } from '../../core/sheet/grid.ts';
import type { ColumnChoice, FoundTable, MappedColumn } from '../../core/sheet/table.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';

const useStyles = makeStyles({
  details: { paddingLeft: '96px', marginTop: '-4px' },
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}`,
  },
  letter: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3 },
  heading: { overflowWrap: 'anywhere' },
});

/** What each column of a table was taken for; guesses are counted outside, so that nobody has to open it to know. */
export function MappedColumns(props: { table: FoundTable; onChoose?: (choice: ColumnChoice) => void }): ReactNode {
  const { table, onChoose } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const guesses = table.columns.filter(({ reason }) => reason === 'content').length;
  const unknown = table.columns.filter(({ field }) => field === null).length;
  const summary = [
    t('screens:columns.count', { count: table.columns.length }),
    guesses > 0 ? t('screens:columns.guesses', { count: guesses }) : '',
    unknown > 0 ? t('screens:columns.unknown', { count: unknown }) : '',
  ].filter(Boolean);
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{summary.join(' · ')}</summary>
      <div className={styles.columns}>
        {table.columns.map((column) => (
          <ColumnRow key={column.column} table={table} column={column} {...(onChoose && { onChoose })} />
        ))}
      </div>
    </details>
  );
}

function ColumnRow(props: {
  table: FoundTable;
  column: MappedColumn;
  onChoose?: (choice: ColumnChoice) => void;
}): ReactNode {
  const { table, column, onChoose } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const name = (field: string | null) => (field === null ? t('screens:columns.ignored') : t(`terms:field.${field}`));
  return (
    <>
      <span className={styles.letter}>{columnName(column.column)}</span>
      <Text className={styles.heading}>{column.heading || '–'}</Text>
      {onChoose ? (
        <Select
          size="small"
          value={column.field ?? ''}
          aria-label={t('screens:columns.meaning', { heading: column.heading })}
          onChange={(_, { value }) => onChoose({ sheet: table.sheet, heading: column.heading, field: value || null })}
        >
          <option value="">{name(null)}</option>
          {Object.keys(fields[table.role]).map((field) => (
            <option key={field} value={field}>
              {name(field)}
            </option>
          ))}
        </Select>
      ) : (
        <Text>{name(column.field)}</Text>
      )}
    </>
  );
}
