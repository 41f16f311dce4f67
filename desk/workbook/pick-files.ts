/** A file and, where the browser gives one, the hold on it by which it can be read again after Excel saved it. */
export interface PickedFile {
  readonly file: File;
  readonly handle?: FileSystemFileHandle;
}

/** Not in every browser, nor over plain http from another computer. */
interface FilePicking {
  showOpenFilePicker?(options: { readonly multiple: true }): Promise<readonly FileSystemFileHandle[]>;
}
interface DroppedItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** Whether the browser can open files so that they can be opened again without asking. */
export const canPickFiles = (): boolean => (window as FilePicking).showOpenFilePicker !== undefined;

/** Files the user chose; none when the choice was left. Call it from a click. */
export async function pickFiles(): Promise<readonly PickedFile[]> {
  try {
    return await filesAgain((await (window as FilePicking).showOpenFilePicker?.({ multiple: true })) ?? []);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return [];
    throw error;
  }
}

/** The files as they are on the disk now. */
export const filesAgain = (handles: readonly FileSystemFileHandle[]): Promise<readonly PickedFile[]> =>
  Promise.all(handles.map(async (handle) => ({ file: await handle.getFile(), handle })));

/** What was dropped on the page; asked for at once, for the browser forgets it after the event. */
export const droppedFiles = (items: DataTransferItemList): Promise<readonly PickedFile[]> =>
  Promise.all(
    [...items].flatMap((item) => {
      const file = item.getAsFile();
      if (!file) return [];
      const handle = (item as DroppedItem).getAsFileSystemHandle?.() ?? Promise.resolve(null);
      return [handle.then((held) => (held instanceof FileSystemFileHandle ? { file, handle: held } : { file }))];
    }),
  );
