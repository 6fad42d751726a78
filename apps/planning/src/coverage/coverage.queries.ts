import { Controller } from '@nestjs/common';
import { coverageTable, listCoverage, readCoverage, type In } from '@xuncha/contracts';
import { Documents, forms } from '@xuncha/documents';
import { Handles, namesFor, type Caller } from '@xuncha/service-kit';
import { OrganizationStore } from '../organization/organization.store.js';
import { TermStore } from '../term/term.store.js';
import { coverageTableOf } from './coverage-table.js';
import { coverageOf, dayWithin } from './coverage.js';
import { CoverageStore, type Window } from './coverage.store.js';

type Asked = Pick<In<typeof readCoverage>, 'termId' | 'day'>;

@Controller()
export class CoverageQueries {
  constructor(
    private readonly terms: TermStore,
    private readonly coverage: CoverageStore,
    private readonly organizations: OrganizationStore,
    private readonly documents: Documents,
  ) {}

  @Handles(readCoverage)
  async read(input: In<typeof readCoverage>, viewer: Caller) {
    const window = await this.windowOf(viewer, input);
    const counts = await this.coverage.counts(viewer, window);
    return { termId: input.termId, day: window.to, ...coverageOf(counts) };
  }

  @Handles(coverageTable)
  async table(input: In<typeof coverageTable>, viewer: Caller) {
    const coverage = await this.read(input, viewer);
    const { id, name } = await this.terms.read(viewer, input.termId);
    const names = await namesFor(viewer, { organizations: coverage.places.map(({ parentId }) => parentId) });
    const filling = coverageTableOf(coverage, name, names);
    return { id, ...(await this.documents.write(forms.coverageTable, names.site, filling)) };
  }

  @Handles(listCoverage)
  async list(input: In<typeof listCoverage>, viewer: Caller) {
    const { cursor, limit, ...which } = input;
    const id = await this.coverage.ids(viewer, await this.windowOf(viewer, input), which);
    return this.organizations.page(viewer, { where: { id }, orderBy: 'code', cursor, limit });
  }

  private async windowOf(viewer: Caller, { termId, day }: Asked): Promise<Window> {
    const term = await this.terms.read(viewer, termId);
    return { from: term.firstDay, to: dayWithin(term, day, viewer.today) };
  }
}
