import { Button, type ButtonProps } from '@fluentui/react-components';
import { type KeyboardEvent, type MouseEvent, type ReactNode, type RefCallback, useId, useRef, useState } from 'react';
import { useTip } from './use-tip.ts';

/**
 * A button that says why it can't be pressed, to the eye and to a screen reader. It keeps the focus meanwhile: a button that
 * the browser disables loses it, and can't be reached to be asked.
 */
export function ReasonedButton(
  props: Pick<ButtonProps, 'appearance' | 'children' | 'className' | 'icon' | 'size' | 'aria-keyshortcuts'> & {
    readonly type?: 'button' | 'submit';
    readonly onClick?: () => void;
    /** Null = it can be pressed. */
    readonly reason: string | null;
    /** What is said of it while it can be pressed. */
    readonly hint?: string;
    readonly ref?: RefCallback<HTMLButtonElement>;
  },
): ReactNode {
  const { reason, hint, ref, ...button } = props;
  const [asked, setAsked] = useState(false);
  const own = useRef<HTMLButtonElement | null>(null);
  const { Tip, fetchTip } = useTip();
  const id = useId();
  const text = reason ?? hint;
  const ask = () => {
    setAsked(true);
    if (text !== undefined) fetchTip();
  };
  const leave = () => setAsked(false);
  return (
    <>
      {text !== undefined && (
        <span hidden id={id}>
          {text}
        </span>
      )}
      <Button
        as="button"
        {...button}
        ref={(element: HTMLButtonElement | null) => {
          own.current = element;
          ref?.(element);
        }}
        disabledFocusable={reason !== null}
        onPointerEnter={ask}
        onPointerLeave={leave}
        onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && ask()}
        onBlur={leave}
        // Of a button that can't be pressed Fluent takes its own handlers away, and a form would be sent by Enter all the same.
        onClickCapture={(event: MouseEvent) => reason !== null && event.preventDefault()}
        onKeyDownCapture={({ key }: KeyboardEvent) => key === 'Escape' && leave()}
        {...(text !== undefined && { 'aria-describedby': id, ...(Tip === null && { title: text }) })}
      />
      {asked && text !== undefined && own.current && Tip !== null && <Tip of={own.current} text={text} />}
    </>
  );
}
