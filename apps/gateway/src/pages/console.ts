/** The console: its parts never change under one name and are kept by browsers; its one page is made for each request, with a nonce. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { NotFoundException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const YEAR_S = 365 * 24 * 3600;
const NONCE = '__NONCE__';
const NONCE_BYTES = 16;

/**
 * Its own files and the API of its own address, nothing else; in nobody's frame. Styles that antd writes carry the nonce; `style`
 * attributes are set by script, which this does not forbid.
 */
const policyWith = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** A part that runs in a thread of its own, under the policy that itself is sent with. */
const THREAD = /^\/assets\/.*worker[^/]*\.m?js$/;
/** What others' files are read by computes, decodes scans, and reaches nothing: the page hands it what it needs. */
const THREAD_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

/** Where nothing was built there is no console, and the API works as ever. */
export async function addConsole(server: FastifyInstance, folder: string | undefined): Promise<void> {
  const page = join(folder ?? '', 'index.html');
  if (folder === undefined || !existsSync(page)) return;
  server.addHook('onRequest', ({ url }, reply, done) => {
    if (THREAD.test(url)) void reply.header('content-security-policy', THREAD_POLICY);
    done();
  });
  await server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    preCompressed: true,
    index: false,
    cacheControl: false,
    setHeaders: (reply) => void reply.setHeader('cache-control', `public, max-age=${YEAR_S}, immutable`),
  });
  const icon = readFileSync(join(folder, 'icon.svg'));
  server.get('/icon.svg', (_request, reply) => reply.type('image/svg+xml').send(icon));
  // Read for each request: whoever builds the console anew need not start the gateway again.
  server.get('/*', async (request, reply) => {
    if (!isForPage(request)) throw new NotFoundException();
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    return reply
      .headers({ 'content-security-policy': policyWith(nonce) })
      .type('text/html; charset=utf-8')
      .send((await readFile(page, 'utf8')).replaceAll(NONCE, nonce));
  });
}

/** Addresses of pages are the console's own business; what a program asks for and there is not, it must hear. */
function isForPage({ url, headers }: FastifyRequest): boolean {
  const isOfApi = url === '/api' || url.startsWith('/api/');
  return !isOfApi && (headers.accept ?? '').includes('text/html');
}

/** Of the parts each says itself how long it is kept. */
export function isPartOfConsole({ url }: Pick<FastifyRequest, 'url'>): boolean {
  return url.startsWith('/assets/');
}
