import { Controller } from '@nestjs/common';
import {
  assignmentIssued,
  hearingHeld,
  organizationChanged,
  organizationDissolved,
  organizationMerged,
  organizationRegistered,
  roundApproved,
  type BodyOf,
} from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { known, NOWHERE } from './record.js';
import { Records } from './records.js';
import { begin, end } from './spans.js';

@Controller()
export class PlanningListens {
  constructor(private readonly records: Records) {}

  @Listens(organizationRegistered)
  async whenOrganizationRegistered_noteIt(
    { body }: Envelope<BodyOf<typeof organizationRegistered>>,
    act: Act,
  ) {
    await this.noteOrganization(act, body);
  }

  @Listens(organizationChanged)
  async whenOrganizationChanged_noteIt({ body }: Envelope<BodyOf<typeof organizationChanged>>, act: Act) {
    await this.noteOrganization(act, body);
  }

  @Listens(organizationMerged)
  async whenOrganizationMerged_countItNoMore(
    { body }: Envelope<BodyOf<typeof organizationMerged>>,
    act: Act,
  ) {
    await this.endOrganization(act, body);
  }

  @Listens(organizationDissolved)
  async whenOrganizationDissolved_countItNoMore(
    { body }: Envelope<BodyOf<typeof organizationDissolved>>,
    act: Act,
  ) {
    await this.endOrganization(act, body);
  }

  @Listens(roundApproved)
  async whenRoundApproved_noteItsTraits({ body }: Envelope<BodyOf<typeof roundApproved>>, act: Act) {
    const { roundId, profile: _profile, ...round } = body;
    await this.records.put(act, roundId, () => ({
      ...NOWHERE,
      id: roundId,
      roundId,
      kind: 'planning.round',
      state: 'approved',
      on: act.on,
      traits: { round },
    }));
  }

  @Listens(assignmentIssued)
  async whenAssignmentIssued_noteItsTeam({ body }: Envelope<BodyOf<typeof assignmentIssued>>, act: Act) {
    const { assignmentId, roundId, teamId, designation, organizations } = body;
    const organizationKinds = Object.fromEntries(organizations.map((one) => [one.organizationId, one.kind]));
    await this.records.put(act, assignmentId, () => ({
      ...NOWHERE,
      id: assignmentId,
      roundId,
      parentId: teamId,
      kind: 'planning.assignment',
      state: 'issued',
      on: act.on,
      traits: { designation, organizationKinds },
    }));
  }

  @Listens(hearingHeld)
  async whenHearingHeld_noteIt({ body }: Envelope<BodyOf<typeof hearingHeld>>, act: Act) {
    await this.records.put(act, body.hearingId, () => ({
      ...NOWHERE,
      id: body.hearingId,
      kind: 'planning.hearing',
      state: 'held',
      on: body.heldOn as BusinessDate,
      traits: { hearingBody: body.body },
    }));
  }

  private async noteOrganization(act: Act, { organizationId, kind }: BodyOf<typeof organizationRegistered>) {
    await this.records.put(act, organizationId, (before) => ({
      ...NOWHERE,
      id: organizationId,
      organizationId,
      kind: 'planning.organization',
      state: 'active',
      on: act.on,
      traits: { spans: begin(before?.traits.spans ?? [], kind, act.on) },
    }));
  }

  private async endOrganization(act: Act, { organizationId, on }: { organizationId: Id; on: BusinessDate }) {
    await this.records.put(act, organizationId, (before) => ({
      ...known(before),
      state: 'ended',
      traits: { spans: end(known(before).traits.spans ?? [], on) },
    }));
  }
}
