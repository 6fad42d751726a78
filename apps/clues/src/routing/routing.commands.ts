import { Controller } from '@nestjs/common';
import { changeRouting, type In } from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import * as routing from './routing.js';
import { routingOf, RoutingStore } from './routing.store.js';

@Controller()
export class RoutingCommands {
  constructor(private readonly routings: RoutingStore) {}

  @Handles(changeRouting)
  async change({ seen, ...table }: In<typeof changeRouting>, act: Act) {
    return this.routings.change(act, { id: routingOf(act.site), seen }, (before) =>
      routing.change(before, table),
    );
  }
}
