import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { permissions } from '../../core/policy/permissions.ts';
import type { Choice, FoundTable } from '../../core/sheet/table.ts';
import { busyReason } from '../../ui/components/busy-reason.ts';
import { CopiedNumbers } from '../../ui/components/CopiedNumbers.tsx';
import { explain } from '../../ui/components/explain.ts';
import { FoundTables } from '../../ui/components/FoundTables.tsx';
import { PostBar } from '../../ui/components/PostBar.tsx';
import { PostResults } from '../../ui/components/PostResults.tsx';
import { SessionMessages } from '../../ui/components/SessionMessages.tsx';
import { SheetProblems } from '../../ui/components/SheetProblems.tsx';
import { StruckRows } from '../../ui/components/StruckRows.tsx';
import { TurnedAway } from '../../ui/components/TurnedAway.tsx';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { isOnServer } from '../../ui/sheet-session/post-in-batches.ts';
import { type Checked, isChecked } from '../../ui/sheet-session/state.ts';
import { useSheetSession } from '../../ui/sheet-session/use-sheet-session.ts';
import { may, useDesk } from '../session/desk-context.ts';
import { Checking } from './Checking.tsx';
import { GridPreview } from './grid/GridPreview.tsx';
import { OpeningProblems } from './OpeningProblems.tsx';
import { PublishBooks } from './PublishBooks.tsx';
import type { Opening } from './use-open-files.ts';
import { useOutbox } from './use-outbox.ts';
import { useUndoKey } from './use-undo-key.ts';
import { WorkbookBar } from './WorkbookBar.tsx';
import { WorkbookFindings } from './WorkbookFindings.tsx';
import type { OpenWork } from './WorkbookProvider.tsx';

const useStyles = makeStyles({
  desk: { display: 'grid', gridTemplateColumns: 'minmax(380px, 460px) minmax(0, 1fr)', height: '100%' },
  side: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  scroll: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    '& > *': { flexShrink: 0 },
  },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  // Hundreds of good results must not bury what is still to be corrected.
  results: { maxHeight: '38vh', overflowY: 'auto' },
  post: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  grid: { minWidth: 0, minHeight: 0 },
});

/** An opened workbook: what was understood and found on the left, the cells on the right, posting below. */
export function WorkbookDesk({ work, opening }: { work: OpenWork; opening: Opening }): ReactNode {
  const { session, workbook } = work;
  const { t } = useLanguage();
  const { me } = useDesk();
  const styles = useStyles();
  const state = useSheetSession(session);
  useUndoKey(session);
  const view = useSyncExternalStore(workbook.subscribe, () => workbook.view);
  const outbox = useOutbox();
  const checked = isChecked(state) ? state : null;
  const found = state.step === 'empty' ? null : state.found;
  const goToTable = ({ file, sheet, area }: Pick<FoundTable, 'file' | 'sheet' | 'area'>) =>
    void workbook.goTo({ ...(file !== undefined && { file }), sheet, row: area.top, column: area.left });
  const choose = (choice: Choice) => void session.choose(choice);
  return (
    <div className={styles.desk}>
      <div className={styles.side}>
        <div className={styles.scroll}>
          <WorkbookBar work={work} checked={checked} opening={opening} />
          <OpeningProblems opening={opening} />
          <SessionMessages session={session} state={state} outbox={outbox} explain={(error) => explain(error, t)} />
          <Checking state={state} view={view} work={work} />
          {found && (
            <section className={styles.part}>
              <Subtitle2 as="h2">{t('desk:workbook.understood')}</Subtitle2>
              <SheetProblems problems={found.problems} onChoose={choose} />
              <StruckRows
                found={found}
                busy={busyReason(state.doing, t)}
                onChoose={choose}
                onGoTo={(place) => void workbook.goTo(place)}
              />
              <FoundTables found={found} timeZone={me.timeZone} onGoTo={goToTable} onChoose={choose} />
              {may(me, 'books.publish') && <PublishBooks session={session} found={found} checked={checked} />}
              {checked && may(me, 'orders.post') && (
                <TurnedAway state={checked} publishing={may(me, 'books.publish') ? 'here' : 'not-allowed'} />
              )}
            </section>
          )}
          {checked && may(me, 'orders.post') && <CopiedNumbers session={session} state={checked} />}
          {checked && <Results checked={checked} work={work} />}
          {checked && <WorkbookFindings checked={checked} work={work} opening={opening} />}
        </div>
        {checked && (
          <div className={styles.post}>
            {may(me, 'orders.post') ? (
              <PostBar
                state={checked}
                onPost={() => void session.post()}
                onSaveDrafts={() => void session.saveDrafts()}
                onCancel={() => session.cancelPosting()}
                onIncludeHidden={(withHidden) => session.includeHidden(withHidden)}
              />
            ) : (
              <Text>
                {t('desk:post.not-allowed', {
                  roles: permissions['orders.post']
                    .map((role) => t(`terms:role.${role}`))
                    .join(t('screens:list-separator')),
                })}
              </Text>
            )}
          </div>
        )}
      </div>
      <div className={styles.grid}>
        <GridPreview view={view} findings={checked?.findings ?? []} />
      </div>
    </div>
  );
}

function Results({ checked, work: { session } }: { checked: Checked; work: OpenWork }): ReactNode {
  const { t } = useLanguage();
  const [, go] = useLocation();
  const styles = useStyles();
  const { client } = useDesk();
  const count = checked.fates.size;
  if (count === 0) return null;
  const posted = [...checked.fates.values()].filter(isOnServer).length;
  const came = posted === count ? 'all' : posted === 0 ? 'none' : 'some';
  return (
    <section className={styles.part}>
      <Subtitle2 as="h2">{t(`desk:workbook.results.${came}`, { posted, count })}</Subtitle2>
      <div className={styles.results}>
        <PostResults
          state={checked}
          client={client}
          onOpen={(number) => go(`/orders/${encodeURIComponent(number)}`)}
          onGoTo={(finding) => void session.goTo(finding)}
          explained="books.missing"
        />
      </div>
    </section>
  );
}
