import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { SheetSession } from '../../ui/sheet-session/session.ts';
import type { OpenedFile, OpenedWorkbook } from './opened-workbook.ts';
import { useLeaveWarning } from './use-leave-warning.ts';

/** The workbook that is open, with its session; it stays while other screens are looked at or somebody else signs in. */
export interface OpenWork {
  readonly company: string;
  readonly files: readonly OpenedFile[];
  /** By which the files can be read again; none where the browser gives no such hold. */
  readonly handles: readonly FileSystemFileHandle[];
  readonly workbook: OpenedWorkbook;
  readonly session: SheetSession;
}

interface Holder {
  readonly work: OpenWork | null;
  readonly setWork: (work: OpenWork | null) => void;
}
const context = createContext<Holder | null>(null);

export function WorkbookProvider({ children }: { children: ReactNode }): ReactNode {
  const [work, setWork] = useState<OpenWork | null>(null);
  useLeaveWarning(work?.session ?? null);
  const holder = useMemo(() => ({ work, setWork }), [work]);
  return <context.Provider value={holder}>{children}</context.Provider>;
}

export function useOpenWork(): Holder {
  const holder = useContext(context);
  if (!holder) throw new Error('useOpenWork outside of WorkbookProvider');
  return holder;
}
