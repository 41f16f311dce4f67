import { MessageBarActions } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { ReasonedButton } from './ReasonedButton.tsx';

/** Under what is said of orders that wait: send them, or drop them once the user says that he is sure. */
export function SendOrDrop(props: {
  busy: string | null;
  /** Whether he is being asked: what stands above says the question. */
  isAsking: boolean;
  onAsk: (isAsking: boolean) => void;
  send: { readonly text: string; readonly icon?: ReactElement; readonly onClick: () => void };
  /** What the buttons are called: to be asked, to drop them, to keep them after all. */
  drop: { readonly ask: string; readonly sure: string; readonly keep: string; readonly onClick: () => void };
}): ReactNode {
  const { busy, isAsking, onAsk, send, drop } = props;
  return (
    <MessageBarActions>
      <ReasonedButton
        size="small"
        {...(send.icon && !isAsking && { icon: send.icon })}
        reason={busy}
        onClick={isAsking ? drop.onClick : send.onClick}
      >
        {isAsking ? drop.sure : send.text}
      </ReasonedButton>
      {/* Asking and taking it back are one button: a second click, or Enter held down, drops nothing. */}
      <ReasonedButton size="small" reason={busy} onClick={() => onAsk(!isAsking)}>
        {isAsking ? drop.keep : drop.ask}
      </ReasonedButton>
    </MessageBarActions>
  );
}
