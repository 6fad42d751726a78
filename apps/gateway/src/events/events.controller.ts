/** Server-sent events of a viewer's site (architecture.md, Messages). */
import { Controller, Get, Req, Res, type OnModuleDestroy } from '@nestjs/common';
import { viewerAccess } from '@xuncha/contracts';
import { Tokens } from '@xuncha/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayMetrics } from '../operations/gateway-metrics.js';
import { Services, siteOf, tokenOf } from '../services.js';
import { Changes } from './changes.js';
import { ViewerStream } from './viewer-stream.js';

const TICK_MS = 1_000;
const HEARTBEAT_MS = 15_000;

@Controller('api/v1/events')
export class EventsController implements OnModuleDestroy {
  private readonly open = new Set<FastifyReply>();

  constructor(
    private readonly services: Services,
    private readonly changes: Changes,
    private readonly tokens: Tokens,
    private readonly metrics: GatewayMetrics,
  ) {}

  @Get()
  async events(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const claims = this.tokens.verify(tokenOf(request));
    const access = () => this.services.ask(viewerAccess, {}, request);
    const first = await access();
    const { raw } = reply;
    reply.hijack();
    raw.writeHead(200, {
      ...texts(reply.getHeaders()),
      'content-type': 'text/event-stream',
      'x-accel-buffering': 'no',
    });
    if (request.method === 'HEAD') return void raw.end();
    raw.write('retry: 2000\n\n');
    const stream = new ViewerStream(first, access, {
      write: (text) => raw.write(text),
      end: () => raw.end(),
    });
    const unwatch = this.changes.watch(siteOf(request) ?? claims.site, (change) => stream.note(change));
    const timers = [
      setInterval(() => void stream.tick(), TICK_MS),
      setInterval(() => stream.heartbeat(), HEARTBEAT_MS),
      setTimeout(() => raw.end(), Math.min(claims.exp * 1000 - Date.now(), 2 ** 31 - 1)),
    ];
    this.open.add(reply);
    this.metrics.viewers.set(this.open.size);
    raw.once('close', () => {
      unwatch();
      timers.forEach(clearTimeout);
      this.open.delete(reply);
      this.metrics.viewers.set(this.open.size);
    });
  }

  /** A page that is cut off connects again, to whichever gateway is there. */
  onModuleDestroy(): void {
    for (const reply of this.open) reply.raw.end();
  }
}

function texts(headers: ReturnType<FastifyReply['getHeaders']>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
