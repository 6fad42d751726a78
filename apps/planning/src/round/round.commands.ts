/** A round from its draft to its close. */
import { Controller } from '@nestjs/common';
import {
  approveRound,
  cancelRound,
  changeRound,
  closeRound,
  draftRound,
  rescheduleRound,
  returnRound,
  startTeaming,
  submitRound,
  type In,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { AssignmentStore } from '../assignment/assignment.store.js';
import { OrganizationStore } from '../organization/organization.store.js';
import { TermStore } from '../term/term.store.js';
import * as round from './round.js';
import { RoundStore } from './round.store.js';

type Described = In<typeof draftRound> | In<typeof changeRound>;

@Controller()
export class RoundCommands {
  constructor(
    private readonly rounds: RoundStore,
    private readonly terms: TermStore,
    private readonly organizations: OrganizationStore,
    private readonly assignments: AssignmentStore,
  ) {}

  @Handles(draftRound)
  async draft(input: In<typeof draftRound>, act: Act) {
    const frame = await this.frameOf(act, input);
    return this.rounds.add(act, round.draft(newId(), frame, described(input)));
  }

  @Handles(changeRound)
  async change(input: In<typeof changeRound>, act: Act) {
    const frame = await this.frameOf(act, input);
    return this.rounds.change(act, targetOf(input), (before) =>
      round.change(before, frame, described(input)),
    );
  }

  @Handles(submitRound)
  async submit(input: In<typeof submitRound>, act: Act) {
    return this.rounds.change(act, targetOf(input), (before) => round.submit(before, act.person));
  }

  @Handles(returnRound)
  async sendBack(input: In<typeof returnRound>, act: Act) {
    return this.rounds.change(act, targetOf(input), (before) =>
      round.sendBack(before, input.opinion, act.person),
    );
  }

  @Handles(approveRound)
  async approve(input: In<typeof approveRound>, act: Act) {
    const term = await this.termOf(act, input);
    const { profile, opinion = null } = input;
    const number = await act.nextNumber('巡');
    return this.rounds.change(act, targetOf(input), (before) =>
      round.approve(before, term, { profile, number, opinion, by: act.person, on: act.on }),
    );
  }

  @Handles(startTeaming)
  async startTeaming(input: In<typeof startTeaming>, act: Act) {
    return this.rounds.change(act, targetOf(input), round.startTeaming);
  }

  @Handles(rescheduleRound)
  async reschedule(input: In<typeof rescheduleRound>, act: Act) {
    const term = await this.termOf(act, input);
    const standings = await this.assignments.standings(act, input.roundId);
    return this.rounds.change(act, targetOf(input), (before) =>
      round.reschedule(before, term, input.batches, standings),
    );
  }

  @Handles(closeRound)
  async close(input: In<typeof closeRound>, act: Act) {
    await this.rounds.hold(act, input.roundId);
    const standings = await this.assignments.standings(act, input.roundId);
    return this.rounds.change(act, targetOf(input), (before) => round.close(before, standings, act.on));
  }

  @Handles(cancelRound)
  async cancel(input: In<typeof cancelRound>, act: Act) {
    return this.rounds.change(act, targetOf(input), (before) => round.cancel(before, input.reason));
  }

  private async frameOf(act: Act, { termId, leadOrganizationId }: Described): Promise<round.Frame> {
    const term = await this.terms.read(act, termId);
    const lead = leadOrganizationId ? await this.organizations.read(act, leadOrganizationId) : null;
    return { term, lead };
  }

  /** The term of a round, which is held until the end. */
  private async termOf(act: Act, { roundId }: { roundId: string }) {
    const { termId } = await this.rounds.hold(act, roundId);
    return this.terms.read(act, termId);
  }
}

function targetOf({ roundId, seen }: { roundId: string; seen: number }) {
  return { id: roundId, seen };
}

function described(input: Described): round.Description {
  const { name, batches, examinedSince, examinedUntil = null, leadOrganizationId = null } = input;
  return { name, ...round.traitsOf(input), leadOrganizationId, batches, examinedSince, examinedUntil };
}
