/** 线索移交签收回执: how many clues went to an organ and who signed for them; none of their numbers, which the organ learns by signing. */
import type { Out, readTransfer } from '@xuncha/contracts';
import { dayInWords, type forms } from '@xuncha/documents';
import type { Names } from '@xuncha/service-kit';

export function receiptOf(
  transfer: Out<typeof readTransfer>,
  { organization, account }: Names,
): typeof forms.transferReceipt.example {
  return {
    文号: transfer.number ?? '',
    接收机关: organization(transfer.organId),
    线索件数: `${transfer.clueIds.length}件`,
    快速移交: transfer.urgent ? '是' : '否',
    移送日期: dayInWords(transfer.deliveredOn),
    签收期限: dayInWords(transfer.receiptDueOn),
    签收人: account(transfer.receivedBy),
    签收日期: dayInWords(transfer.receivedOn),
  };
}
