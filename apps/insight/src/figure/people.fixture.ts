/** People and teams as talent would announce them. */
import {
  inspectorChanged,
  inspectorLeft,
  inspectorPooled,
  inspectorPromoted,
  inspectorRegistered,
  inspectorSuspended,
  inspectorTrained,
  teamAuthorized,
  teamChanged,
  type AuthorizedMember,
  type Fact,
  type Force,
} from '@xuncha/contracts';
import { newId, type BusinessDate, type Id } from '@xuncha/domain-kit';
import { on, type Ground } from './ground.fixture.js';

export const member = (
  inspectorId: Id,
  role: AuthorizedMember['role'],
  lent?: boolean,
): AuthorizedMember => ({
  inspectorId,
  accountId: newId(),
  role,
  ...(lent && { lent }),
});

export class People {
  constructor(private readonly ground: Ground) {}

  authorized = (members: AuthorizedMember[]) => {
    const { site, team: id, round: roundId, designation, neighbours } = this.ground;
    return neighbours.talent.publish(
      { site, id, on },
      teamAuthorized({ teamId: id, roundId, designation, members, on }),
    );
  };
  changed = (members: AuthorizedMember[], day: BusinessDate) => {
    const { site, team: id, round: roundId, neighbours } = this.ground;
    return neighbours.talent.publish(
      { site, id, on: day },
      teamChanged({ teamId: id, roundId, members, on: day }),
    );
  };

  async inspector(force: Force) {
    const inspectorId = newId();
    const { site, neighbours } = this.ground;
    const tell = (day: BusinessDate, fact: Fact) =>
      neighbours.talent.publish({ site, id: inspectorId, on: day }, fact);
    await tell(on, inspectorRegistered({ inspectorId, force, accountId: null }));
    return {
      id: inspectorId,
      pooled: (day: BusinessDate, as = force) =>
        tell(day, inspectorPooled({ inspectorId, force: as, on: day })),
      suspended: (day: BusinessDate) => tell(day, inspectorSuspended({ inspectorId, force, on: day })),
      left: (day: BusinessDate) => tell(day, inspectorLeft({ inspectorId, force, on: day })),
      changed: (day: BusinessDate, as: Force) =>
        tell(day, inspectorChanged({ inspectorId, force: as, accountId: null })),
      trained: (day: BusinessDate, heldBy: 'site' | 'city' | 'outside') =>
        tell(day, inspectorTrained({ inspectorId, course: 'c-1', heldBy, on: day })),
      promoted: (day: BusinessDate) =>
        tell(day, inspectorPromoted({ inspectorId, rank: 'division', afterInspectionPost: true, on: day })),
    };
  }
}
