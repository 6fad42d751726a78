import { Controller } from '@nestjs/common';
import { findRounds, countRounds, listRounds, readRound, roundPlan, type In } from '@xuncha/contracts';
import { Documents, forms } from '@xuncha/documents';
import { Handles, namesFor, type Caller } from '@xuncha/service-kit';
import { AssignmentStore } from '../assignment/assignment.store.js';
import { planOf } from './plan.js';
import { RoundStore } from './round.store.js';

@Controller()
export class RoundQueries {
  constructor(
    private readonly rounds: RoundStore,
    private readonly assignments: AssignmentStore,
    private readonly documents: Documents,
  ) {}

  @Handles(readRound)
  async read(input: In<typeof readRound>, viewer: Caller) {
    return this.rounds.read(viewer, input.roundId);
  }

  /** Whoever may not read assignments gets the plan without who inspects whom. */
  @Handles(roundPlan)
  async plan({ roundId }: In<typeof roundPlan>, viewer: Caller) {
    const round = await this.rounds.read(viewer, roundId);
    const mayKnow = viewer.may('assignment.read');
    const assignments = mayKnow ? await this.assignments.find(viewer, { where: { roundId } }) : [];
    const organizations = assignments.flatMap((one) =>
      one.organizations.map(({ organizationId }) => organizationId),
    );
    const names = await namesFor(viewer, { organizations });
    const filling = planOf(round, assignments, names);
    return { id: round.id, ...(await this.documents.write(forms.roundPlan, names.site, filling)) };
  }

  @Handles(findRounds)
  async find({ text }: In<typeof findRounds>, viewer: Caller) {
    return { items: await this.rounds.search(viewer, text) };
  }

  @Handles(listRounds)
  async list(input: In<typeof listRounds>, viewer: Caller) {
    const { cursor, limit, ...where } = input;
    return this.rounds.page(viewer, { where, descending: true, cursor, limit });
  }

  @Handles(countRounds)
  async count(where: In<typeof countRounds>, viewer: Caller) {
    return this.rounds.counts(viewer, countRounds, { where });
  }
}
