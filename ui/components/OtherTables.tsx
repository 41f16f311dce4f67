import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { areaName } from '../../core/sheet/grid.ts';
import type { Choice, UnknownTable } from '../../core/sheet/table.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { FoundSheets } from '../sheet-session/examiner.ts';
import { placeOf } from './found-view.ts';
import { RoleSelect } from './RoleSelect.tsx';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground3 },
  tables: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL, listStyleType: 'none' },
  headings: { display: 'block', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3 },
});

/** Tables that were given no role; where nothing can be checked, or no price list was found, they are what the user looks for, and stand open. */
export function OtherTables(props: {
  found: FoundSheets;
  onGoTo: (table: UnknownTable) => void;
  onChoose: (choice: Choice) => void;
}): ReactNode {
  const { found, onGoTo, onChoose } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const { unknown, problems, knowledge } = found;
  if (unknown.length === 0) return null;
  return (
    <details open={problems.length > 0 || knowledge.prices === null}>
      <summary className={styles.summary}>{t('screens:found.others', { count: unknown.length })}</summary>
      <ul className={styles.tables}>
        {unknown.map((table) => (
          <li key={`${table.file ?? ''}${table.sheet}${areaName(table.area)}`}>
            <Link as="button" onClick={() => onGoTo(table)}>
              {placeOf(found, table)}
            </Link>
            <Text size={200} className={styles.headings}>
              {shortened(table.headings.join(' | '))}
            </Text>
            {table.headings.length > 1 && (
              <RoleSelect
                place={placeOf(found, table)}
                takenFor={null}
                onChoose={(role) => onChoose({ sheet: table.sheet, headings: table.headings, role })}
              />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
