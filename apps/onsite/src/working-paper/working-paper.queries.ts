import { Controller } from '@nestjs/common';
import {
  countPapers,
  listPapers,
  listPaperLooks,
  paperDocument,
  readPaper,
  type In,
} from '@xuncha/contracts';
import { Documents, forms } from '@xuncha/documents';
import { Handles, Looks, namesFor, type Caller, type Versioned } from '@xuncha/service-kit';
import { documentOf } from './document.js';
import { corroborated, type WorkingPaper } from './working-paper.js';
import { WorkingPaperStore } from './working-paper.store.js';

@Controller()
export class WorkingPaperQueries {
  constructor(
    private readonly papers: WorkingPaperStore,
    private readonly looks: Looks,
    private readonly documents: Documents,
  ) {}

  @Handles(readPaper)
  async read({ paperId }: In<typeof readPaper>, viewer: Caller) {
    const paper = await this.papers.read(viewer, paperId);
    const { content, evidence, opinion } = paper;
    return { ...entryOf(paper), content, evidence: [...evidence], opinion };
  }

  @Handles(paperDocument)
  async document(input: In<typeof paperDocument>, viewer: Caller) {
    const paper = await this.read(input, viewer);
    const { id, organizationId, authorId, reviewerId, approverId } = paper;
    const accounts = [authorId, reviewerId, approverId];
    const names = await namesFor(viewer, { organizations: [organizationId], accounts });
    const filling = documentOf(paper, names);
    return { id, ...(await this.documents.write(forms.workingPaper, names.site, filling)) };
  }

  @Handles(listPapers)
  async list({ cursor, limit, ...where }: In<typeof listPapers>, viewer: Caller) {
    const page = await this.papers.page(viewer, { where, cursor, limit });
    return { items: page.items.map(entryOf), next: page.next };
  }

  @Handles(countPapers)
  async count(where: In<typeof countPapers>, viewer: Caller) {
    return this.papers.counts(viewer, countPapers, { where });
  }

  @Handles(listPaperLooks)
  async listLooks({ paperId, ...page }: In<typeof listPaperLooks>, viewer: Caller) {
    await this.papers.read(viewer, paperId);
    return this.looks.at(viewer, [paperId], page);
  }
}

/** Without what the paper says: that is restricted. */
function entryOf(paper: Versioned<WorkingPaper>) {
  const { content: _content, evidence: _evidence, opinion: _opinion, ...rest } = paper;
  const { teamId: _teamId, authorPost: _authorPost, ...entry } = rest;
  return { ...entry, corroborated: corroborated(paper) };
}
