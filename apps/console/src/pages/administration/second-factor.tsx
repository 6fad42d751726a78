/** An authenticator of one's own: begun with the password, finished with the first code, answered with recovery codes. */
import { Alert, Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useWho } from '../../api/hooks.js';
import type { Answer } from '../../api/names.js';
import { post } from '../../api/session.js';
import { Part } from '../../kit/part.js';

interface Given {
  readonly account: string;
  readonly password: string;
}
type Step =
  | { readonly at: 'start' }
  | { readonly at: 'code'; readonly given: Given; readonly secret: string; readonly uri: string }
  | { readonly at: 'done'; readonly codes: readonly string[] };

export function SecondFactor({ me: { account, hasSecondFactor } }: { me: Answer<'me'> }) {
  const [step, setStep] = useState<Step>();
  return (
    <Part title="身份验证器">
      {step ? (
        <Steps step={step} account={account} to={setStep} />
      ) : hasSecondFactor ? (
        <p>
          已设置：您登录时除口令外，还用验证码或恢复码。换了手机、丢了恢复码的，请安全管理员重发设置码，重新设置。
        </p>
      ) : (
        <>
          <p>
            还没有设置。设置后，登录除口令外还要输入手机上的六位验证码，口令被人知道也登录不了。三员和各类保管员必须设置，其他人建议设置。
          </p>
          <Button onClick={() => setStep({ at: 'start' })}>设置身份验证器</Button>
        </>
      )}
    </Part>
  );
}

interface StepsProps {
  readonly step: Step;
  readonly account: string;
  readonly to: (next: Step) => void;
}

function Steps({ step, account, to }: StepsProps) {
  const who = useWho();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    setBusy(true);
    setProblem(undefined);
    try {
      to(await next(step, fields, who?.site ?? ''));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  if (step.at === 'done') return <Done codes={step.codes} />;
  return (
    <form onSubmit={(event) => void send(event)}>
      {problem && <Alert className="form-problem" type="error" showIcon role="alert" title={problem} />}
      {step.at === 'start' ? <Start account={account} /> : <Code secret={step.secret} uri={step.uri} />}
      <Button type="primary" htmlType="submit" loading={busy}>
        {step.at === 'start' ? '下一步' : '完成'}
      </Button>
    </form>
  );
}

async function next(step: Step, fields: Record<string, string>, site: string): Promise<Step> {
  if (step.at === 'start') {
    const given = { account: fields.account!.trim(), password: fields.password! };
    const begun = await post<{ secret: string; uri: string }>('session/second-factor/begin', {
      site,
      ...given,
    });
    return { at: 'code', given, ...begun };
  }
  if (step.at === 'done') return step;
  const code = fields.code!.replaceAll(/\s/g, '');
  const { recoveryCodes } = await post<{ recoveryCodes: string[] }>('session/second-factor/finish', {
    site,
    ...step.given,
    code,
  });
  return { at: 'done', codes: recoveryCodes };
}

function Start({ account }: { account: string }) {
  return (
    <>
      <div className="field">
        <label htmlFor="factor-account">账号</label>
        <Input id="factor-account" name="account" defaultValue={account} required autoComplete="username" />
      </div>
      <div className="field">
        <label htmlFor="factor-password">口令</label>
        <Input.Password id="factor-password" name="password" required autoComplete="current-password" />
      </div>
    </>
  );
}

function Code({ secret, uri }: { secret: string; uri: string }) {
  return (
    <>
      <p>在手机上打开身份验证器，选“手动输入密钥”，输入：</p>
      <p className="thumbprint secret">{secret.match(/.{1,4}/g)?.join(' ')}</p>
      <p className="second">
        正在手机上看本页的，可直接<a href={uri}>在身份验证器中打开</a>。
      </p>
      <div className="field">
        <label htmlFor="factor-code">身份验证器显示的六位数字</label>
        <Input id="factor-code" name="code" required inputMode="numeric" autoComplete="one-time-code" />
      </div>
    </>
  );
}

function Done({ codes }: { codes: readonly string[] }) {
  return (
    <div className="print-alone">
      <p>
        <strong>设置好了。</strong>
        下面的恢复码只显示这一次：手机不在身边时，每个可代替验证码用一次。请打印或抄下来锁好。
      </p>
      <ul className="recovery">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button className="no-print" onClick={() => window.print()}>
        打印
      </Button>
    </div>
  );
}
