import { createHash } from 'node:crypto';
import { remembered } from '../../core/value/remembered.ts';
import { endpoints } from '../../core/wire/endpoints.ts';
import { shapesOf } from '../../core/wire/shapes.ts';

/**
 * What a page must have been built for to understand this server: the release, and what went over the wire in it. Two builds
 * of one release may differ in the latter.
 */
export const spokenVersion = remembered(
  (release: string): string =>
    `${release}+${createHash('sha256').update(shapesOf(endpoints)).digest('hex').slice(0, 12)}`,
);
