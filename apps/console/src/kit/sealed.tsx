/** What is sealed is read only after a purpose is typed, and is gone from the page when one leaves it or closes it. */
import { Alert, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { Problem } from '../api/problem.js';

interface Props<T> {
  readonly id: string;
  /** What is behind the seal. */
  readonly says: string;
  readonly read: (purpose: string) => Promise<T>;
  readonly show: (content: T) => ReactNode;
}

const LONGEST_PURPOSE = 200;

export function Sealed<T>({ read, show, ...form }: Props<T>) {
  const [content, setContent] = useState<T>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const open = async (purpose: string) => {
    if (!purpose) return setProblem('先写查看事由。');
    setBusy(true);
    setProblem(undefined);
    try {
      setContent(await read(purpose));
    } catch (error) {
      setProblem(error instanceof Problem ? error.detail : String(error));
    } finally {
      setBusy(false);
    }
  };
  if (content === undefined)
    return <Seal {...form} problem={problem} isBusy={isBusy} open={(purpose) => void open(purpose)} />;
  return (
    <>
      {show(content)}
      <Button onClick={() => setContent(undefined)}>收起，重新加封</Button>
    </>
  );
}

interface SealProps {
  readonly id: string;
  readonly says: string;
  readonly problem: string | undefined;
  readonly isBusy: boolean;
  readonly open: (purpose: string) => void;
}

function Seal({ id, says, problem, isBusy, open }: SealProps) {
  const [purpose, setPurpose] = useState('');
  return (
    <form
      className="sealed"
      onSubmit={(event) => {
        event.preventDefault();
        open(purpose.trim());
      }}
    >
      <p className="second" id={`${id}-says`}>
        {says}
      </p>
      <label htmlFor={id}>查看事由</label>
      <div className="sealed-row">
        <Input
          id={id}
          value={purpose}
          maxLength={LONGEST_PURPOSE}
          autoComplete="off"
          aria-describedby={`${id}-says`}
          placeholder="例：核实反映的土地承包问题"
          onChange={({ target }) => setPurpose(target.value)}
        />
        <Button htmlType="submit" loading={isBusy}>
          查看
        </Button>
      </div>
      {problem && <Alert type="error" showIcon title={problem} />}
    </form>
  );
}
