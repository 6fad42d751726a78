import { Controller } from '@nestjs/common';
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
  type BodyOf,
} from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { known, NOWHERE, type CountedRecord, type Member, type Traits } from './record.js';
import { Records } from './records.js';
import { begin, end } from './spans.js';

@Controller()
export class TalentListens {
  constructor(private readonly records: Records) {}

  @Listens(inspectorRegistered)
  async whenInspectorRegistered_noteThem({ body }: Envelope<BodyOf<typeof inspectorRegistered>>, act: Act) {
    await this.records.put(act, body.inspectorId, () => ({
      ...NOWHERE,
      id: body.inspectorId,
      kind: 'talent.inspector',
      state: 'registered',
      on: act.on,
      traits: {},
    }));
  }

  /** Who is in the pool stands there as another force from that day on, perhaps. */
  @Listens(inspectorChanged)
  async whenInspectorChanged_noteTheirForce(
    { body: { inspectorId, force } }: Envelope<BodyOf<typeof inspectorChanged>>,
    act: Act,
  ) {
    await this.change(act, inspectorId, ({ spans = [] }) =>
      spans.at(-1)?.until === null ? { spans: begin(spans, force, act.on) } : {},
    );
  }

  @Listens(inspectorPooled)
  async whenInspectorPooled_countThem(
    { body: { inspectorId, force, on } }: Envelope<BodyOf<typeof inspectorPooled>>,
    act: Act,
  ) {
    await this.change(act, inspectorId, ({ spans = [] }) => ({ spans: begin(spans, force, on) }));
  }

  @Listens(inspectorSuspended)
  async whenInspectorSuspended_countThemNoMore(
    { body: { inspectorId, on } }: Envelope<BodyOf<typeof inspectorSuspended>>,
    act: Act,
  ) {
    await this.change(act, inspectorId, ({ spans = [] }) => ({ spans: end(spans, on) }));
  }

  @Listens(inspectorLeft)
  async whenInspectorLeft_countThemNoMore(
    { body: { inspectorId, on } }: Envelope<BodyOf<typeof inspectorLeft>>,
    act: Act,
  ) {
    await this.change(act, inspectorId, ({ spans = [] }) => ({ spans: end(spans, on) }));
  }

  @Listens(inspectorTrained)
  async whenInspectorTrained_countIt(
    { body: { inspectorId, heldBy, on } }: Envelope<BodyOf<typeof inspectorTrained>>,
    act: Act,
  ) {
    await this.change(act, inspectorId, ({ trainings = [] }) => ({
      trainings: [...trainings, { heldBy, on }],
    }));
  }

  @Listens(inspectorPromoted)
  async whenInspectorPromoted_countIt(
    { body: { inspectorId, rank, afterInspectionPost, on } }: Envelope<BodyOf<typeof inspectorPromoted>>,
    act: Act,
  ) {
    await this.change(act, inspectorId, ({ promotions = [] }) => ({
      promotions: [...promotions, { rank, afterInspectionPost, on }],
    }));
  }

  @Listens(teamAuthorized)
  async whenTeamAuthorized_countItsMembers({ body }: Envelope<BodyOf<typeof teamAuthorized>>, act: Act) {
    const { teamId, roundId, members, on } = body;
    await this.records.put(act, teamId, () => ({
      ...NOWHERE,
      id: teamId,
      roundId,
      kind: 'talent.team',
      state: 'authorized',
      on,
      traits: { members: afterChange([], members, on) },
    }));
  }

  @Listens(teamChanged)
  async whenTeamChanged_countWhoCame(
    { body: { teamId, members, on } }: Envelope<BodyOf<typeof teamChanged>>,
    act: Act,
  ) {
    await this.change(act, teamId, (before) => ({ members: afterChange(before.members ?? [], members, on) }));
  }

  private async change(act: Act, id: Id, told: (before: Traits) => Traits): Promise<void> {
    await this.records.put(act, id, (before) => withTraits(known(before), told(known(before).traits)));
  }
}

function withTraits(record: CountedRecord, told: Traits): CountedRecord {
  return { ...record, traits: { ...record.traits, ...told } };
}

/** Who stays keeps their day; who left has taken part, too. */
function afterChange(
  before: readonly Member[],
  now: readonly AuthorizedMember[],
  on: BusinessDate,
): Member[] {
  const isSame = (a: AuthorizedMember) => (b: AuthorizedMember) => a.inspectorId === b.inspectorId;
  const left = before.filter((member) => !now.some(isSame(member)));
  return [
    ...left.map((member) => ({ ...member, until: member.until ?? on })),
    ...now.map((member) => ({ ...member, since: before.find(isSame(member))?.since ?? on, until: null })),
  ];
}
