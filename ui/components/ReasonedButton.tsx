import { Button, type ButtonProps, Tooltip } from '@fluentui/react-components';
import { type ReactNode, type RefCallback, useId, useState } from 'react';

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
  const { reason, hint, ...button } = props;
  const [visible, setVisible] = useState(false);
  const id = useId();
  const text = reason ?? hint;
  return (
    <>
      {text !== undefined && (
        <span hidden id={id}>
          {text}
        </span>
      )}
      <Tooltip
        relationship="inaccessible"
        withArrow
        content={text ?? ''}
        visible={visible && text !== undefined}
        onVisibleChange={(_, data) => setVisible(data.visible)}
      >
        <Button
          as="button"
          {...button}
          disabledFocusable={reason !== null}
          {...(text !== undefined && { 'aria-describedby': id })}
        />
      </Tooltip>
    </>
  );
}
