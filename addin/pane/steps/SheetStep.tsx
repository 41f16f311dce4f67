import { Spinner, Text } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Choice } from '../../../core/sheet/table.ts';
import { busyReason } from '../../../ui/components/busy-reason.ts';
import { FoundTables } from '../../../ui/components/FoundTables.tsx';
import { Later } from '../../../ui/components/Later.tsx';
import { partOf } from '../../../ui/components/part.ts';
import { ReasonedButton } from '../../../ui/components/ReasonedButton.tsx';
import { SheetProblems } from '../../../ui/components/SheetProblems.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { selectArea } from '../../excel/write-cells.ts';
import { DueToday } from '../due/DueToday.tsx';
import { Tools } from '../tools/Tools.tsx';
import { usePane } from '../work/pane-context.ts';
import { gateOf } from '../work/step-gates.ts';
import { CheckButton } from './CheckButton.tsx';
import { StepFrame } from './StepFrame.tsx';

/** Fetched where there is nothing to check: most workbooks hold orders. */
const firstSheets = partOf(async () => (await import('../first-run/FirstSheets.tsx')).FirstSheets);

/** ① What was understood of the workbook, and where prices, stock and customers come from. */
export function SheetStep(): ReactNode {
  const { t } = useLanguage();
  const { work, state, me, attempt } = usePane();
  const { session } = work;
  if (state.step === 'empty')
    return <StepFrame>{state.failure === null && <Spinner label={t('screens:pane.reading')} />}</StepFrame>;
  const { found } = state;
  const choose = (choice: Choice) => void session.choose(choice);
  const blocked = gateOf('check', state, me);
  const hasNoOrders = found.problems.some(({ code }) => code === 'problem.no-orders');
  // Where nothing could be meant as orders, nothing has to be explained.
  const isBlank = hasNoOrders && found.unknown.length === 0;
  const readAgain = (
    <ReasonedButton icon={<ArrowSyncRegular />} reason={busyReason(state.doing, t)} onClick={() => void session.read()}>
      {t('screens:pane.read-again')}
    </ReasonedButton>
  );
  return (
    <StepFrame foot={blocked === null ? <CheckButton /> : readAgain}>
      <DueToday storage={work.storage} />
      {blocked === 'may-not-check' && <Text>{t('screens:pane.gate.may-not-check')}</Text>}
      {isBlank ? (
        <Text>{t('screens:first.blank')}</Text>
      ) : (
        <SheetProblems problems={found.problems} onChoose={choose} />
      )}
      {blocked === 'no-orders' && hasNoOrders && <Later part={firstSheets} props={{ found }} height={126} />}
      <FoundTables
        found={found}
        timeZone={me.timeZone}
        onGoTo={({ sheet, area }) => void attempt(() => selectArea(sheet, area))}
        onChoose={choose}
      />
      {blocked !== 'may-not-check' && <Tools orders={blocked === null} />}
    </StepFrame>
  );
}
