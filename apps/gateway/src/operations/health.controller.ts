/** Whether the whole is there: every service that has contracts answers, with its database and broker; and where files are kept. */
import { Controller, Get, Res } from '@nestjs/common';
import { allContracts } from '@xuncha/contracts';
import { ContentStore, healthSubject, type Health } from '@xuncha/service-kit';
import type { FastifyReply } from 'fastify';
import { Services } from '../services.js';
import { gather } from './gather.js';

const expected = [...new Set(allContracts().map(({ service }) => service))].sort();

@Controller('health')
export class HealthController {
  constructor(
    private readonly services: Services,
    private readonly content: ContentStore,
  ) {}

  @Get()
  async health(@Res({ passthrough: true }) reply: FastifyReply) {
    const isThere = (found: readonly Health[]) => (name: string) => found.some((it) => it.service === name);
    const isStorageThere = this.content.isThere();
    const services = await gather(
      this.services,
      healthSubject(this.services.prefix),
      (message) => message.json<Health>(),
      (found) => expected.every(isThere(found)),
    );
    const missing = expected.filter((name) => !isThere(services)(name));
    const storage = await isStorageThere;
    const ok = storage && missing.length === 0 && services.every((it) => it.ok);
    void reply.status(ok ? 200 : 503).header('cache-control', 'no-store');
    services.sort((one, other) => one.service.localeCompare(other.service));
    return { ok, storage, missing, services };
  }
}
