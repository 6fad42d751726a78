import type { Answer } from '../../api/names.js';
import { NameOf } from './name-of.js';
import { approvers, reviewers, type Post } from './signatures.js';

interface Box {
  readonly name: string;
  readonly by: string | null;
  readonly on: string | null;
  readonly waitsFor: string;
}

/** Three signatures by three people, as they would stand on the paper. */
export function SignatureBoxes({
  paper,
  authorPost,
}: {
  paper: Answer<'readPaper'>;
  authorPost: Post | undefined;
}) {
  const boxes: Box[] = [
    { name: '起草', by: paper.authorId, on: paper.draftedOn, waitsFor: '' },
    { name: '审核', by: paper.reviewerId, on: paper.reviewedOn, waitsFor: reviewers(authorPost) },
    { name: '签批', by: paper.approverId, on: paper.signedOn, waitsFor: approvers(authorPost) },
  ];
  const now = paper.state === 'returned' ? -1 : boxes.findIndex(({ by }) => by === null);
  return (
    <ol className="signatures" aria-label="三人签字">
      {boxes.map(({ name, by, on, waitsFor }, index) => (
        <li
          key={name}
          className={by ? 'signed' : index === now ? 'now' : ''}
          {...(index === now ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="second">{name}</span>
          {by ? (
            <strong>
              <NameOf kind="account" id={by} />
            </strong>
          ) : (
            <span className="second">{index === now ? `待${waitsFor}签字` : '未签'}</span>
          )}
          <small className="second number">{by ? on : index === now ? '' : waitsFor}</small>
        </li>
      ))}
    </ol>
  );
}
