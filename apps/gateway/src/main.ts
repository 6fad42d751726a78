/** The one HTTP edge for people and departments. It holds no data: everything it answers, a service said. */
import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { MAX_BODY_BYTES } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { connectBroker, ContentStore, makeLog, Tokens, UploadsInParts } from '@xuncha/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addContractRoutes } from './api/contract-routes.js';
import { parseJson } from './api/json.js';
import { traceparentOf } from './api/trace.js';
import { gatewayConfigFromEnvironment, type GatewayConfig } from './config.js';
import { headersOf, serverOptions } from './edge.js';
import { Changes } from './events/changes.js';
import { EventsController } from './events/events.controller.js';
import { addExportRoutes } from './exports/export-routes.js';
import { addDownloadRoutes } from './files/download-routes.js';
import { Intake } from './files/intake.js';
import { sweepFiles } from './files/sweeping.js';
import { addPackageRoutes } from './files/package-routes.js';
import { VirusScanner } from './files/virus-scanner.js';
import { addUploadRoutes } from './files/upload-routes.js';
import { addLimits } from './limits.js';
import { GatewayMetrics } from './operations/gateway-metrics.js';
import { HealthController } from './operations/health.controller.js';
import { MetricsController } from './operations/metrics.controller.js';
import { addConsole, isPartOfConsole } from './pages/console.js';
import { addDocumentPages } from './pages/documents.js';
import { addSetUpPage } from './pages/set-up.js';
import { answerNoHttp } from './problem/no-http.js';
import { ProblemFilter } from './problem/problem.filter.js';
import { Services } from './services.js';
import { SessionController } from './session/session.controller.js';
import { addTokenRoute } from './session/token-route.js';
import { Traffic } from './traffic.js';

export interface RunningGateway {
  readonly name: 'gateway';
  /** `http://host:port`, or `https://…` */
  readonly address: string;
  stop(): Promise<void>;
}

const STOP_WITHIN_MS = 10_000;

@Module({})
class GatewayRoot {}

export const start = () => startGateway(gatewayConfigFromEnvironment());

export async function startGateway(config: GatewayConfig): Promise<RunningGateway> {
  const log = makeLog('gateway');
  const problems = new ProblemFilter(log);
  const nats = await connectBroker(config, 'gateway');
  const parts = {
    services: new Services(nats, config.prefix),
    tokens: new Tokens(config.keyFolder),
    metrics: new GatewayMetrics(),
    content: new ContentStore(config),
    uploads: new UploadsInParts(config),
    scanner: config.clamd && new VirusScanner(config.clamd, log),
  };
  const adapter = new FastifyAdapter({
    genReqId: () => newId(),
    bodyLimit: MAX_BODY_BYTES,
    skipMiddie: true,
    clientErrorHandler: answerNoHttp,
    ...serverOptions(config, (error, request, reply) => problems.answer(error, request, reply)),
  });
  const app = await NestFactory.create<NestFastifyApplication>(rootModule(parts), adapter, {
    bodyParser: false,
    logger: ['error', 'warn'],
  });
  app.useGlobalFilters(problems);
  const server = adapter.getInstance() as unknown as FastifyInstance;
  const traffic = new Traffic(server);
  await prepareServer(server, parts, config);
  // Nest sets how errors are answered; routes made before that would not know.
  await app.init();
  await addRoutes(server, parts, problems);
  sweepFiles(server, parts, log);
  await addConsole(server, config.consoleFolder);
  await app.listen(config.port, config.host);
  log.info('gateway is up');
  return {
    name: 'gateway',
    address: await app.getUrl(),
    stop: async () => {
      const closed = app.close();
      await traffic.end(STOP_WITHIN_MS);
      await closed;
      await nats.drain().catch(() => undefined);
      log.info('gateway is down');
    },
  };
}

interface Parts {
  readonly services: Services;
  readonly tokens: Tokens;
  readonly metrics: GatewayMetrics;
  readonly content: ContentStore;
  readonly uploads: UploadsInParts;
  readonly scanner: VirusScanner | undefined;
}

function rootModule({ services, tokens, metrics, content }: Parts): DynamicModule {
  return {
    module: GatewayRoot,
    controllers: [SessionController, EventsController, HealthController, MetricsController],
    providers: [
      { provide: Services, useValue: services },
      { provide: Tokens, useValue: tokens },
      { provide: GatewayMetrics, useValue: metrics },
      { provide: ContentStore, useValue: content },
      Changes,
    ],
  };
}

/** What holds for every route, by whomever it is made. */
async function prepareServer(server: FastifyInstance, parts: Parts, config: GatewayConfig): Promise<void> {
  const always = headersOf(config);
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ 'x-request-id': request.id, traceparent: traceparentOf(request), ...always });
    if (!isPartOfConsole(request)) void reply.header('cache-control', 'no-store');
    done();
  });
  await addLimits(server, parts.tokens, config.callsPerMinute);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, readJson);
}

/** Everything that is not a controller written by hand. */
async function addRoutes(server: FastifyInstance, parts: Parts, problems: ProblemFilter): Promise<void> {
  addContractRoutes(server, parts.services, parts.metrics);
  const { services, tokens, content, uploads, scanner } = parts;
  await addUploadRoutes(server, new Intake(services, tokens, content, scanner), uploads);
  addDownloadRoutes(server, services, content);
  addExportRoutes(server, parts);
  addPackageRoutes(server, services, content);
  await addTokenRoute(server, parts.services, problems);
  await addDocumentPages(server);
  addSetUpPage(server);
}

async function readJson(_request: FastifyRequest, body: Buffer): Promise<unknown> {
  return parseJson(body);
}
