/** What a person needs to take possession of an account. It is shown here once, and nowhere again: whoever loses it is sent another. */
import { App, Button, Modal } from 'antd';
import { useWho } from '../../api/hooks.js';
import type { Answer } from '../../api/names.js';
import { shownInstant } from '../../kit/clock.js';
import './administration.css';

export interface SetUpLink {
  /** What the person types to sign in. */
  readonly account: string;
  readonly code: string;
  readonly until: string;
  readonly name?: string;
  /** Absent: the site of whoever is signed in. */
  readonly site?: string;
}

/** Of an answer that holds a code; undefined where the same was asked before, and answered with it then. */
export function linkIn(
  {
    setUpCode,
    setUpUntil,
  }: { readonly setUpCode?: string | undefined; readonly setUpUntil?: string | undefined },
  account: unknown,
  name?: unknown,
): SetUpLink | undefined {
  if (!setUpCode || !setUpUntil) return undefined;
  return {
    account: account as string,
    code: setUpCode,
    until: setUpUntil,
    ...(name ? { name: name as string } : {}),
  };
}

type Invitations = NonNullable<Answer<'openSite'>['invitations']>;

/** Of an answer that lets several in, perhaps to another site. */
export function linksIn(invitations: Invitations | undefined, site: unknown): SetUpLink[] {
  return (invitations ?? []).map(({ account, setUpCode, setUpUntil }) => ({
    account,
    code: setUpCode,
    until: setUpUntil,
    ...(site ? { site: site as string } : {}),
  }));
}

export function SetUpSheet({ links, close }: { links: readonly SetUpLink[]; close: () => void }) {
  const who = useWho();
  return (
    <Modal
      open
      title="设置码只显示这一次"
      width={620}
      onCancel={close}
      mask={{ closable: false }}
      footer={[
        <Button key="print" onClick={() => window.print()}>
          打印
        </Button>,
        <Button key="close" type="primary" onClick={close}>
          已交给本人，关闭
        </Button>,
      ]}
    >
      <p className="no-print">
        请当面交给本人，或打印后密封送达；不要用聊天软件发送。没有保存就关掉的，只能重发。
      </p>
      {links.map((link) => (
        <Sheet key={link.account} link={link} site={link.site ?? who?.site ?? ''} />
      ))}
    </Modal>
  );
}

function Sheet({ link: { account, code, until, name }, site }: { link: SetUpLink; site: string }) {
  const { message } = App.useApp();
  const address = `${location.origin}/set-up#${new URLSearchParams({ site, account, code }).toString()}`;
  return (
    <section className="set-up-sheet print-alone" aria-label={`${account} 的设置码`}>
      <h2>巡察工作平台账号设置</h2>
      <dl>
        {name && <Pair word="姓名" value={name} />}
        <Pair word="站点编号" value={site} />
        <Pair word="账号" value={account} />
        <Pair word="设置码" value={code} />
        <Pair word="有效期至" value={shownInstant(until)} />
      </dl>
      <p className="set-up-link">{address}</p>
      <p className="no-print">
        <Button
          size="small"
          onClick={() =>
            void navigator.clipboard.writeText(address).then(() => message.success('链接已复制'))
          }
        >
          复制链接
        </Button>
      </p>
      <ol>
        <li>用浏览器打开上面的链接（或打开本平台的“账号设置”页面，输入站点编号、账号和设置码）。</li>
        <li>自己设一个口令，不少于十个字；不要告诉任何人，管理员也不会问您。</li>
        <li>按页面提示设置身份验证器；恢复码抄下来，锁好。</li>
        <li>设置码只能用一次，用过即作废。</li>
      </ol>
    </section>
  );
}

function Pair({ word, value }: { word: string; value: string }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{value}</dd>
    </>
  );
}
