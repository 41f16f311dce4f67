import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Finding } from '../../../core/check/finding.ts';
import type { SheetOfFile } from '../../../core/sheet/understand.ts';
import type { WorkbookView } from '../opened-workbook.ts';
import { SheetGrid } from './SheetGrid.tsx';

const useStyles = makeStyles({
  preview: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: 0 },
  grid: { flexGrow: 1, minHeight: 0 },
  tabs: { flexShrink: 0, overflowX: 'auto', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  hidden: { color: tokens.colorNeutralForeground4 },
});

const nameOf = ({ file, sheet }: { readonly file?: string; readonly sheet: string }) =>
  JSON.stringify([file ?? null, sheet]);

/** The opened sheets as they are, with tabs below as in Excel; going to a cell turns to its sheet. */
export function GridPreview(props: { view: WorkbookView; findings: readonly Finding[] }): ReactNode {
  const { view, findings } = props;
  const styles = useStyles();
  const [chosen, setChosen] = useState<string | null>(null);
  const { place } = view;
  useEffect(() => {
    if (place) setChosen(nameOf(place));
  }, [place]);
  const shown = view.sheets.find((sheet) => nameOf(sheet) === chosen) ?? view.sheets[0];
  const ofSheet = useMemo(
    () => findings.filter((finding) => shown !== undefined && nameOf(finding) === nameOf(shown)),
    [findings, shown],
  );
  if (!shown) return null;
  const name = nameOf(shown);
  const severalFiles = new Set(view.sheets.map(({ file }) => file)).size > 1;
  return (
    <div className={styles.preview}>
      <div className={styles.grid}>
        <SheetGrid
          key={name}
          sheet={shown}
          findings={ofSheet}
          place={place && nameOf(place) === name ? place : null}
          edits={view.edits.filter((edit) => nameOf(edit) === name)}
          statuses={view.statuses.filter((each) => nameOf(each) === name).flatMap(({ rows }) => rows)}
        />
      </div>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={name}
        onTabSelect={(_, { value }) => setChosen(String(value))}
      >
        {view.sheets.map((sheet) => (
          <Tab key={nameOf(sheet)} value={nameOf(sheet)} className={mergeClasses(sheet.hidden && styles.hidden)}>
            {tabText(sheet, severalFiles)}
          </Tab>
        ))}
      </TabList>
    </div>
  );
}

const tabText = ({ file, sheet }: SheetOfFile, severalFiles: boolean) =>
  severalFiles && file ? `${sheet} (${file})` : sheet;
