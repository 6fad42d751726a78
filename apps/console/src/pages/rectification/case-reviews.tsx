/** Three bodies review the two reports together; each has a box, so that it is plain whose opinion is missing. */
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { Part } from '../../kit/part.js';
import { valueWord } from '../../words/words.js';
import type { Case } from './case-state.js';

type Review = NonNullable<Case['reviews']>[number];
const BODIES: readonly Review['body'][] = ['office', 'disciplineOrgan', 'organizationDepartment'];
const BEFORE: readonly Case['state'][] = ['opened', 'planSubmitted', 'planAccepted', 'underway'];

export function CaseReviews({ view, reviews }: { view: Case; reviews: readonly Review[] }) {
  if (BEFORE.includes(view.state) && reviews.length === 0) return null;
  const former = reviews.filter(({ lapsed }) => lapsed);
  return (
    <Part
      title="三家联审"
      aside={<span className="second">三家都同意，审核完毕；被巡察党组织看不到这些意见</span>}
    >
      <div className="boxes">
        {BODIES.map((body) => (
          <ReviewBox
            key={body}
            view={view}
            body={body}
            review={reviews.find((it) => it.body === body && !it.lapsed)}
          />
        ))}
      </div>
      {former.length > 0 && (
        <details className="former">
          <summary>以前的 {former.length} 条意见</summary>
          <ul>
            {former.map((review, index) => (
              <li key={index}>
                <span className="number">{review.on}</span> {valueWord('ReviewBody', review.body)}（
                {review.reviewer}）{review.agrees ? '同意' : '不同意'}：{review.opinion}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Part>
  );
}

function ReviewBox({ view, body, review }: { view: Case; body: Review['body']; review: Review | undefined }) {
  const { may } = useRights();
  const kind = review ? (review.agrees ? 'is-done' : 'is-refused') : '';
  const isOpen = view.state === 'reportsSubmitted' && may(callOf('giveReview').permission);
  return (
    <section className={kind} aria-label={valueWord('ReviewBody', body)}>
      <h3>{valueWord('ReviewBody', body)}</h3>
      {review ? (
        <>
          <p>
            <strong>{review.agrees ? '同意' : '不同意'}</strong>
          </p>
          <p className="prose" tabIndex={0}>
            {review.opinion}
          </p>
          <p className="second number">
            {review.on} {review.reviewer}
          </p>
        </>
      ) : (
        <p className="second">还没有意见</p>
      )}
      {isOpen && (
        <CommandButton
          command="giveReview"
          given={{ caseId: view.id }}
          initial={{ body, agrees: true }}
          seen={view.version}
          onDone={() => undefined}
        />
      )}
    </section>
  );
}
