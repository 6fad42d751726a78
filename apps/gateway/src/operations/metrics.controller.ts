/** Prometheus metrics of every instance of every service, gathered over the broker, and of the gateway itself. */
import { Controller, Get, Header } from '@nestjs/common';
import { allContracts } from '@xuncha/contracts';
import { metricsSubject } from '@xuncha/service-kit';
import { Services } from '../services.js';
import { merged } from './exposition.js';
import { gather } from './gather.js';
import { GatewayMetrics } from './gateway-metrics.js';

const serviceCount = new Set(allContracts().map(({ service }) => service)).size;

@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly services: Services,
    private readonly own: GatewayMetrics,
  ) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(): Promise<string> {
    const texts = await gather(
      this.services,
      metricsSubject(this.services.prefix),
      (message) => message.string(),
      (found) => found.length >= serviceCount,
    );
    return merged([await this.own.registry.metrics(), ...texts]);
  }
}
