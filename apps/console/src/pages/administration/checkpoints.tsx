import { Button } from 'antd';
import { useAsk } from '../../api/hooks.js';
import type { Answer } from '../../api/names.js';
import { shownInstant } from '../../kit/clock.js';
import { Failed, Loading } from '../../kit/notices.js';
import { PlainTable } from '../../kit/plain-table.js';
import type { CheckpointQuery } from './audit.js';
import { saveAs } from '../../kit/save-as.js';

const SHOWN = 20;

/** Signed sums over the trail: who keeps a copy outside can tell later whether anything before it was changed. */
export function Checkpoints({ query }: { query: CheckpointQuery }) {
  const { data, error, isPending, refetch } = useAsk(query, { limit: SHOWN });
  if (isPending) return <Loading />;
  if (error && !data) return <Failed problem={error} again={() => void refetch()} />;
  const { items, publicKey } = data as Answer<'listIdentityCheckpoints'>;
  return (
    <div className="checkpoints">
      <p>
        每个检查点是此前全部记录的校验值和服务的签名。请定期下载，由审计管理员在系统之外留存：日后重新核对，前面的记录有没有被改过，一比便知。
      </p>
      <p>
        <Button disabled={items.length === 0} onClick={() => save(query, data)}>
          下载留存
        </Button>
      </p>
      {items.length === 0 ? (
        <p className="second">还没有检查点。</p>
      ) : (
        <PlainTable label="检查点" heads={['序号', '时间', '校验值', '签名']}>
          {items.map(({ number, at, hash, signature }) => (
            <tr key={number}>
              <td className="number">{number}</td>
              <td className="number">{shownInstant(at)}</td>
              <td className="thumbprint">{hash}</td>
              <td className="thumbprint">{signature}</td>
            </tr>
          ))}
        </PlainTable>
      )}
      <details>
        <summary>本服务的公钥</summary>
        <pre>{publicKey}</pre>
      </details>
    </div>
  );
}

function save(query: string, data: unknown): void {
  saveAs(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }), `${query}.json`);
}
