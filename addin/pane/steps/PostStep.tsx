import { Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { PostBar } from '../../../ui/components/PostBar.tsx';
import { PostResults } from '../../../ui/components/PostResults.tsx';
import { TurnedAway } from '../../../ui/components/TurnedAway.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { isChecked } from '../../../ui/sheet-session/state.ts';
import { usePane } from '../work/pane-context.ts';
import { may } from '../work/step-gates.ts';
import { StepFrame } from './StepFrame.tsx';

/** ③ The button says what it will do; below it, order by order, what became of it. */
export function PostStep(): ReactNode {
  const { t } = useLanguage();
  const { work, state, me, client, attempt, goStep, postButton } = usePane();
  const { session } = work;
  if (!isChecked(state)) return null; // the gate of this step
  return (
    <StepFrame
      foot={
        <PostBar
          state={state}
          onPost={() => void session.post()}
          onSaveDrafts={() => void session.saveDrafts()}
          onCancel={session.cancelPosting}
          onIncludeHidden={session.includeHidden}
          postButton={(button) => {
            postButton.current = button;
          }}
        />
      }
    >
      <TurnedAway state={state} publishing={may(me, 'books.publish') ? 'at-desk' : 'not-allowed'} />
      {state.fates.size === 0 && state.doing !== 'posting' && <Text>{t('screens:pane.post.before')}</Text>}
      <PostResults
        state={state}
        client={client}
        explained="books.missing"
        onOpen={() => goStep('papers')}
        onGoTo={(finding) => void attempt(() => session.goTo(finding))}
      />
    </StepFrame>
  );
}
