/** Who may give a working paper its next signature, and what to tell everybody else (rules.md 3). The service has the last word. */
import type { Answer } from '../../api/names.js';

type Paper = Pick<Answer<'readPaper'>, 'state' | 'authorId' | 'reviewerId'>;
export type Post = 'leader' | 'deputy' | 'member' | 'liaison' | 'office';

export interface Viewer {
  readonly accountId: string;
  /** In the team, or in the office; undefined for everybody else. */
  readonly post: Post | undefined;
}
export interface Turn {
  /** What the viewer may do now. */
  readonly mayRevise: boolean;
  readonly mayReview: boolean;
  readonly maySign: boolean;
  readonly mayReturn: boolean;
  /** Whose turn it is. */
  readonly waitsFor: string;
  /** Why the viewer, who might expect to, may not. */
  readonly why?: string | undefined;
}

export function turnOf(paper: Paper, authorPost: Post | undefined, viewer: Viewer): Turn {
  const { state, authorId, reviewerId } = paper;
  const isAuthor = viewer.accountId === authorId;
  const mayReview = state === 'draft' && !isAuthor && isReviewer(viewer.post, authorPost);
  const signedAlready = isAuthor || viewer.accountId === reviewerId;
  const maySign = state === 'deputyReviewed' && !signedAlready && isApprover(viewer.post, authorPost);
  return {
    mayRevise: isAuthor && (state === 'draft' || state === 'returned'),
    mayReview,
    maySign,
    mayReturn: mayReview || maySign,
    waitsFor: waitsFor(state, authorPost),
    why: whyNot(paper, viewer),
  };
}

export function reviewers(authorPost: Post | undefined): string {
  return authorPost === 'deputy' ? '另一名副组长或巡察办' : '副组长';
}

export function approvers(authorPost: Post | undefined): string {
  return authorPost === 'leader' ? '另一名副组长或巡察办' : '组长';
}

function isReviewer(post: Post | undefined, authorPost: Post | undefined): boolean {
  return post === 'deputy' || (post === 'office' && authorPost === 'deputy');
}

function isApprover(post: Post | undefined, authorPost: Post | undefined): boolean {
  return post === 'leader' || ((post === 'deputy' || post === 'office') && authorPost === 'leader');
}

function waitsFor(state: Paper['state'], authorPost: Post | undefined): string {
  switch (state) {
    case 'draft':
      return `${reviewers(authorPost)}审核`;
    case 'deputyReviewed':
      return `${approvers(authorPost)}签批`;
    case 'returned':
      return '起草人按退回意见修改后重新走审核';
    case 'leaderSigned':
      return '三人签字齐全。由它确认的问题列在“由此确认的问题”';
  }
}

function whyNot({ state, authorId, reviewerId }: Paper, { accountId, post }: Viewer): string | undefined {
  if (state === 'leaderSigned') return undefined;
  if (accountId === authorId)
    return state === 'deputyReviewed' ? '已审核的底稿不能再改；要改，请签批人先退回。' : undefined;
  if (state === 'deputyReviewed' && accountId === reviewerId) return '您已审核过，签批须由第三个人。';
  if (state === 'returned') return '退回的底稿由起草人修改，您现在没有要做的。';
  if (post === 'member' || post === 'liaison') return '组员和联络员不审核、不签批，可以查看。';
  return undefined;
}
