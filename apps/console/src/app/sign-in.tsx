import { Alert, Button, Input } from 'antd';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Problem } from '../api/problem.js';
import { session } from '../api/session.js';

interface Props {
  /** Who was signed in until now: only they go on with the page behind. */
  readonly again?: { readonly site: string; readonly name: string };
  readonly leave?: () => void;
}

const LAST_SITE = 'last-site';

export default function SignIn({ again, leave }: Props) {
  const { send, busy, problem, needsCode, binds } = useSignIn();
  const asDialog = again ? { role: 'dialog', 'aria-modal': true, 'aria-label': '重新登录' } : {};
  return (
    <>
      {!again && <div className="strip" />}
      <main className={again ? 'door over' : 'door'} {...asDialog}>
        <div>
          {!again && (
            <span className="mark" aria-hidden="true">
              巡
            </span>
          )}
          <h1>{again ? '请重新登录' : '巡察工作平台'}</h1>
          <p className="second">
            {again ? `${again.name}，登录后接着做，页面上的内容都还在。` : '用本人的账号登录'}
          </p>
          <form onSubmit={(event) => void send(event)}>
            {problem && <Alert className="form-problem" type="error" showIcon title={problem} role="alert" />}
            {binds && (
              <p>
                <a href={binds} target="_blank" rel="noreferrer">
                  去绑定身份验证器
                </a>
                ，绑好回到这里，连同验证码一起登录。
              </p>
            )}
            <Fields site={again?.site} needsCode={needsCode} />
            <Button type="primary" htmlType="submit" block loading={busy}>
              登录
            </Button>
            {leave && (
              <Button block type="link" onClick={leave}>
                不接着做了，换人登录
              </Button>
            )}
          </form>
        </div>
      </main>
    </>
  );
}

function useSignIn() {
  const [needsCode, setNeedsCode] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  /** Where an authenticator is bound, for whoever got a role that needs one after the password. */
  const [binds, setBinds] = useState<string>();
  const send = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => (given.get(name) as string).trim();
    const code = text('code').replaceAll(/\s/g, '');
    const who = { site: text('site'), account: text('account') };
    setBusy(true);
    setProblem(undefined);
    setBinds(undefined);
    try {
      localStorage.setItem(LAST_SITE, who.site);
      const password = given.get('password') as string;
      await session.signIn({ ...who, password, ...(code ? { code } : {}) });
    } catch (error) {
      const refused = error instanceof Problem ? error.code : '';
      if (refused === 'session.code-needed') setNeedsCode(true);
      if (refused === 'session.second-factor-needed') {
        setBinds(`/set-up#${new URLSearchParams(who).toString()}`);
        setNeedsCode(true);
      }
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem, needsCode, binds };
}

function Fields({ site, needsCode }: { site: string | undefined; needsCode: boolean }) {
  const known = site ?? localStorage.getItem(LAST_SITE) ?? '';
  const aboutCode = needsCode
    ? '打开身份验证器，输入六位数字；没有它时可用恢复码'
    : '设过身份验证器的才需要填';
  return (
    <>
      <Labelled id="site" label="站点编号" hint="例如 330381">
        <Input id="site" name="site" required autoComplete="organization" defaultValue={known} />
      </Labelled>
      <Labelled id="account" label="账号">
        <Input id="account" name="account" required autoComplete="username" autoFocus />
      </Labelled>
      <Labelled id="password" label="口令">
        <Input id="password" name="password" type="password" required autoComplete="current-password" />
      </Labelled>
      <Labelled id="code" label="验证码" hint={aboutCode}>
        <Input id="code" name="code" autoComplete="one-time-code" inputMode="numeric" />
      </Labelled>
    </>
  );
}

function Labelled({
  id,
  label,
  hint,
  children,
}: {
  id: string;
  label: string;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && <p className="second">{hint}</p>}
      {children}
    </div>
  );
}
