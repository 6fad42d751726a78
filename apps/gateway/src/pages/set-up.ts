/** The page behind a set-up link: the one page a person needs before there is a console to sign in to. */
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

const folder = new URL('../../pages/', import.meta.url);
const files = [
  ['/set-up', 'set-up.html', 'text/html; charset=utf-8'],
  ['/set-up/set-up.js', 'set-up.js', 'text/javascript; charset=utf-8'],
  ['/set-up/set-up.css', 'set-up.css', 'text/css; charset=utf-8'],
] as const;
/** Its own files and the API of its own address, nothing else; in nobody's frame. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function addSetUpPage(server: FastifyInstance): void {
  for (const [url, name, type] of files) {
    const content = readFileSync(new URL(name, folder), 'utf8');
    server.get(url, (_request, reply) =>
      reply
        .headers({ 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' })
        .type(type)
        .send(content),
    );
  }
}
