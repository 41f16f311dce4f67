import type { FastifySerializerCompiler } from 'fastify/types/schema.d.ts';
import type { z } from 'zod';

/**
 * Answers leave through their schema: a field that isn't in it (a password's hash, say) can't slip out, and an answer of
 * another shape is a fault here, not a puzzle for the client.
 */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType> =
  ({ schema }) =>
  (data) =>
    JSON.stringify(schema.parse(data));
