import { Controller } from '@nestjs/common';
import { ClueNature, readRouting, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { usualKind } from './routing.js';
import { RoutingStore } from './routing.store.js';

@Controller()
export class RoutingQueries {
  constructor(private readonly routings: RoutingStore) {}

  @Handles(readRouting)
  async read(_input: In<typeof readRouting>, viewer: Caller) {
    const { routes, ...table } = await this.routings.current(viewer);
    const proposed = ClueNature.options.map((nature) => ({ nature, kind: usualKind[nature] }));
    return { ...table, routes: [...routes], proposed };
  }
}
