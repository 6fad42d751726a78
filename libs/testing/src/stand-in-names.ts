/** What planning and identity answer where they are stood in for: every id has a name that tells which one it is, every round is alike. */
import { Controller, type Type } from '@nestjs/common';
import {
  accountNames,
  currentSite,
  listAssignments,
  organizationNames,
  readRound,
  type In,
  type Out,
} from '@xuncha/contracts';
import { newId, parseDate, type Id } from '@xuncha/domain-kit';
import { Handles, type Caller } from '@xuncha/service-kit';

export const organizationName = (id: Id) => `单位${id.slice(-8)}`;
export const accountName = (id: Id) => `人员${id.slice(-8)}`;

const round: Omit<Out<typeof readRound>, 'id' | 'termId'> = {
  version: 1,
  number: '试巡〔2017〕2号',
  name: '第一轮',
  kind: 'routine',
  ways: ['comprehensive'],
  ledBy: 'county',
  joint: false,
  cross: false,
  upgraded: false,
  theme: null,
  leadOrganizationId: null,
  batches: [{ entersOn: parseDate('2017-03-06'), leavesOn: parseDate('2017-04-20') }],
  examinedSince: parseDate('2012-11-15'),
  examinedUntil: null,
  state: 'underway',
  profile: 'national-2017',
  submittedBy: null,
  decidedBy: null,
  opinion: null,
  approvedOn: null,
  closedOn: null,
  cancelReason: null,
};

@Controller()
class Register {
  @Handles(organizationNames)
  names({ ids }: In<typeof organizationNames>) {
    const named = (id: Id) => ({
      id,
      code: id.slice(0, 8),
      name: organizationName(id),
      kind: 'village' as const,
      parentId: null,
    });
    return Promise.resolve({ items: ids.map(named) });
  }

  @Handles(readRound)
  round({ roundId }: In<typeof readRound>) {
    return Promise.resolve({ ...round, id: roundId, termId: newId() });
  }

  /** Every team is sent to one organization, known by the team's own id. */
  @Handles(listAssignments)
  assignments({ teamId = newId() }: In<typeof listAssignments>): Promise<Out<typeof listAssignments>> {
    const [none, day] = [null, parseDate('2017-03-01')];
    const steps = { entered: none, left: none, reported: none, fedBack: none, caseOpened: none };
    const organizations = [{ organizationId: teamId, kind: 'village' as const, ...steps }];
    const team = { teamId, designation: '', members: [], organizations };
    const life = { state: 'issued' as const, issuedOn: day, cancelReason: none };
    const items = [{ id: newId(), version: 1, roundId: newId(), batch: 1, ...team, ...life }];
    return Promise.resolve({ items, next: none });
  }
}

@Controller()
class People {
  @Handles(accountNames)
  names({ ids }: In<typeof accountNames>) {
    return Promise.resolve({ items: ids.map((id) => ({ id, name: accountName(id) })) });
  }

  @Handles(currentSite)
  site(_input: In<typeof currentSite>, { site }: Caller) {
    const named = { id: newId(), version: 1, code: site, name: '试点市', abbreviation: '试' };
    return Promise.resolve({ ...named, mode: 'live' as const, clock: null });
  }
}

export const standInNames: Readonly<Record<string, readonly Type[]>> = {
  planning: [Register],
  identity: [People],
};
