/** What belongs to a case: each finding with its measures and how far they are, the two reports, what the three bodies think of them. */
import { FileList } from '../../kit/files/file-list.js';
import { Part } from '../../kit/part.js';
import { PlainTable } from '../../kit/plain-table.js';
import { StateTag } from '../../kit/state-tag.js';
import { Who } from '../../kit/timeline.js';
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { valueWord } from '../../words/words.js';
import { CaseItems } from './case-items.js';
import { CaseReviews } from './case-reviews.js';
import { CaseSigner } from './case-signer.js';
import { draftedReport, type Case, type Report } from './case-state.js';

export function CaseParts({ view }: { view: Case }) {
  const { may } = useRights();
  return (
    <>
      <CaseItems view={view} />
      {view.state !== 'opened' && view.state !== 'planSubmitted' && <Reports view={view} />}
      {view.reviews && <CaseReviews view={view} reviews={view.reviews} />}
      <Assessments view={view} />
      <Slips view={view} />
      {may(callOf('readCaseSigner').permission) && <CaseSigner view={view} />}
    </>
  );
}

const REPORTS = ['organization', 'head'] as const;

function Reports({ view }: { view: Case }) {
  const former = view.reports.filter(({ lapsed }) => lapsed);
  return (
    <Part title="两份整改报告" aside={<span className="second">两份都签了字，即报送巡察办</span>}>
      <div className="boxes">
        {REPORTS.map((of) => (
          <ReportBox key={of} caseId={view.id} of={of} report={draftedReport(view, of)} />
        ))}
      </div>
      {former.length > 0 && (
        <details className="former">
          <summary>以前的 {former.length} 份（已退回或已更换，留存备查）</summary>
          <div className="boxes">
            {former.map((report, index) => (
              <ReportBox key={index} caseId={view.id} of={report.of} report={report} />
            ))}
          </div>
        </details>
      )}
    </Part>
  );
}

function ReportBox({ caseId, of, report }: { caseId: string; of: Report['of']; report: Report | undefined }) {
  const kind = report?.lapsed ? '' : report?.signedOn ? 'is-done' : report ? 'is-now' : '';
  return (
    <section className={kind} aria-label={valueWord('ReportOf', of)}>
      <h3>{valueWord('ReportOf', of)}</h3>
      {!report && <p className="second">还没有写</p>}
      {report && (
        <>
          <p className="second number">
            {report.signedOn ? (
              <>
                {report.signedOn} <Who id={report.signedBy!} /> 签字
              </>
            ) : (
              <>
                {report.draftedOn} <Who id={report.draftedBy} /> 拟定，等签字
              </>
            )}
          </p>
          <p className="prose" tabIndex={0}>
            {report.text}
          </p>
          <FileList files={report.files} of="caseFiles" given={{ caseId }} />
        </>
      )}
    </section>
  );
}

function Assessments({ view }: { view: Case }) {
  const last = view.assessments.at(-1);
  if (!last) return null;
  return (
    <Part title="质效评估" aside={<span className="second number">{last.on}</span>}>
      <p>
        <strong className="number">{last.score}</strong> 分，等次{' '}
        <strong>{valueWord('Grade', last.grade)}</strong>
      </p>
      {last.remark && <p className="prose">{last.remark}</p>}
    </Part>
  );
}

function Slips({ view }: { view: Case }) {
  if (view.slips.length === 0) return null;
  return (
    <Part title="意见回执" aside={<span className="second">{view.slips.length} 份</span>}>
      <PlainTable label="意见回执" heads={['文号', '关于', '结论', '意见', '发出', '签收']} className="stack">
        {view.slips.map((slip) => (
          <tr key={slip.number}>
            <td className="day" data-word="文号">
              {slip.number}
            </td>
            <td className="day" data-word="关于">
              {valueWord('about', slip.about)}
            </td>
            <td data-word="结论">
              <StateTag of="verdict" value={slip.verdict} />
            </td>
            <td data-word="意见">{slip.opinions}</td>
            <td className="number day" data-word="发出">
              {slip.on}
            </td>
            <td className="number" data-word="签收">
              {slip.receivedOn ? (
                <>
                  {slip.receivedOn} <Who id={slip.receivedBy!} />
                </>
              ) : (
                <span className="second">尚未签收</span>
              )}
            </td>
          </tr>
        ))}
      </PlainTable>
    </Part>
  );
}
