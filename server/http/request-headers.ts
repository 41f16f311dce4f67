import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Endpoint } from '../../core/wire/endpoints.ts';

const requestKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,128}$/)
  .meta({
    description: 'Names this attempt; sent again with the same key, it gets the same answer and is not done twice',
  });
const seenVersion = z
  .string()
  .regex(/^"?\d{1,9}"?$/)
  .meta({ description: 'The version that was looked at; refused (412) when the record has moved on' });

/** Headers that mean something to an endpoint that changes something; any others pass. */
export function headersOf({ once, versioned }: Pick<Endpoint, 'once' | 'versioned'>): z.ZodType | undefined {
  const ifMatch = versioned ? seenVersion : seenVersion.exactOptional();
  if (once) return z.looseObject({ 'idempotency-key': requestKey, 'if-match': ifMatch });
  return versioned && z.looseObject({ 'if-match': ifMatch });
}

/** Present where `headersOf` asked for it. */
export const requestKeyOf = ({ headers }: FastifyRequest): string | undefined =>
  headers['idempotency-key'] as string | undefined;

export function expectedVersionOf({ headers }: FastifyRequest): number | undefined {
  const digits = headers['if-match']?.replaceAll('"', '');
  return digits === undefined ? undefined : Number(digits);
}
