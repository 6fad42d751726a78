/** What stands around a paper: its evidence, the findings made from it, and the next one that waits for the same person. */
import { Link } from '@tanstack/react-router';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { History } from '../../kit/history.js';
import { Looks } from '../../kit/looks.js';
import { FileLink } from '../../kit/files/file-link.js';
import { Part } from '../../kit/part.js';
import { StateTag } from '../../kit/state-tag.js';
import { Referred } from '../../kit/value.js';
import { valueWord } from '../../words/words.js';
import { FiveSeeState } from './five-see-state.js';
import type { Turn } from './signatures.js';
import { useWholeList } from './whole-list.js';

type Paper = Answer<'readPaper'>;

export function Reading({ paper }: { paper: Paper }) {
  return (
    <>
      <Part title="内容">
        <p className="paper-text">{paper.content}</p>
      </Part>
      <EvidenceList paper={paper} />
    </>
  );
}

export function Around({ paper }: { paper: Paper }) {
  return (
    <aside aria-label="相关">
      <Part title="所在巡察">
        <dl className="pairs">
          <dt>党组织</dt>
          <dd>
            <Referred field="organizationId" id={paper.organizationId} />
          </dd>
          <dt>巡察</dt>
          <dd>
            <Referred field="inspectionId" id={paper.inspectionId} />
          </dd>
          <dt>佐证</dt>
          <dd>{paper.corroborated ? '两类以上来源，互相印证' : '只有一类来源'}</dd>
        </dl>
      </Part>
      <FindingsOfPaper paper={paper} />
      <History query="historyOfPaper" input={{ paperId: paper.id }} />
      <Looks query="listPaperLooks" input={{ paperId: paper.id }} />
    </aside>
  );
}

function EvidenceList({ paper: { id, evidence } }: { paper: Paper }) {
  const files = evidence.flatMap(({ file }) => file ?? []);
  return (
    <Part title="证据" aside={<span className="second">{evidence.length} 项</span>}>
      <ol className="paper-evidence">
        {evidence.map(({ source, note, file }, index) => (
          <li key={index}>
            <span className="tag">{valueWord('EvidenceSource', source)}</span>
            <div>
              <p>{note}</p>
              {file && <FileLink file={file} of="paperFiles" given={{ paperId: id }} among={files} />}
            </div>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function FindingsOfPaper({ paper: { id } }: { paper: Paper }) {
  const { may } = useRights();
  const when = may(callOf('listFindings').permission);
  const { data: made } = useWholeList('listFindings', { paperId: id }, { when });
  if (!made) return null;
  return (
    <Part title="由此确认的问题">
      {made.length === 0 && <p className="second">还没有。签批完以后，组长或副组长点“确认问题”。</p>}
      <ul className="plain-list">
        {made.map((one) => (
          <li key={one.id}>
            <Link to={`/findings/${one.id}` as never}>{one.title}</Link>{' '}
            <StateTag of="FindingState" value={one.state} /> <FiveSeeState missing={one.fiveSeeMissing} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Whoever reviews or signs goes on to the next paper of the inspection without going back to the list. */
export function NextPaper({ paper, turn }: { paper: Paper; turn: Turn }) {
  const { may } = useRights();
  const when = may(callOf('reviewPaper').permission);
  const state = turn.mayReview ? 'draft' : turn.maySign ? 'deputyReviewed' : afterwards[paper.state];
  const { data } = useAsk(
    'listPapers',
    { inspectionId: paper.inspectionId, state: state ?? 'draft', limit: 2 },
    { when: when && state !== undefined },
  );
  const next = data?.items.find(({ id }) => id !== paper.id);
  if (!when || !next) return null;
  return (
    <Link to={`/papers/${next.id}` as never}>
      下一份{valueWord('WorkingPaperState', state!)}的：{next.matter}
    </Link>
  );
}

/** What has just been reviewed leads to the next to review; what has been signed, to the next to sign. */
const afterwards: Partial<Record<Paper['state'], Paper['state']>> = {
  deputyReviewed: 'draft',
  leaderSigned: 'deputyReviewed',
  returned: 'draft',
};
