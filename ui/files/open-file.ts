/**
 * Shows a file in a window of its own. The window is opened by the click itself, before the file is there: browsers take a
 * later one for an advertisement. The token travels in a header, so the bytes are fetched here and shown as a blob.
 * @param blocked what to do where no window may be opened (Excel's own frame, a strict browser)
 */
export async function openFile(
  load: () => Promise<Uint8Array>,
  type: string,
  blocked: (bytes: Uint8Array) => void,
): Promise<void> {
  const view = window.open('', '_blank');
  try {
    const bytes = await load();
    if (view === null) blocked(bytes);
    else view.location.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  } catch (error) {
    view?.close();
    throw error;
  }
}

/** Hands a file to the browser's downloads under its name. */
export function saveFile(bytes: Uint8Array, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The download has its own hold on the bytes by then; without this the page would keep them for ever.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
