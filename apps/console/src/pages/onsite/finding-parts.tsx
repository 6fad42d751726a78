/** What a finding rests on and what it led to. */
import { Link } from '@tanstack/react-router';
import { useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { Part } from '../../kit/part.js';
import { StateTag } from '../../kit/state-tag.js';
import { NameOf } from './name-of.js';
import { RaisedClues } from './raised-clues.js';
import { useWholeList } from './whole-list.js';

type Finding = Answer<'readFinding'>;

export function PapersOfFinding({ finding: { inspectionId, paperIds } }: { finding: Finding }) {
  const { may } = useRights();
  const when = may(callOf('listPapers').permission);
  const { data } = useWholeList('listPapers', { inspectionId }, { when });
  const carried = data?.filter(({ id }) => paperIds.includes(id));
  if (!carried) return null;
  return (
    <Part title="所依据的底稿" aside={<span className="second">{carried.length} 份</span>}>
      <ul className="finding-list">
        {carried.map((paper) => (
          <li key={paper.id}>
            <div className="top">
              <Link to={`/papers/${paper.id}` as never}>{paper.matter}</Link>
              <StateTag of="WorkingPaperState" value={paper.state} />
            </div>
            <small className="second number">
              <NameOf kind="account" id={paper.authorId} /> 起草，{paper.signedOn} 签批
            </small>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function MergedInto({ finding: { mergedIntoId, inspectionId } }: { finding: Finding }) {
  const { data } = useWholeList('listFindings', { inspectionId }, { when: mergedIntoId !== null });
  const into = data?.find(({ id }) => id === mergedIntoId);
  if (!into) return null;
  return (
    <Part title="并入的问题">
      <Link to={`/findings/${into.id}` as never}>{into.title}</Link>{' '}
      <StateTag of="FindingState" value={into.state} />
    </Part>
  );
}

export function CluesOfFinding({ finding }: { finding: Finding }) {
  const { id, inspectionId } = finding;
  return <RaisedClues inspectionId={inspectionId} source={{ findingId: id }} />;
}
