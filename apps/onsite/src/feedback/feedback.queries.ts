import { Controller } from '@nestjs/common';
import {
  countFeedback,
  feedbackLetter,
  listFeedback,
  readFeedback,
  readFeedbackSigner,
  type In,
} from '@xuncha/contracts';
import { forms, Documents } from '@xuncha/documents';
import { allows } from '@xuncha/domain-kit';
import { Handles, namesFor, type Caller, type Versioned } from '@xuncha/service-kit';
import { flow, isSigner, type Feedback } from './feedback.js';
import { FeedbackStore, signing } from './feedback.store.js';
import { letterOf } from './letter.js';

@Controller()
export class FeedbackQueries {
  constructor(
    private readonly feedbacks: FeedbackStore,
    private readonly documents: Documents,
  ) {}

  @Handles(readFeedback)
  async read({ feedbackId }: In<typeof readFeedback>, viewer: Caller) {
    const feedback = await this.feedbacks.shown(viewer, feedbackId);
    const maySign = allows(flow, feedback.state, 'sign') && isSigner(feedback, signing(viewer, feedback));
    const { opinion, profile, findings } = feedback;
    return { ...entryOf(feedback), profile, opinion, findings: [...findings], maySign };
  }

  @Handles(feedbackLetter)
  async letter(input: In<typeof feedbackLetter>, viewer: Caller) {
    const feedback = await this.read(input, viewer);
    const names = await namesFor(viewer, { organizations: [feedback.organizationId] });
    return {
      id: feedback.id,
      ...(await this.documents.write(forms.feedbackLetter, names.site, letterOf(feedback, names))),
    };
  }

  @Handles(listFeedback)
  async list(input: In<typeof listFeedback>, viewer: Caller) {
    const page = await this.feedbacks.shownPage(viewer, input);
    return { items: page.items.map(entryOf), next: page.next };
  }

  @Handles(countFeedback)
  async count(where: In<typeof countFeedback>, viewer: Caller) {
    return this.feedbacks.shownCounts(viewer, where);
  }

  @Handles(readFeedbackSigner)
  async readSigner({ feedbackId }: In<typeof readFeedbackSigner>, viewer: Caller) {
    const { id, version, signer } = await this.feedbacks.read(viewer, feedbackId);
    return { id, version, ...(signer ?? { signerId: null, ground: null, reason: null }) };
  }
}

/** Why somebody else signs stays with the office (rules.md 11). */
function entryOf(feedback: Versioned<Feedback>) {
  const { teamId: _teamId, profile: _profile, opinion: _opinion, findings: _findings, ...rest } = feedback;
  const { signer: _signer, signedBy: _signedBy, ...entry } = rest;
  return entry;
}
