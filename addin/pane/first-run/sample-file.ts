import { ServerAway } from '../../../core/wire/client.ts';

/** Where the server keeps a sample company's workbook. */
export const sampleAddress = (company: string): string => `/samples/${company}.xlsx`;

/** The sample's workbook, as Excel takes a file: in base64. */
export async function sampleFile(company: string): Promise<string> {
  const answer = await fetch(sampleAddress(company)).catch(() => {
    throw new ServerAway();
  });
  if (!answer.ok) throw new Error(`${sampleAddress(company)}: ${answer.status}`);
  return base64Of(await answer.blob());
}

const base64Of = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.readAsDataURL(file);
  });
