import { Controller } from '@nestjs/common';
import {
  MAX_PLAN_BYTES,
  planTemplate,
  readFeedback,
  readPlanFile,
  type In,
  type PlanRow,
} from '@xuncha/contracts';
import { linesOf, templateOf, type TemplateColumn } from '@xuncha/documents';
import { RowsInvalid } from '@xuncha/domain-kit';
import { ContentStore, Handles, refusalShown, type Caller } from '@xuncha/service-kit';
import type { Case } from './case.js';
import { CaseStore } from './case.store.js';
import { rowsOf } from './plan.js';
import { planFields, planRowsOf, planTable, titleOf, type Field, type Titled } from './plan-table.js';

const told: Readonly<Record<Field, Omit<TemplateColumn, 'title'>>> = {
  number: {
    needed: true,
    says: '问题在反馈中的序号；一个问题有几项措施，就填几行同样的序号。',
    example: '1',
    width: 10,
  },
  finding: { needed: false, says: '已填好，请不要改。', example: '演示问题', width: 40 },
  measure: { needed: true, says: '怎么改，一千字以内。', example: '退回多领的补贴，公开账目。', width: 50 },
  responsible: { needed: true, says: '谁负责。', example: '演示甲' },
  dueOn: { needed: true, says: '什么时候改完，例如 2026-06-30。', example: '2026-06-30' },
};
const columns = planFields.map((field) => ({ ...told[field], title: titleOf(field) }));

@Controller()
export class PlanTableQueries {
  constructor(
    private readonly cases: CaseStore,
    private readonly contents: ContentStore,
  ) {}

  @Handles(planTemplate)
  async template({ caseId }: In<typeof planTemplate>, viewer: Caller) {
    const it = await this.cases.read(viewer, caseId);
    const rows = planTable(await this.titled(it, viewer), rowsOf(it));
    return { id: it.id, ...(await templateOf('整改方案表', columns, rows)) };
  }

  @Handles(readPlanFile)
  async read({ caseId, mediaType, ...file }: In<typeof readPlanFile>, viewer: Caller) {
    const it = await this.cases.read(viewer, caseId);
    const findings = await this.titled(it, viewer);
    const lines = await linesOf(await this.contents.readWhole(file, MAX_PLAN_BYTES), mediaType);
    try {
      return { id: it.id, rows: planRowsOf(lines, findings), refusal: null };
    } catch (error) {
      if (!(error instanceof RowsInvalid)) throw error;
      return { id: it.id, rows: [] as PlanRow[], refusal: refusalShown(error) };
    }
  }

  /** As the feedback words them, in the order of the case. */
  private async titled({ feedbackId, findings }: Case, viewer: Caller): Promise<Titled[]> {
    const feedback = await viewer.ask(readFeedback, { feedbackId });
    const titles = new Map(feedback.findings.map(({ findingId, title }) => [findingId, title]));
    return findings.map(({ findingId }) => ({ findingId, title: titles.get(findingId) ?? '' }));
  }
}
