import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** OpenAPI out of the routes' own schemas, and a page to try them at /api/docs. Nothing is fetched from elsewhere. */
export async function registerApiDocs(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Countersign',
        version,
        description:
          'Sign in (POST /api/session, or one click in a sample company), then send the token as a bearer token. ' +
          'Requests that change something carry an Idempotency-Key: the same key gets the same answer.',
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    theme: {
      title: 'Countersign API',
      css: [{ filename: 'countersign.css', content: '.swagger-ui .topbar { display: none }' }],
    },
    uiConfig: { validatorUrl: null, deepLinking: true, docExpansion: 'list' },
  });
}
