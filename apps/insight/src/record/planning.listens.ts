import { Controller } from '@nestjs/common';
import {
  assignmentIssued,
  hearingHeld,
  organizationChanged,
  organizationRegistered,
  roundApproved,
  type BodyOf,
} from '@xuncha/contracts';
import type { BusinessDate } from '@xuncha/domain-kit';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { Records } from './records.js';

const NOTHING = { organizationId: null, roundId: null, parentId: null } as const;

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

  @Listens(roundApproved)
  async whenRoundApproved_noteItsTraits({ body }: Envelope<BodyOf<typeof roundApproved>>, act: Act) {
    const { roundId, profile: _profile, ...round } = body;
    await this.records.put(act, roundId, () => ({
      ...NOTHING,
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
    const { assignmentId, roundId, designation, organizations } = body;
    const organizationKinds = Object.fromEntries(organizations.map((one) => [one.organizationId, one.kind]));
    await this.records.put(act, assignmentId, () => ({
      ...NOTHING,
      id: assignmentId,
      roundId,
      kind: 'planning.assignment',
      state: 'issued',
      on: act.on,
      traits: { designation, organizationKinds },
    }));
  }

  @Listens(hearingHeld)
  async whenHearingHeld_noteIt({ body }: Envelope<BodyOf<typeof hearingHeld>>, act: Act) {
    await this.records.put(act, body.hearingId, () => ({
      ...NOTHING,
      id: body.hearingId,
      kind: 'planning.hearing',
      state: 'held',
      on: body.heldOn as BusinessDate,
      traits: { hearingBody: body.body },
    }));
  }

  private async noteOrganization(act: Act, { organizationId, kind }: BodyOf<typeof organizationRegistered>) {
    await this.records.put(act, organizationId, () => ({
      ...NOTHING,
      id: organizationId,
      organizationId,
      kind: 'planning.organization',
      state: 'active',
      on: act.on,
      traits: { organizationKind: kind },
    }));
  }
}
