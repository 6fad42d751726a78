/** The two seals of a petition: what it says, and who sent it. */
import { ask } from '../../api/client.js';
import { useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { Part } from '../../kit/part.js';
import { Sealed } from '../../kit/sealed.js';

type Petition = Answer<'readPetition'>;
const sealMark = <span className="second">已加密，查看留痕</span>;

export function PetitionContent({ petition: { id, state } }: { petition: Petition }) {
  return (
    <Part title="内容与核实结果" aside={sealMark}>
      <Sealed
        key={state}
        id="petition-content"
        says="内容、核实结果与答复；不含反映人是谁。写明为什么看，才能打开。"
        read={(purpose) => ask('readPetitionContent', { petitionId: id, purpose })}
        show={({ content, result, answer }) => (
          <>
            <h3>内容</h3>
            <p className="prose">{content}</p>
            {result && <h3>核实结果</h3>}
            {result && <p className="prose">{result}</p>}
            {answer && <h3>答复</h3>}
            {answer && <p className="prose">{answer}</p>}
          </>
        )}
      />
    </Part>
  );
}

/** Two custodians together, for one day. */
export function PetitionSender({ petition: { id, version, named } }: { petition: Petition }) {
  const { may } = useRights();
  if (!may(callOf('readPetitionSender').permission)) return null;
  const common = { given: { petitionId: id }, seen: version, onDone: () => undefined };
  return (
    <Part title="反映人" aside={sealMark}>
      {named ? (
        <>
          <ol className="sender-steps">
            <li>
              一名保管员申请。 <CommandButton {...common} command="askForSender" />
            </li>
            <li>
              另一名保管员当天同意。 <CommandButton {...common} command="agreeToSender" />
            </li>
            <li>这两名保管员当天可以查看，写明事由。</li>
          </ol>
          <Sealed
            id="petition-sender"
            says="两名保管员当天都同意以后才能打开。"
            read={(purpose) => ask('readPetitionSender', { petitionId: id, purpose })}
            show={({ sender }) => (
              <dl className="pairs">
                <dt>姓名</dt>
                <dd>{sender.name}</dd>
                <dt>联系方式</dt>
                <dd>{sender.contact ?? '未留'}</dd>
              </dl>
            )}
          />
        </>
      ) : (
        <p className="second">未署名。答复由反映人凭码领取。</p>
      )}
    </Part>
  );
}
