import { Controller } from '@nestjs/common';
import {
  EXCEL,
  markedPlanFile,
  MAX_PLAN_BYTES,
  planTemplate,
  readFeedback,
  readPlanFile,
  type In,
  type PlanRow,
} from '@xuncha/contracts';
import { linesOf, markedCopy, templateOf, type TemplateColumn } from '@xuncha/documents';
import { RowsInvalid, type Id } from '@xuncha/domain-kit';
import { ContentStore, Handles, markedName, refusalShown, remarksOn, type Caller } from '@xuncha/service-kit';
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

type PlanFile = Omit<In<typeof readPlanFile>, 'caseId'>;
/** Nobody mends more, and an answer holds no more. */
const MOST_REMARKS = 2_000;

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
  async read({ caseId, ...file }: In<typeof readPlanFile>, viewer: Caller) {
    const { id, rows, refused } = await this.look(caseId, file, viewer);
    return { id, rows, refusal: refused && refusalShown(refused) };
  }

  @Handles(markedPlanFile)
  async marked({ caseId, name, ...file }: In<typeof markedPlanFile>, viewer: Caller) {
    const { id, content, refused } = await this.look(caseId, file, viewer);
    const remarks = refused ? remarksOn(refused).slice(0, MOST_REMARKS) : [];
    const chunks = [];
    for await (const chunk of markedCopy({ content, mediaType: file.mediaType, remarks, columns }))
      chunks.push(chunk);
    const base64 = Buffer.concat(chunks).toString('base64');
    return { id, name: markedName(name), mediaType: EXCEL, base64 };
  }

  private async look(caseId: Id, { mediaType, ...file }: PlanFile, viewer: Caller) {
    const it = await this.cases.read(viewer, caseId);
    const findings = await this.titled(it, viewer);
    await this.contents.refuseForeign(viewer, [{ ...file, mediaType }]);
    const content = await this.contents.readWhole(file, MAX_PLAN_BYTES);
    const lines = await linesOf(content, mediaType);
    try {
      return { id: it.id, content, rows: planRowsOf(lines, findings), refused: null };
    } catch (error) {
      if (!(error instanceof RowsInvalid)) throw error;
      return { id: it.id, content, rows: [] as PlanRow[], refused: error };
    }
  }

  /** As the feedback words them, in the order of the case. */
  private async titled({ feedbackId, findings }: Case, viewer: Caller): Promise<Titled[]> {
    const feedback = await viewer.ask(readFeedback, { feedbackId });
    const titles = new Map(feedback.findings.map(({ findingId, title }) => [findingId, title]));
    return findings.map(({ findingId }) => ({ findingId, title: titles.get(findingId) ?? '' }));
  }
}
