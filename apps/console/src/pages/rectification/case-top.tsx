/** What somebody has to see of a case before anything else: what was returned and why, what waits for a signature, what to do now. */
import { Link } from '@tanstack/react-router';
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { valueWord } from '../../words/words.js';
import { hasPlan, returnedNow, unreceived, type Case } from './case-state.js';

export function CaseTop({ view }: { view: Case }) {
  const { may } = useRights();
  const isTheirs = may(callOf('draftPlan').permission);
  return (
    <>
      <Returned view={view} isTheirs={isTheirs} />
      {isTheirs && <ToReceive view={view} />}
      {isTheirs && <ToPlan view={view} />}
      {isTheirs && <NotTheSigner view={view} />}
    </>
  );
}

export function Returned({ view, isTheirs }: { view: Case; isTheirs: boolean }) {
  const slip = returnedNow(view);
  if (!slip) return null;
  const what = valueWord('about', slip.about);
  return (
    <section className="returned" aria-label="退回意见">
      <h2>{what}被退回了，原因如下</h2>
      <p className="said">{slip.opinions}</p>
      <p className="second">
        {slip.number} · <span className="number">{slip.on}</span>
        {isTheirs &&
          ` · 照意见改好，重新${slip.about === 'plan' ? '签字报送' : '拟定、签字'}即可，原来写的都还在。`}
      </p>
    </section>
  );
}

function ToReceive({ view }: { view: Case }) {
  const waiting = unreceived(view);
  if (waiting.length === 0) return null;
  return (
    <div className="next-step">
      <span>
        <strong>有 {waiting.length} 份意见等您签收：</strong>
        {waiting.map(({ number }) => number).join('、')}
      </span>
      <CommandButton
        command="receiveOpinions"
        given={{ caseId: view.id }}
        seen={view.version}
        onDone={() => undefined}
      />
    </div>
  );
}

function ToPlan({ view }: { view: Case }) {
  if (view.state !== 'opened') return null;
  return (
    <div className="next-step">
      <span>
        {hasPlan(view)
          ? '方案已经拟好，签字以前还可以修改。'
          : `反馈了 ${view.findings.length} 个问题，请逐个写明措施、责任人和期限。`}
      </span>
      <Link className="link-button" to={`/cases/${view.id}/plan` as never}>
        {hasPlan(view) ? '修改方案' : '拟定整改方案'}
      </Link>
    </div>
  );
}

/** Why there is no button to sign with. */
function NotTheSigner({ view }: { view: Case }) {
  if (view.maySign || !['opened', 'underway'].includes(view.state)) return null;
  return (
    <p className="second aside-note">
      签字由主要负责人（或巡察办指定的签字人）用本人账号登录办理，您的账号不能签字。
    </p>
  );
}
