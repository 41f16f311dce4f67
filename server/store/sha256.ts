import { createHash } from 'node:crypto';

/** 64 hex digits; of a text its UTF-8 bytes. */
export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
