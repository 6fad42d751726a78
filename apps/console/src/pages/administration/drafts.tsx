/** What one has typed into forms and not sent, on whatever machine: it goes on where the form is opened. */
import { useAsk } from '../../api/hooks.js';
import { CommandButton } from '../../kit/command-button.js';
import { shownInstant } from '../../kit/clock.js';
import { Part } from '../../kit/part.js';
import { PlainTable } from '../../kit/plain-table.js';
import { useSummaries } from '../../kit/summaries.js';

export function Drafts() {
  const { data } = useAsk('listDrafts', {});
  const summaries = useSummaries();
  const items = data?.items ?? [];
  return (
    <Part title="没有提交的草稿" aside={<span className="second">只有您能看到，留 30 天</span>}>
      {items.length === 0 && (
        <p className="second">没有。填了一半的长表单会存在这里，换台电脑打开同一个表单就能接着写。</p>
      )}
      {items.length > 0 && (
        <PlainTable label="没有提交的草稿" heads={['表单', '最近保存', '办理']} tall>
          {items.map(({ form, command, savedAt, seen }) => (
            <tr key={form}>
              <td>{summaries[command]}</td>
              <td className="number">{shownInstant(savedAt)}</td>
              <td>
                <CommandButton
                  command="discardDraft"
                  given={{ form }}
                  seen={seen}
                  danger
                  onDone={() => undefined}
                />
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </Part>
  );
}
