/** One composition: how far it is, what came of it, and what it costs to change it by hand before it is proposed. */
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { useName } from '../../kit/names.js';
import { Failed, Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Part } from '../../kit/part.js';
import { StateTag } from '../../kit/state-tag.js';
import { Referred } from '../../kit/value.js';
import { valueWord } from '../../words/words.js';
import { ComposedTeams } from './composed-teams.js';
import './talent.css';

type Composition = Answer<'readComposition'>;

const AGAIN_MS = 1_000;
const isUnderWay = ({ state }: Composition) => state === 'running' || state === 'stopping';

export function CompositionPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { may, isKnown } = useRights();
  const { data, error, isPending, refetch } = useAsk('readComposition', { compositionId: id as never });
  const isComing = data !== undefined && isUnderWay(data);
  useEffect(() => {
    if (!isComing) return;
    const timer = setInterval(() => void refetch(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [isComing, refetch]);
  if (isKnown && !may(callOf('readComposition').permission)) return <Forbidden />;
  if (isPending) return <Loading />;
  if (error && !data) return <Failed problem={error} again={() => void refetch()} />;
  return <Shown composition={data!} />;
}

function Shown({ composition }: { composition: Composition }) {
  const { id, state, outcome, teams, clash } = composition;
  return (
    <>
      <Head composition={composition} />
      {isUnderWay(composition) && <Progress composition={composition} />}
      {state === 'failed' && (
        <Part title="没有完成">
          <p>求解器中断，没有留下结果。点“改条件再组建”，不改条件也可以再算一次；组数很多的请分批组建。</p>
        </Part>
      )}
      {clash && <Clash {...clash} />}
      {outcome === 'stopped' && teams.length === 0 && (
        <Part title="没有找到">
          <p>停止之前还没有找到一套人选。请再组建一次，多等一会儿。</p>
        </Part>
      )}
      {teams.length > 0 && <ComposedTeams key={id} composition={composition} />}
    </>
  );
}

function Head({ composition }: { composition: Composition }) {
  const { id, version, roundId, state, needs, startedBy, startedOn } = composition;
  const { may } = useRights();
  const round = useName('round', roundId);
  return (
    <PageHead
      title={round ? `${round}：组建` : '组建'}
      crumbs={[['组建', '/compositions']]}
      after={<StateTag of="CompositionState" value={state} />}
      says={
        <>
          <Referred field="startedBy" id={startedBy} /> 于 {startedOn} 发起，共 {needs.teams.length} 个组
        </>
      }
    >
      {!isUnderWay(composition) && may(callOf('startComposition').permission) && (
        <Link className="button-link plain" to={'/compositions/new' as never} search={{ from: id } as never}>
          改条件再组建
        </Link>
      )}
      {state === 'running' && may(callOf('stopComposition').permission) && (
        <CommandButton
          command="stopComposition"
          given={{ compositionId: id }}
          seen={version}
          onDone={() => undefined}
        />
      )}
    </PageHead>
  );
}

const MS = 1_000;

function Progress({ composition: { progress, state } }: { composition: Composition }) {
  const { elapsed = 0, points = null, bound = null, phase } = progress ?? {};
  const proven = points && bound !== null ? Math.min(100, Math.round((100 * bound) / points)) : 0;
  return (
    <Part title={state === 'stopping' ? '正在停止…' : '正在计算'}>
      <div role="status">
        <p>
          已用 <span className="number">{Math.round(elapsed / MS)} 秒</span>
          {phase && ` · ${valueWord('phase', phase)}`}
          {points === null ? ' · 还没有找到一套人选' : ` · 已找到代价 ${points} 分的人选`}
        </p>
        <div
          className="bar-track tall-bar"
          role="progressbar"
          aria-label="离证明最优还有多远"
          aria-valuenow={proven}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <span style={{ width: `${proven}%` }} />
        </div>
        <p className="second">
          {points === null
            ? '不必等在这里：计算在后台进行，随时可从“组建”列表打开本页。'
            : `再好也不会少于 ${bound ?? 0} 分。可以继续等，也可以点“停止计算”用已找到的；离开本页不影响计算。`}
        </p>
      </div>
    </Part>
  );
}

function Clash({ conditions, smallest }: NonNullable<Composition['clash']>) {
  return (
    <Part title="这些条件放在一起，现有的人满足不了">
      <ul className="clash">
        {conditions.map((condition) => (
          <li key={condition}>{condition}</li>
        ))}
      </ul>
      <p>
        {smallest
          ? '放宽其中任何一条，其余的就不再互相冲突。点“改条件再组建”修改；人手不够的，可先在人才库补充入库或发抽调函。'
          : '冲突就在这些条件之中，可从人数最紧的一条放宽起。点“改条件再组建”修改。'}
      </p>
    </Part>
  );
}
