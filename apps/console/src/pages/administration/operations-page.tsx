/** Whether every service is there and keeps up, as the gateway gathers it: for whoever is called when something stands still. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { Empty, Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Part } from '../../kit/part.js';
import { PlainTable } from '../../kit/plain-table.js';
import { valueWord } from '../../words/words.js';
import { figure, samplesIn, type Sample } from './metrics.js';
import './administration.css';

/** As the gateway answers `/health`. */
interface Instance {
  readonly service: string;
  readonly instance: string;
  readonly ok: boolean;
  readonly database: boolean;
  readonly broker: boolean;
  readonly parked: number;
  readonly waiting: number;
  readonly memoryMb: number;
}
interface Health {
  readonly ok: boolean;
  readonly missing: readonly string[];
  readonly services: readonly Instance[];
}

const AGAIN_MS = 10_000;

export function OperationsPage() {
  const { may, isKnown } = useRights();
  const isAllowed = may(callOf('listAdministratorChanges').permission);
  const health = useQuery({
    queryKey: ['health'],
    queryFn: readHealth,
    refetchInterval: AGAIN_MS,
    enabled: isAllowed,
  });
  const metrics = useQuery({
    queryKey: ['metrics'],
    queryFn: readMetrics,
    refetchInterval: AGAIN_MS,
    enabled: isAllowed,
  });
  if (isKnown && !isAllowed) return <Forbidden />;
  return (
    <>
      <PageHead title="运行" says="各服务是否都在、是否跟得上。每十秒自动更新。">
        <Button onClick={() => void Promise.all([health.refetch(), metrics.refetch()])}>立即更新</Button>
      </PageHead>
      {health.isPending && <Loading />}
      {health.error && (
        <Empty title="没有读到">
          <p>网关没有答复。若其他页面也打不开，请到服务器上查看网关是否在运行。</p>
        </Empty>
      )}
      {health.data && <Shown health={health.data} samples={metrics.data ?? []} />}
    </>
  );
}

/** Answered with 503, too, where something is missing: then it says what. */
async function readHealth(): Promise<Health> {
  const response = await fetch('/health', { cache: 'no-store' });
  return (await response.json()) as Health;
}

async function readMetrics(): Promise<Sample[]> {
  const response = await fetch('/metrics', { cache: 'no-store' });
  return samplesIn(await response.text());
}

function Shown({ health, samples }: { health: Health; samples: readonly Sample[] }) {
  const names = [
    ...new Set([...health.missing, ...health.services.map(({ service }) => service)]),
  ].toSorted();
  const parked = health.services.reduce((sum, one) => sum + one.parked, 0);
  return (
    <>
      <div className={health.ok && parked === 0 ? 'next-step' : 'next-step in-trouble'} role="status">
        <strong>
          {health.ok
            ? '各服务都在运行'
            : `有服务不在：${health.missing.map(word).join('、') || '数据库或消息通道不通'}`}
        </strong>
        {parked > 0
          ? `有 ${parked} 条消息出错被搁置，只影响各自的那条记录；请把下表所示服务的日志交给开发人员，处理后可重放。`
          : '没有出错被搁置的消息。'}
      </div>
      <Part title="各服务">
        <PlainTable
          label="各服务"
          heads={[
            '服务',
            '副本',
            '数据库',
            '消息通道',
            '待发布（条）',
            '发布最多晚（秒）',
            '待处理（条）',
            '等前一条（条）',
            '出错搁置（条）',
            '待到期限（个）',
          ]}
        >
          {names.map((name) => (
            <ServiceRow
              key={name}
              name={name}
              instances={health.services.filter(({ service }) => service === name)}
              samples={samples}
            />
          ))}
        </PlainTable>
      </Part>
      <Replicas instances={health.services} />
      <Explained />
    </>
  );
}

function Replicas({ instances }: { instances: readonly Instance[] }) {
  return (
    <Part title="各副本">
      <PlainTable label="各副本" heads={['服务', '进程', '状态', '内存（MB）']} tall>
        {instances.map((one) => (
          <tr key={one.service + one.instance}>
            <td>{word(one.service)}</td>
            <td className="number">{one.instance}</td>
            <td>{one.ok ? <span className="fine">正常</span> : <span className="refused">不正常</span>}</td>
            <td className="number">{one.memoryMb}</td>
          </tr>
        ))}
      </PlainTable>
    </Part>
  );
}

function Explained() {
  return (
    <Part title="怎么看">
      <dl className="explained">
        <dt>待发布</dt>
        <dd>记录已经保存，消息还没有发给其他服务。长时间不为零，说明消息通道有问题；记录不会丢。</dd>
        <dt>待处理</dt>
        <dd>其他服务发来、还没有处理的消息。短时间有几条是正常的，一直增加说明这个服务跟不上。</dd>
        <dt>等前一条</dt>
        <dd>同一条记录的后一个版本先到，在等前一个版本；通常很快自己消失。</dd>
        <dt>出错搁置</dt>
        <dd>处理时出错，已搁置，只挡住它自己的那条记录。需要开发人员处理后重放。</dd>
      </dl>
    </Part>
  );
}

const word = (service: string) => valueWord('service', service);

interface RowProps {
  readonly name: string;
  readonly instances: readonly Instance[];
  readonly samples: readonly Sample[];
}

function ServiceRow({ name, instances, samples }: RowProps) {
  const isThere = instances.length > 0;
  const sum = (metric: string) => figure(samples, metric, name, 'sum');
  return (
    <tr>
      <td>{word(name)}</td>
      <td className="number">{isThere ? instances.length : <span className="refused">没有</span>}</td>
      <td>{isThere && <Well isWell={instances.every(({ database }) => database)} />}</td>
      <td>{isThere && <Well isWell={instances.every(({ broker }) => broker)} />}</td>
      <Figure value={figure(samples, 'xuncha_journal_backlog', name, 'most')} />
      <Figure value={figure(samples, 'xuncha_relay_lag_seconds', name, 'most')} />
      <Figure value={sum('xuncha_consumer_lag')} />
      <Figure value={sum('xuncha_events_waiting')} />
      <Figure value={sum('xuncha_events_parked')} isTrouble />
      <Figure value={figure(samples, 'xuncha_deadlines_open', name, 'most')} />
    </tr>
  );
}

function Well({ isWell }: { isWell: boolean }) {
  return isWell ? <span className="fine">通</span> : <span className="refused">不通</span>;
}

function Figure({ value, isTrouble = false }: { value: number | undefined; isTrouble?: boolean }) {
  if (value === undefined) return <td className="nothing">—</td>;
  return (
    <td className={isTrouble && value > 0 ? 'number refused' : 'number'}>{Math.round(value * 10) / 10}</td>
  );
}
