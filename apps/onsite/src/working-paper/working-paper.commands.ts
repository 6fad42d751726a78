import { Controller } from '@nestjs/common';
import { draftPaper, returnPaper, reviewPaper, revisePaper, signPaper, type In } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { InspectionStore } from '../inspection/inspection.store.js';
import { officer } from '../inspection/officer.js';
import * as paper from './working-paper.js';
import { WorkingPaperStore } from './working-paper.store.js';

@Controller()
export class WorkingPaperCommands {
  constructor(
    private readonly papers: WorkingPaperStore,
    private readonly inspections: InspectionStore,
  ) {}

  @Handles(draftPaper)
  async draft({ inspectionId, matter, content, evidence }: In<typeof draftPaper>, act: Act) {
    const inspection = await this.inspections.read(act, inspectionId);
    const written = { author: officer(act, inspection), on: act.on };
    return this.papers.add(act, paper.draft(newId(), inspection, { matter, content, evidence }, written));
  }

  @Handles(revisePaper)
  async revise({ paperId, seen, matter, content, evidence }: In<typeof revisePaper>, act: Act) {
    return this.papers.change(act, { id: paperId, seen }, (before) =>
      paper.revise(before, { matter, content, evidence }, act.person, act.on),
    );
  }

  @Handles(reviewPaper)
  async review({ paperId, seen }: In<typeof reviewPaper>, act: Act) {
    return this.papers.change(act, { id: paperId, seen }, (before) =>
      paper.review(before, officer(act, before), act.on),
    );
  }

  @Handles(signPaper)
  async sign({ paperId, seen }: In<typeof signPaper>, act: Act) {
    return this.papers.change(act, { id: paperId, seen }, (before) =>
      paper.sign(before, officer(act, before), act.on),
    );
  }

  @Handles(returnPaper)
  async sendBack({ paperId, seen, opinion }: In<typeof returnPaper>, act: Act) {
    return this.papers.change(act, { id: paperId, seen }, (before) =>
      paper.sendBack(before, officer(act, before), opinion, act.on),
    );
  }
}
