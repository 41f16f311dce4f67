import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { fields } from '../../core/sheet/fields.ts';
import { areaName, columnName } from '../../core/sheet/grid.ts';
import type { Choice, FoundTable, MappedColumn } from '../../core/sheet/table.ts';
import { formatPercent } from '../language/format.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { columnChoice, headingsOf } from '../sheet-session/choices.ts';
import { RoleSelect } from './RoleSelect.tsx';

const useStyles = makeStyles({
  details: { paddingLeft: tokens.spacingHorizontalXXL },
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) minmax(0, 1.2fr)',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}`,
  },
  letter: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3 },
  heading: { overflowWrap: 'anywhere' },
  reason: { display: 'block', color: tokens.colorNeutralForeground3 },
  guess: { display: 'block', color: tokens.colorStatusWarningForeground3 },
});

interface Props {
  readonly table: FoundTable;
  /** Its role goes with that of the table in the same rows. */
  readonly companion: boolean;
  readonly onChoose: (choice: Choice) => void;
}

/**
 * What a table and each of its columns were taken for, and why; guesses are counted outside, so that nobody has to open it
 * to know.
 */
export function MappedColumns({ table, companion, onChoose }: Props): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const guesses = table.columns.filter(isGuess).length;
  const unknown = table.columns.filter(({ field }) => field === null).length;
  const summary = [
    t('screens:columns.count', { count: table.columns.length }),
    guesses > 0 ? t('screens:columns.guesses', { count: guesses }) : '',
    unknown > 0 ? t('screens:columns.unknown', { count: unknown }) : '',
  ].filter(Boolean);
  const because =
    table.reason === 'user'
      ? t('screens:found.because.user')
      : t('screens:found.because.headings', { percent: formatPercent(table.confidence, locale) });
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{summary.join(' · ')}</summary>
      {!companion && (
        <RoleSelect
          place={`${table.sheet}!${areaName(table.area)}`}
          takenFor={table.role}
          because={because}
          onChoose={(role) => onChoose({ sheet: table.sheet, headings: headingsOf(table), role })}
        />
      )}
      <div className={styles.columns}>
        {table.columns.map((column) => (
          <ColumnRow key={column.column} table={table} column={column} onChoose={onChoose} />
        ))}
      </div>
    </details>
  );
}

function ColumnRow(props: { table: FoundTable; column: MappedColumn; onChoose: (choice: Choice) => void }): ReactNode {
  const { table, column, onChoose } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const name = (field: string | null) => (field === null ? t('screens:columns.ignored') : t(`terms:field.${field}`));
  return (
    <>
      <span className={styles.letter}>{columnName(column.column)}</span>
      <span>
        <Text className={styles.heading}>{column.heading || '–'}</Text>
        <Reason column={column} />
      </span>
      <Select
        size="small"
        value={column.field ?? ''}
        aria-label={t('screens:columns.meaning', { heading: column.heading || columnName(column.column) })}
        onChange={(_, { value }) => onChoose(columnChoice(table, column.column, value || null))}
      >
        <option value="">{name(null)}</option>
        {Object.keys(fields[table.role]).map((field) => (
          <option key={field} value={field}>
            {name(field)}
          </option>
        ))}
      </Select>
    </>
  );
}

/** By its cells, or by a heading of which only a part is known. */
const isGuess = ({ reason, confidence, field }: MappedColumn): boolean =>
  field !== null && (reason === 'content' || (reason === 'heading' && confidence < knownHeading));
const knownHeading = 0.8;

/** Why the column was taken for that, with how sure it is where it isn't quite; a plain heading explains itself. */
function Reason({ column }: { column: MappedColumn }): ReactNode {
  const { reason, confidence, field, hidden } = column;
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const sure = confidence >= 1 || field === null ? '' : ` ${formatPercent(confidence, locale)}`;
  const said = reason === 'heading' && sure === '' ? '' : `${t(`screens:columns.because.${reason}`)}${sure}`;
  const text = [said, hidden ? t('screens:columns.hidden') : ''].filter(Boolean).join(' · ');
  if (text === '') return null;
  return (
    <Text size={100} className={isGuess(column) ? styles.guess : styles.reason}>
      {text}
    </Text>
  );
}
