import { Tooltip } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';

/** Long enough to pass over a button without a word. */
const waitMs = 250;

/** What is said of an element, beside it; for the eye only, a screen reader has it from the element. */
export function ReasonTip({ of, text }: { of: HTMLElement; text: string }): ReactNode {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => setVisible(true), waitMs);
    return () => clearTimeout(waiting);
  }, []);
  return (
    <Tooltip relationship="inaccessible" withArrow content={text} visible={visible} positioning={{ target: of }} />
  );
}
