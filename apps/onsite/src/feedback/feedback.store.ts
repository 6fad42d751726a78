import { Injectable } from '@nestjs/common';
import { countFeedback, type In, type listFeedback } from '@xuncha/contracts';
import { refuseUnless, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Caller, type Versioned } from '@xuncha/service-kit';
import { shownToOrganization, type Feedback, type Signing } from './feedback.js';
import { FeedbackRow } from './feedback.row.js';

@Injectable()
export class FeedbackStore extends Store<Feedback, FeedbackRow> {
  constructor() {
    super({
      aggregate: 'onsite.feedback',
      row: FeedbackRow,
      organization: 'organizationId',
      team: 'teamId',
      // The id follows from the inspection: it has one feedback.
      unique: { PRIMARY: ['feedback.exists', 'inspectionId'] },
      ...sameColumns(),
    });
  }

  /** One that this viewer may see by now: the organization's side not before it is presented. */
  async shown(viewer: Caller, id: Id): Promise<Versioned<Feedback>> {
    const feedback = await this.read(viewer, id);
    const early = !isIn(feedback.state, shownToOrganization) && !isInside(viewer, feedback);
    refuseUnless(!early, 'record.unknown', { id });
    return feedback;
  }

  async shownPage(viewer: Caller, { cursor, limit, state, ...where }: In<typeof listFeedback>) {
    const states = isInside(viewer) ? state : shownToOrganization.filter((one) => !state || one === state);
    return this.page(viewer, { where: { ...where, state: states }, descending: true, cursor, limit });
  }

  async shownCounts(viewer: Caller, where: In<typeof countFeedback>) {
    const states = isInside(viewer) ? undefined : shownToOrganization;
    return this.counts(viewer, countFeedback, { where: { ...where, state: states } });
  }
}

/** As the rule asks it (rules.md 11). */
export function signing(caller: Caller, { organizationId }: Pick<Feedback, 'organizationId'>): Signing {
  return { id: caller.person, isHead: caller.hasRole('organizationHead', { organizationId }) };
}

/** Who may read reports of inspections is of the team or the office. */
function isInside(viewer: Caller, scope: { organizationId?: Id; teamId?: Id } = {}): boolean {
  return viewer.may('report.read', scope);
}

function isIn(state: Feedback['state'], states: readonly Feedback['state'][]): boolean {
  return states.includes(state);
}
