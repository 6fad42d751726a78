import { Injectable } from '@nestjs/common';
import { idFrom, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Caller, type Versioned } from '@xuncha/service-kit';
import type { Routing } from './routing.js';
import { RoutingRow } from './routing.row.js';

@Injectable()
export class RoutingStore extends Store<Routing, RoutingRow> {
  constructor() {
    super({ aggregate: 'clues.routing', row: RoutingRow, ...sameColumns() });
  }

  /** The site's table. */
  async current(viewer: Caller): Promise<Versioned<Routing>> {
    return this.read(viewer, routingOf(viewer.site));
  }
}

/** A site has one. */
export function routingOf(site: string): Id {
  return idFrom(site, 'routing');
}
