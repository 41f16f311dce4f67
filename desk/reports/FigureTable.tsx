import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface FigureColumn<Row> {
  readonly heading: string;
  readonly right?: true;
  readonly cell: (row: Row) => ReactNode;
}

const useStyles = makeStyles({
  table: { alignSelf: 'flex-start', minWidth: '520px', borderCollapse: 'collapse' },
  head: {
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'left',
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS}`,
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontVariantNumeric: 'tabular-nums',
  },
  right: { textAlign: 'right' },
  empty: { color: tokens.colorNeutralForeground3 },
});

export function FigureTable<Row>(props: {
  rows: readonly Row[];
  columns: readonly FigureColumn<Row>[];
  empty: string;
}): ReactNode {
  const { rows, columns, empty } = props;
  const styles = useStyles();
  if (rows.length === 0) return <Text className={styles.empty}>{empty}</Text>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map(({ heading, right }) => (
            <th key={heading} className={mergeClasses(styles.head, right && styles.right)}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report's rows neither move nor change
          <tr key={index}>
            {columns.map(({ heading, right, cell }) => (
              <td key={heading} className={mergeClasses(styles.cell, right && styles.right)}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
