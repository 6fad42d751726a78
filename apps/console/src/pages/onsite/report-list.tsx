/** The list of a report package: every finding that stands, and what was decided about each. */
import { Link } from '@tanstack/react-router';
import { useRights } from '../../api/hooks.js';
import { callOf, type Answer, type Item } from '../../api/names.js';
import { Part } from '../../kit/part.js';
import { StateTag } from '../../kit/state-tag.js';
import { Value } from '../../kit/value.js';
import { valueWord } from '../../words/words.js';
import { useWholeList } from './whole-list.js';

type Finding = Item<'listFindings'>;

/** Merged and dropped ones are in no list. */
export const stands = ({ state }: Finding) => state !== 'merged' && state !== 'dropped';

export function ListOfReport({ report: { inspectionId } }: { report: Answer<'readReportPackage'> }) {
  const { may } = useRights();
  const when = may(callOf('listFindings').permission);
  const { data } = useWholeList('listFindings', { inspectionId }, { when });
  // In the order in which they were confirmed, as they are decided.
  const findings = data?.filter(stands).toReversed();
  if (!findings) return null;
  return (
    <Part title="问题清单" aside={<span className="second">{findings.length} 个问题</span>}>
      <ol className="finding-list">
        {findings.map((finding) => (
          <li key={finding.id}>
            <div className="top">
              <Link to={`/findings/${finding.id}` as never}>{finding.title}</Link>
              <StateTag of="FindingState" value={finding.state} />
            </div>
            <small className="second">依据：{finding.clause}</small>
            <div className="tags">
              {finding.amountInvolved !== null && (
                <span className="tag">
                  涉及{' '}
                  <Value name="amountInvolved" field={{ type: 'money' }} value={finding.amountInvolved} />
                </span>
              )}
              {finding.immediateDueOn && <span className="tag">立行立改</span>}
              {finding.disposals.map((disposal) => (
                <span key={disposal} className="tag decided">
                  {valueWord('Disposal', disposal)}
                </span>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </Part>
  );
}
