/** What a clue says: opened for a purpose, kept in no cache, gone when it is closed. Whoever has read it can screen it and record what came of it. */
import { ask } from '../../api/client.js';
import { useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { Part } from '../../kit/part.js';
import { PlainTable } from '../../kit/plain-table.js';
import { valueWord } from '../../words/words.js';
import { Sealed } from '../../kit/sealed.js';

type Clue = Answer<'readClue'>;
type Content = Answer<'readClueContent'>;
type Subject = Content['contents'][number]['persons'][number];

export function ClueContent({ view }: { view: Clue }) {
  const { may } = useRights();
  if (!may(callOf('readClueContent').permission)) return null;
  const isHere = view.takenOn !== null && view.state !== 'movedUp';
  return (
    <Part title="线索内容" aside={<span className="tag">密封</span>}>
      {isHere ? (
        <Sealed
          // What was read of an earlier version is closed when the clue has changed.
          key={view.version}
          id="clue-purpose"
          says="内容加密保存。写明为什么要看，谁在什么时候为什么看过，都有记录。"
          read={(purpose) => ask('readClueContent', { clueId: view.id, purpose })}
          show={(content) => <Opened view={view} content={content} />}
        />
      ) : (
        <p className="second">
          {view.state === 'movedUp' ? '内容已随线索上移，本处不再保存。' : '内容还没有到。'}
        </p>
      )}
    </Part>
  );
}

function Opened({ view, content }: { view: Clue; content: Content }) {
  const { may } = useRights();
  const persons = content.contents.flatMap((one) => one.persons);
  const target = { clueId: view.id };
  const mayScreen = may(callOf('screenClue').permission) && ['raised', 'screened'].includes(view.state);
  return (
    <div className="clue-content">
      {content.contents.map(({ matter, source }, index) => (
        <section key={index} aria-label={index === 0 ? '反映的事' : `并入的第 ${index} 条`}>
          <h3>{index === 0 ? '反映的事' : `并入的第 ${index} 条`}</h3>
          <p className="prose">{matter}</p>
          <p className="second">来源：{source}</p>
        </section>
      ))}
      <h3>涉及的人</h3>
      {persons.length === 0 ? <p className="second">没有列出</p> : <Persons persons={persons} />}
      {mayScreen && (
        <div className="actions">
          <CommandButton
            command="screenClue"
            primary={view.state === 'raised'}
            given={target}
            seen={view.version}
            initial={{ nature: view.nature, persons }}
            onDone={() => undefined}
          />
        </div>
      )}
    </div>
  );
}

function Persons({ persons }: { persons: readonly Subject[] }) {
  return (
    <PlainTable label="所涉人员" heads={['姓名', '职务', '管理权限', '证件号码或干部编号']} className="stack">
      {persons.map(({ name, post, authority, identity }, index) => (
        <tr key={index}>
          <td data-word="姓名">{name}</td>
          <td data-word="职务">{post ?? '—'}</td>
          <td data-word="管理权限">{valueWord('Authority', authority)}</td>
          <td data-word="编号">{identity ?? '—'}</td>
        </tr>
      ))}
    </PlainTable>
  );
}
