import type { ReactNode } from 'react';
import { permissions } from '../../core/policy/permissions.ts';
import { may, useDesk } from '../session/desk-context.ts';
import { NotAllowed } from '../shell/NotAllowed.tsx';
import { OpenFiles } from './OpenFiles.tsx';
import { useOpenFiles } from './use-open-files.ts';
import { WorkbookDesk } from './WorkbookDesk.tsx';
import { useOpenWork } from './WorkbookProvider.tsx';

/** Does for a file what the pane does in Excel: check, fix, post, and give back an annotated copy. */
export function WorkbookPage(): ReactNode {
  const { me } = useDesk();
  const { work } = useOpenWork();
  const opening = useOpenFiles();
  if (!may(me, 'orders.check')) return <NotAllowed roles={permissions['orders.check']} />;
  // A workbook opened for another company is judged by that company's books: it stays there.
  if (work === null || work.company !== me.company.id) return <OpenFiles opening={opening} />;
  return <WorkbookDesk work={work} opening={opening} />;
}
