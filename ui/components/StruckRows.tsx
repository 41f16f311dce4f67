import {
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type CellPlace, cellName } from '../../core/sheet/grid.ts';
import type { Choice, StruckChoice } from '../../core/sheet/table.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { FoundSheets } from '../sheet-session/examiner.ts';
import { struckPlaces } from './found-view.ts';
import { ReasonedButton } from './ReasonedButton.tsx';

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  places: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  // Within a sentence, but never broken in two.
  rather: { whiteSpace: 'nowrap', minWidth: 'auto' },
  actions: { flexWrap: 'wrap', rowGap: tokens.spacingVerticalXS },
});

/** Enough to see what it is about. */
const named = 5;

/** Clerks strike a row through to say that it is cancelled. Asked once for each workbook, and said as long as there are any. */
export function StruckRows(props: {
  found: FoundSheets;
  /** What an answer waits for; null = nothing. */
  busy: string | null;
  onChoose: (choice: Choice) => void;
  onGoTo: (place: CellPlace) => void;
}): ReactNode {
  const { found, busy, onChoose, onGoTo } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const { rows: count, meaning } = found.struck;
  if (count === 0) return null;
  const answer = (struckRows: StruckChoice['struckRows']) => () => onChoose({ struckRows });
  if (meaning !== null) {
    const other = meaning === 'ordered' ? 'left-out' : 'ordered';
    return (
      <Text>
        {t(`screens:struck.${meaning}`, { count })}{' '}
        <ReasonedButton size="small" className={styles.rather} reason={busy} onClick={answer(other)}>
          {t(`screens:struck.rather-${other}`)}
        </ReasonedButton>
      </Text>
    );
  }
  return (
    <MessageBar intent="warning" layout="multiline" role="status" className={styles.bar}>
      <MessageBarBody>
        {t('screens:struck.asked', { count })}
        <StruckPlaces places={struckPlaces(found)} onGoTo={onGoTo} />
      </MessageBarBody>
      <MessageBarActions className={styles.actions}>
        <ReasonedButton size="small" reason={busy} onClick={answer('left-out')}>
          {t('screens:struck.leave-out')}
        </ReasonedButton>
        <ReasonedButton size="small" reason={busy} onClick={answer('ordered')}>
          {t('screens:struck.order')}
        </ReasonedButton>
      </MessageBarActions>
    </MessageBar>
  );
}

/** The first of them, each a way to its cell. */
function StruckPlaces(props: { places: readonly CellPlace[]; onGoTo: (place: CellPlace) => void }): ReactNode {
  const { places, onGoTo } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  return (
    <span className={styles.places}>
      {places.slice(0, named).map((place) => (
        <Link key={JSON.stringify(place)} as="button" onClick={() => onGoTo(place)}>
          {`${place.sheet}!${cellName(place.row, place.column)}`}
        </Link>
      ))}
      {places.length > named && <span>{t('screens:struck.more', { count: places.length - named })}</span>}
    </span>
  );
}
