/** The teams that were found, changed by hand where somebody knows better, priced at every change, and proposed. */
import { Alert, App, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { tell } from '../../api/client.js';
import { useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { session } from '../../api/session.js';
import { CommandButton } from '../../kit/command-button.js';
import { DraftNotice } from '../../kit/form/draft-notice.js';
import { isSame } from '../../kit/form/merge.js';
import { useDraft } from '../../kit/form/use-draft.js';
import { ComposedTeamCard } from './composed-team-card.js';
import { asProposed, type ComposedTeam } from './members.js';
import { usePeople } from './people.js';
import { PricePanel, usePrice } from './price-panel.js';

type Composition = Answer<'readComposition'>;

export function ComposedTeams({ composition }: { composition: Composition }) {
  const { may } = useRights();
  const { teams, change, restore, draft, isChanged } = useChanged(composition);
  const people = usePeople();
  const mayChange = composition.state === 'done' && may(callOf('priceTeams').permission);
  const price = usePrice(composition.id, teams, may(callOf('priceTeams').permission));
  const best = usePrice(composition.id, composition.teams, may(callOf('priceTeams').permission));
  return (
    <>
      <DraftNotice {...draft} drop={restore} />
      <Next composition={composition} teams={teams} isChanged={isChanged} restore={restore} />
      <PricePanel composition={composition} price={price} best={best} isChanged={isChanged} people={people} />
      {teams.map((team) => (
        <ComposedTeamCard
          key={team.designation}
          team={team}
          teams={teams}
          found={composition.teams.find(({ designation }) => designation === team.designation)}
          people={people}
          terms={price?.teams.find(({ designation }) => designation === team.designation)?.terms}
          breaches={price?.breaches ?? []}
          {...(mayChange
            ? {
                change: (next: ComposedTeam) =>
                  change(teams.map((one) => (one.designation === team.designation ? next : one))),
              }
            : {})}
        />
      ))}
    </>
  );
}

/** What was changed by hand is kept until it is proposed or given up. */
function useChanged({ id, teams: found }: Composition) {
  const [who] = useState(session.who);
  const place = [who?.site, who?.accountId, 'composition', id].join('/');
  const [teams, setTeams] = useState<readonly ComposedTeam[]>(found);
  const base = useMemo(() => ({ values: { teams: found }, version: undefined }), [found]);
  const values = useMemo(() => ({ teams }), [teams]);
  const draft = useDraft(
    { place, command: 'proposeTeam', isLong: true },
    { base, values, restore: (left) => setTeams(left.values.teams as readonly ComposedTeam[]) },
  );
  const restore = () => {
    setTeams(found);
    void draft.drop();
  };
  return { teams, change: setTeams, restore, draft, isChanged: !isSame(teams, found) };
}

interface NextProps {
  readonly composition: Composition;
  readonly teams: readonly ComposedTeam[];
  readonly isChanged: boolean;
  readonly restore: () => void;
}

function Next({ composition: { id, version, state, roundId }, teams, isChanged, restore }: NextProps) {
  const { may } = useRights();
  const navigate = useNavigate();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const open = () => void navigate({ to: '/teams' as never, search: { roundId } as never });
  if (state === 'proposed')
    return (
      <div className="next-step">
        <strong>已提出为各组人选。</strong>下一步：在“巡察组”里逐组审核回避。
        <Button type="primary" onClick={open}>
          打开这一轮的巡察组
        </Button>
      </div>
    );
  if (state !== 'done' || !may(callOf('proposeTeam').permission)) return null;
  return (
    <>
      <div className="next-step">
        <strong>下一步：</strong>
        {isChanged
          ? '您调整过人选。看过下面的代价和不满足的条件后，逐组提出。'
          : '看过人选，按此提出；要换人的，先在下面各组里换。'}
        {isChanged ? (
          <>
            <ProposeChanged
              roundId={roundId}
              teams={teams}
              refused={setRefused}
              done={() => {
                restore();
                open();
              }}
            />
            <Button onClick={restore}>恢复为算出的人选</Button>
          </>
        ) : (
          <CommandButton
            command="proposeComposition"
            primary
            given={{ compositionId: id }}
            seen={version}
            onDone={open}
          />
        )}
      </div>
      {refused.length > 0 && <Refused texts={refused} />}
    </>
  );
}

function Refused({ texts }: { texts: readonly string[] }) {
  return (
    <Alert
      className="form-problem"
      type="error"
      showIcon
      role="alert"
      title="有几组没有提出，其余的已提出"
      description={
        <ul>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      }
    />
  );
}

interface ProposeProps {
  readonly roundId: string;
  readonly teams: readonly ComposedTeam[];
  readonly refused: (texts: readonly string[]) => void;
  readonly done: () => void;
}

/** Changed teams are proposals like any other, one by one: what is refused of some is said of each. */
function ProposeChanged({ roundId, teams, refused, done }: ProposeProps) {
  const [busy, setBusy] = useState(false);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const run = async () => {
    setBusy(true);
    const texts: string[] = [];
    for (const { designation, members } of teams) {
      const input = { roundId, designation, members: members.map(asProposed) } as never;
      await tell('proposeTeam', input, crypto.randomUUID()).catch((error: Error) =>
        texts.push(`${designation}：${error.message}`),
      );
    }
    await queries.invalidateQueries();
    setBusy(false);
    refused(texts);
    if (texts.length > 0) return;
    message.success(`${teams.length} 个组的人选已提出`);
    done();
  };
  return (
    <Button type="primary" loading={busy} onClick={() => void run()}>
      按调整后的人选提出
    </Button>
  );
}
