import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { CopyReply } from '../../../ui/components/CopyReply.tsx';
import { DismissButton } from '../../../ui/components/DismissButton.tsx';

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  order: { overflowWrap: 'anywhere' },
  reply: { display: 'flex', flexWrap: 'wrap', alignItems: 'center' },
});

/** What the cell menu asked for: the reply to the customer of the selected row's order, copied at once. */
export function ReplyToOrder(props: { order: string; reply: () => Promise<string>; onDismiss: () => void }): ReactNode {
  const { order, reply, onDismiss } = props;
  const styles = useStyles();
  return (
    <MessageBar intent="info" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle className={styles.order}>{order}</MessageBarTitle>
        <div className={styles.reply}>
          <CopyReply reply={reply} atOnce />
        </div>
      </MessageBarBody>
      <MessageBarActions containerAction={<DismissButton onClick={onDismiss} />} />
    </MessageBar>
  );
}
