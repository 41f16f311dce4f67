import { paperKinds } from '../paper/paper.ts';
import type { DeliveryNoteSheet } from '../policy/settings/office.ts';
import type { ArchiveReport } from './archive-report.ts';
import type { ConfirmationLetter } from './confirmation-letter.ts';
import type { DeliveryNote } from './delivery-note.ts';
import type { ShippingNotice } from './shipping-notice.ts';
import type { StatementPaper } from './statement-paper.ts';

/** Any paper this program prints. */
export type DocumentModel = ConfirmationLetter | DeliveryNote | ShippingNotice | StatementPaper | ArchiveReport;

/**
 * A model that was kept as plain JSON, as what it is. Papers are frozen by their own builders, so only what a print can't
 * do without is looked at; anything else missing is named by the strict templates.
 */
export function asDocumentModel(stored: unknown): DocumentModel {
  const model = stored as Partial<DocumentModel> | null;
  const known = paperKinds.some((kind) => kind === model?.kind);
  if (!known || typeof model?.number !== 'string' || !Array.isArray(model.mustContain)) {
    throw new TypeError('not a document model: kind, number or mustContain is missing');
  }
  return model as DocumentModel;
}

/** What a paper is printed on. */
export const sheetOf = (model: DocumentModel): DeliveryNoteSheet =>
  model.kind === 'delivery-note' ? model.sheet : 'a4';

/** In their order, but those of one sheet beside each other: a printer holds one form at a time, and drifts on another's height. */
export const sheetBySheet = (models: readonly DocumentModel[]): readonly DocumentModel[] =>
  [...Map.groupBy(models, sheetOf).values()].flat();
