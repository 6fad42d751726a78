/** A password of one's own: covered while it is typed, and never kept as a draft. */
import { Alert, Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { tell } from '../../api/client.js';
import { Part } from '../../kit/part.js';

const fields = [
  ['old', '现在的口令', 'current-password'],
  ['password', '新口令', 'new-password'],
  ['again', '新口令，再输一次', 'new-password'],
] as const;

interface Said {
  readonly type: 'success' | 'error';
  readonly text: string;
}

export function Password() {
  const [said, setSaid] = useState<Said>();
  const [busy, setBusy] = useState(false);
  const [times, setTimes] = useState(0);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Record<
      'old' | 'password' | 'again',
      string
    >;
    if (given.password !== given.again) return setSaid({ type: 'error', text: '两次输入的新口令不同。' });
    setBusy(true);
    try {
      await tell('changePassword', { old: given.old, password: given.password }, crypto.randomUUID());
      setSaid({ type: 'success', text: '口令已修改，您在其他地方的登录已经结束。' });
      setTimes(times + 1);
    } catch (error) {
      setSaid({ type: 'error', text: error instanceof Error ? error.message : String(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Part title="修改口令">
      {said && <Alert className="form-problem" type={said.type} showIcon role="alert" title={said.text} />}
      <p className="second">不少于十个字。改好后，其他电脑和手机上的登录随即结束。</p>
      <form key={times} onSubmit={(event) => void send(event)}>
        {fields.map(([name, label, autoComplete]) => (
          <div className="field" key={name}>
            <label htmlFor={`own-${name}`}>{label}</label>
            <Input.Password id={`own-${name}`} name={name} required autoComplete={autoComplete} />
          </div>
        ))}
        <Button type="primary" htmlType="submit" loading={busy}>
          修改口令
        </Button>
      </form>
    </Part>
  );
}
