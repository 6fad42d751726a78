/** Every ledger as an Excel file, streamed as its pages are read. */
import { Readable } from 'node:stream';
import { exportsOfLedgers, type LedgerExport } from '@xuncha/contracts';
import { EXCEL, workbook } from '@xuncha/documents';
import type { Tokens } from '@xuncha/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { urlOf } from '../api/contract-routes.js';
import { inputOf, type Parts } from '../api/input.js';
import { attachment } from '../files/attachment.js';
import { tokenOf, type Services } from '../services.js';
import { LedgerFile } from './ledger-file.js';
import { Turns } from './turns.js';

interface Through {
  readonly services: Services;
  readonly tokens: Tokens;
}
const CHUNKS_AHEAD = 4;
/** Whoever takes nothing for so long has gone away. */
const TAKEN_WITHIN_MS = 60_000;

export function addExportRoutes(server: FastifyInstance, { services, tokens }: Through): void {
  const turns = new Turns();
  for (const of of exportsOfLedgers())
    server.route({
      method: of.route.method,
      url: urlOf(of.route.path),
      // Its length is known when all of it is made: that would be all of the work for nobody.
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        const over = turns.take(tokens.verify(tokenOf(request)).sub);
        try {
          const file = await LedgerFile.open(of, filtersIn(of, request), (contract, input) =>
            services.ask(contract, input, request),
          );
          return send(file, reply, over);
        } catch (error) {
          over();
          throw error;
        }
      },
    });
}

/** What fails on the way ends the connection: half a file must not look like a whole one. Whoever goes away ends the reading. */
function send(file: LedgerFile, reply: FastifyReply, over: () => void): FastifyReply {
  const content = Readable.from(workbook(file.sheets()), { highWaterMark: CHUNKS_AHEAD });
  content.once('close', over);
  reply.raw.setTimeout(TAKEN_WITHIN_MS, () => reply.raw.destroy());
  return reply.headers(attachment({ mediaType: EXCEL, name: `${file.title}.xlsx` })).send(content);
}

function filtersIn({ list, route, input }: LedgerExport, request: FastifyRequest) {
  const parts: Parts = {
    path: request.params as Parts['path'],
    query: request.query as Parts['query'],
    body: {},
  };
  return inputOf({ ...list, route, input }, parts);
}
