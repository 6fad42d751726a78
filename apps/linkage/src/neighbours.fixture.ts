/** As much of planning and insight as linkage asks of them, and two sites that work together. */
import { Controller } from '@nestjs/common';
import {
  acceptPeer,
  listFigures,
  listPeers,
  proposePeer,
  readRound,
  type In,
  type Out,
} from '@xuncha/contracts';
import { newId, parseDate, refuseIf } from '@xuncha/domain-kit';
import { Handles, type Caller, type ServiceDefinition } from '@xuncha/service-kit';
import { eventually, type Person, type ServicesUnderTest } from '@xuncha/testing';

export const specialRound: Out<typeof readRound> = {
  id: newId(),
  version: 3,
  number: '瑞巡〔2017〕2号',
  name: '扶贫领域专项巡察',
  termId: newId(),
  kind: 'special',
  ways: ['special'],
  ledBy: 'county',
  joint: false,
  cross: false,
  upgraded: false,
  theme: 'poverty-relief',
  leadOrganizationId: null,
  batches: [
    { entersOn: parseDate('2017-06-19'), leavesOn: parseDate('2017-07-14') },
    { entersOn: parseDate('2017-05-17'), leavesOn: parseDate('2017-06-09') },
  ],
  examinedSince: parseDate('2014-01-01'),
  examinedUntil: null,
  state: 'approved',
  profile: 'national-2017',
  submittedBy: null,
  decidedBy: null,
  opinion: null,
  approvedOn: parseDate('2017-04-20'),
  closedOn: null,
  cancelReason: null,
};

@Controller()
class SmallPlanning {
  @Handles(readRound)
  read({ roundId }: In<typeof readRound>) {
    refuseIf(roundId !== specialRound.id, 'record.unknown', { id: roundId });
    return Promise.resolve(specialRound);
  }
}
@Controller()
class SmallInsight {
  @Handles(listFigures)
  list(_period: In<typeof listFigures>, { site }: Caller) {
    const figure = (indicator: string, value: number) => ({
      indicator,
      sentence: `${site}的数`,
      unit: 'count' as const,
      value,
    });
    return Promise.resolve({ figures: [figure('teams', 43), figure('findings', 0)] });
  }
}
const small = (name: string, controller: ServiceDefinition['controllers'][number]): ServiceDefinition => ({
  name,
  migrations: [],
  rows: [],
  controllers: [controller],
});
export const smallPlanning = small('planning', SmallPlanning);
export const smallInsight = small('insight', SmallInsight);

/** Whoever acts for a site. */
export interface Staff {
  readonly site: string;
  readonly office: Person;
  readonly leadingGroup: Person;
}

export async function openSite(system: ServicesUnderTest, clock = '2017-05-02T01:00:00Z'): Promise<Staff> {
  const site = await system.openSite({ clock });
  const [office, leadingGroup] = await Promise.all([
    system.person('office', { site }),
    system.person('leadingGroup', { site }),
  ]);
  return { site, office, leadingGroup };
}

export async function onlyPeer(system: ServicesUnderTest, { office }: Staff) {
  const { items } = await system.ask(listPeers, {}, office);
  return items[0];
}

/** The county proposes, the city accepts; both know it when this returns. */
export async function join(system: ServicesUnderTest, county: Staff, city: Staff): Promise<void> {
  await system.ask(proposePeer, { site: city.site, peerIs: 'city' }, county.leadingGroup);
  const invitation = await eventually(async () => {
    const { items } = await system.ask(listPeers, { state: 'proposed' }, city.leadingGroup);
    return items.find(({ peerSite }) => peerSite === county.site);
  });
  await system.ask(acceptPeer, { peerId: invitation.id, seen: invitation.version }, city.leadingGroup);
  await eventually(async () => {
    const { items } = await system.ask(listPeers, {}, county.office);
    return items.some(({ peerSite, state }) => peerSite === city.site && state === 'joined');
  });
}
