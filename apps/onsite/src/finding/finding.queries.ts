import { Controller } from '@nestjs/common';
import {
  findFindings,
  countFindings,
  findingNames,
  listFindings,
  readFinding,
  listFindingLooks,
  type In,
} from '@xuncha/contracts';
import { Handles, Looks, type Caller, type Versioned } from '@xuncha/service-kit';
import { missingParts } from './five-see.js';
import type { Finding } from './finding.js';
import { WorkingPaperStore } from '../working-paper/working-paper.store.js';
import { FindingStore } from './finding.store.js';

type Asked = Omit<In<typeof listFindings>, 'cursor' | 'limit'>;

@Controller()
export class FindingQueries {
  constructor(
    private readonly findings: FindingStore,
    private readonly papers: WorkingPaperStore,
    private readonly looks: Looks,
  ) {}

  @Handles(readFinding)
  async read({ findingId }: In<typeof readFinding>, viewer: Caller) {
    const finding = await this.findings.read(viewer, findingId);
    const { description, fiveSee, confirmedBy, decision, endedBy, endReason } = finding;
    return {
      ...entryOf(finding),
      description,
      fiveSee,
      confirmedBy,
      decision,
      endedBy,
      endReason,
    };
  }

  @Handles(findFindings)
  async find({ text }: In<typeof findFindings>, viewer: Caller) {
    const found = await this.findings.search(viewer, text);
    return { items: found.map(entryOf) };
  }

  @Handles(findingNames)
  async names({ ids }: In<typeof findingNames>, viewer: Caller) {
    const { items } = await this.findings.page(viewer, { where: { id: ids }, limit: ids.length });
    return { items: items.map(({ id, title }) => ({ id, name: title })) };
  }

  @Handles(listFindings)
  async list({ cursor, limit, ...asked }: In<typeof listFindings>, viewer: Caller) {
    const wanted = await this.wanted(asked, viewer);
    const page = await this.findings.page(viewer, { ...wanted, descending: true, cursor, limit });
    return { items: page.items.map(entryOf), next: page.next };
  }

  @Handles(countFindings)
  async count(asked: In<typeof countFindings>, viewer: Caller) {
    return this.findings.counts(viewer, countFindings, await this.wanted(asked, viewer));
  }

  @Handles(listFindingLooks)
  async listLooks({ findingId, ...page }: In<typeof listFindingLooks>, viewer: Caller) {
    await this.findings.read(viewer, findingId);
    return this.looks.at(viewer, [findingId], page);
  }

  /** A paper's findings are looked for among those of its inspection, which are few. */
  private async wanted({ paperId, ...where }: Asked, viewer: Caller) {
    if (paperId === undefined) return { where };
    const papers = await this.papers.find(viewer, { where: { id: paperId } });
    const inspectionId = where.inspectionId ?? papers.map((paper) => paper.inspectionId);
    return { where: { ...where, inspectionId }, having: { paperIds: paperId } };
  }
}

/** Which parts of the five are there, without persons and what is said of them: that is restricted. */
function entryOf(finding: Versioned<Finding>) {
  const { teamId: _teamId, description: _description, fiveSee, ...rest } = finding;
  const { confirmedBy: _by, decision: _decision, endedBy: _endedBy, endReason: _reason, ...entry } = rest;
  const { classes, paperIds, disposals } = entry;
  const lists = { classes: [...classes], paperIds: [...paperIds], disposals: [...disposals] };
  return { ...entry, ...lists, fiveSeeMissing: missingParts(fiveSee) };
}
