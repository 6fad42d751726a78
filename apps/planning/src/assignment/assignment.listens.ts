/** An assignment follows its team, what happens on site and after, and falls with its round. */
import { Controller } from '@nestjs/common';
import {
  caseOpened,
  inspectionEntered,
  inspectionFedBack,
  inspectionLeft,
  inspectionReported,
  roundCancelled,
  teamAuthorized,
  teamChanged,
  teamRechecked,
  teamReleased,
  type BodyOf,
  type Milestone,
} from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { RoundStore } from '../round/round.store.js';
import * as assignment from './assignment.js';
import { AssignmentStore } from './assignment.store.js';
import { AuthorizedTeams } from './authorized-teams.js';

type InspectionEvent = Envelope<BodyOf<typeof inspectionEntered>>;

@Controller()
export class AssignmentListens {
  constructor(
    private readonly assignments: AssignmentStore,
    private readonly rounds: RoundStore,
    private readonly teams: AuthorizedTeams,
  ) {}

  @Listens(teamAuthorized)
  async whenTeamAuthorized_allowIssue({ body }: Envelope<BodyOf<typeof teamAuthorized>>, act: Act) {
    await this.teams.note(act, body.teamId, body.members);
    await this.teams.clear(act, body.teamId, body.clearOf ?? []);
  }

  @Listens(teamChanged)
  async whenTeamChanged_followIt({ body }: Envelope<BodyOf<typeof teamChanged>>, act: Act) {
    const { teamId } = body;
    const members = await this.teams.note(act, teamId, body.members);
    await this.teams.clear(act, teamId, body.clearOf ?? []);
    for (const { id } of await this.assignments.find(act, { where: { teamId } }))
      await this.assignments.change(act, { id }, (before) => assignment.changeMembers(before, members));
  }

  @Listens(teamRechecked)
  async whenTeamRechecked_noteWhatIsClear({ body }: Envelope<BodyOf<typeof teamRechecked>>, act: Act) {
    await this.teams.clear(act, body.teamId, body.clearOf ?? []);
  }

  /** What was issued goes on to its end; nothing more is (rules.md 1). */
  @Listens(teamReleased)
  async whenTeamReleased_issueNoMore({ body }: Envelope<BodyOf<typeof teamReleased>>, act: Act) {
    await this.teams.release(act, body.teamId);
  }

  @Listens(inspectionEntered)
  async whenInspectionEntered_followOnSite({ body }: InspectionEvent, act: Act) {
    await this.progress(act, body, 'entered');
  }

  @Listens(inspectionLeft)
  async whenInspectionLeft_followOnSite({ body }: InspectionEvent, act: Act) {
    await this.progress(act, body, 'left');
  }

  @Listens(inspectionReported)
  async whenInspectionReported_followReport({ body }: InspectionEvent, act: Act) {
    await this.progress(act, body, 'reported');
  }

  @Listens(inspectionFedBack)
  async whenInspectionFedBack_followFeedback({ body }: InspectionEvent, act: Act) {
    await this.progress(act, body, 'fedBack');
  }

  @Listens(caseOpened)
  async whenCaseOpened_followRectification({ body }: Envelope<BodyOf<typeof caseOpened>>, act: Act) {
    await this.progress(act, body, 'caseOpened');
  }

  @Listens(roundCancelled)
  async whenRoundCancelled_cancelAssignments({ body }: Envelope<BodyOf<typeof roundCancelled>>, act: Act) {
    const round = await this.rounds.read(act, body.roundId);
    const all = await this.assignments.find(act, { where: { roundId: round.id } });
    for (const { id } of all)
      await this.assignments.change(act, { id }, (before) => assignment.cancelWithRound(before, round));
  }

  private async progress(act: Act, body: InspectionEvent['body'], milestone: Milestone): Promise<void> {
    const { assignmentId, organizationId, on } = body;
    await this.assignments.change(act, { id: assignmentId }, (before) =>
      assignment.progress(before, organizationId, milestone, on),
    );
  }
}
