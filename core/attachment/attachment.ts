/** What may be filed beside an order; judged by the bytes, never by the name (server/app/attachments/media-type.ts). */
export const mediaTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/tiff',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;
export type MediaType = (typeof mediaTypes)[number];

/** A scan of a long contract passes; a film doesn't. */
export const mostAttachmentBytes = 20 * 1024 * 1024;

/** A file under the hash of its bytes. Size and type are absent of copies noted before files were kept. */
export interface Attachment {
  readonly sha256: string;
  /** As its sender called it, made safe for any disk (clean-name.ts). */
  readonly name: string;
  /** Bytes. */
  readonly size?: number;
  readonly mediaType?: MediaType;
}

/** The customer's own papers (R3). */
export const customerPaperKinds = ['purchase-order', 'contract', 'licence', 'tax-registration', 'other'] as const;
export type CustomerPaperKind = (typeof customerPaperKinds)[number];
export interface CustomerPaper {
  readonly kind: CustomerPaperKind;
  readonly file: Attachment;
  readonly note?: string;
}
