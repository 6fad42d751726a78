/** Of whom teams can be made on a day: everybody in the pool, with what composing asks and nothing that names them (HZP-5). */
import { Injectable } from '@nestjs/common';
import type { Available } from '@xuncha/contracts';
import type { BusinessDate } from '@xuncha/domain-kit';
import type { Caller } from '@xuncha/service-kit';
import { NO_PARTICIPATION, ParticipationStore } from '../participation/participation.store.js';
import { ageOn } from './age.js';
import { InspectorStore } from './inspector.store.js';

@Injectable()
export class PoolReader {
  constructor(
    private readonly inspectors: InspectorStore,
    private readonly participations: ParticipationStore,
  ) {}

  async available(viewer: Caller, on: BusinessDate): Promise<Available[]> {
    const inPool = await this.inspectors.find(viewer, { where: { state: 'inPool' } });
    const tallies = await this.participations.tallies(viewer, on);
    return inPool.map(({ id, version, accountId, force, expert, sex, born, rank, ...rest }) => {
      const known = { inspectorId: id, version, accountId, force, expert, sex, rank };
      const { organizationId, homeId } = rest;
      const specialities = [...rest.specialities];
      const tally = tallies.get(id) ?? NO_PARTICIPATION;
      return { ...known, age: ageOn(born, on), specialities, organizationId, homeId, ...tally };
    });
  }
}
