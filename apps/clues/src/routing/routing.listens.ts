import { Controller } from '@nestjs/common';
import { siteOpened, type BodyOf } from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import * as routing from './routing.js';
import { routingOf, RoutingStore } from './routing.store.js';

@Controller()
export class RoutingListens {
  constructor(private readonly routings: RoutingStore) {}

  @Listens(siteOpened)
  async whenSiteOpened_openRouting({ site }: Envelope<BodyOf<typeof siteOpened>>, act: Act) {
    await this.routings.add(act, routing.open(routingOf(site), site));
  }
}
