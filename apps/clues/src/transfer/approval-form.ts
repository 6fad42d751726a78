/**
 * 线索移交审批表 (NB17-8): who approved it and what they said, and of the clues their numbers and natures, never what they say or whom
 * they are about: whoever approves a transfer does not open them.
 */
import type { ClueNature, Out, readTransfer, readTransferForm, TransferStepKind } from '@xuncha/contracts';
import { dayInWords, type forms } from '@xuncha/documents';
import type { Names } from '@xuncha/service-kit';
import type { Clue } from '../clue/clue.js';

const natures: Readonly<Record<ClueNature, string>> = {
  breach: '违纪',
  inaction: '不作为',
  crime: '涉嫌犯罪',
  personnel: '选人用人',
  petition: '信访事项',
  work: '工作问题',
};
interface Approved {
  readonly transfer: Out<typeof readTransfer>;
  readonly form: Out<typeof readTransferForm>;
  readonly clues: readonly Pick<Clue, 'number' | 'nature' | 'subjects' | 'urgent'>[];
}

export function approvalFormOf(
  { transfer, form, clues }: Approved,
  { organization, account }: Names,
): typeof forms.transferApproval.example {
  // What was approved before a return no longer counts.
  const since = form.steps.findLastIndex(({ kind }) => kind === 'drafted');
  const current = form.steps.slice(since);
  const stepOf = (kind: TransferStepKind) => current.find((step) => step.kind === kind);
  const opinionOf = (kind: TransferStepKind) => stepOf(kind)?.opinion ?? '';
  const signedBy = (kind: TransferStepKind) => {
    const step = stepOf(kind);
    return step ? `${account(step.by)}\n${dayInWords(step.on)}` : `\n${dayInWords(null)}`;
  };
  return {
    文号: form.number ?? '',
    接收机关: organization(form.organId),
    起草: signedBy('drafted').replace('\n', '　'),
    线索件数: `${transfer.clueIds.length}件`,
    快速移交: transfer.urgent ? '是' : '否',
    分流说明: form.deviation ?? '',
    组长意见: opinionOf('leaderApproved'),
    组长签批: signedBy('leaderApproved'),
    巡察办意见: opinionOf('officeApproved'),
    巡察办签批: signedBy('officeApproved'),
    领导小组意见: opinionOf('approved'),
    领导小组签批: signedBy('approved'),
    移送日期: dayInWords(transfer.deliveredOn),
    签收日期: dayInWords(transfer.receivedOn),
    线索: clues.map(({ number, nature, subjects, urgent }) => ({
      线索编号: number,
      性质: nature === null ? '' : natures[nature],
      涉及人数: String(subjects.length),
      快速: urgent ? '是' : '',
    })),
  };
}
