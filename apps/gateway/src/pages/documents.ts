/** The OpenAPI page and the document behind it, as committed. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

const path = createRequire(import.meta.url).resolve('@xuncha/contracts/openapi.json');

export async function addDocumentPages(server: FastifyInstance): Promise<void> {
  const document = readFileSync(path, 'utf8');
  server.get('/api/openapi.json', (_request, reply) => reply.type('application/json').send(document));
  await server.register(swagger, {
    mode: 'static',
    specification: { document: JSON.parse(document) as never },
  });
  await server.register(swaggerUi, {
    routePrefix: '/api',
    staticCSP: true,
    uiConfig: { docExpansion: 'none' },
  });
}
