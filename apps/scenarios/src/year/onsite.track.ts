import type { BusinessDate } from '@xuncha/domain-kit';
import { chunks } from '../chance.js';
import { shift, within } from './calendar.js';
import { clueOf } from './clue.draft.js';
import type { Draft } from './draft.js';
import type { Campaign } from './outing.js';
import type { ActivityKind, Paper, Petition } from './plan.types.js';
import { fiveSee, itemOf, standing, type Scene, type TrackBook } from './scene.js';
import { clauseOf, titleOf } from './texts.js';

interface Stay {
  readonly entered: BusinessDate;
  readonly left: BusinessDate;
}

/** From entry to the feedback the head has signed; answers the day of the feedback. */
export function writeOnsite(book: TrackBook, scene: Scene): BusinessDate {
  const { chance, visit } = scene;
  const { enter, leave } = visit.campaign.batches[visit.batch]!;
  const stay = { entered: within(chance, ...enter), left: within(chance, ...leave) };
  writeEntry(book, scene, stay);
  writeMaterial(book, scene, stay);
  writeActivities(book, scene, stay);
  if (scene.petition) writePetition(book, scene, stay);
  scene.findings.forEach((draft, index) => writeFinding(book, scene, draft, index, stay));
  book.add(stay.left, 'leader', visit.team.leader, { act: 'leaveSite', inspection: visit.inspection.key });
  writeReport(book, scene, stay.left);
  return writeFeedback(book, scene);
}

function writeEntry(book: TrackBook, { visit }: Scene, { entered }: Stay) {
  const { leader } = visit.team;
  book.add(entered, 'leader', leader, { act: 'enter', inspection: visit.inspection });
  book.add(entered, 'leader', leader, { act: 'investigate', inspection: visit.inspection.key });
}

const material = '党组织会议、班子会议记录和纪要';
const COPIES = 12;

/** Asked for on the day of the entry, handed in and received on the next (RA17-4). */
function writeMaterial(book: TrackBook, { visit, liaison }: Scene, { entered }: Stay) {
  const inspection = visit.inspection.key;
  const { leader, members } = visit.team;
  const dueOn = shift(entered, 3);
  book.add(entered, 'leader', leader, { act: 'askMaterial', inspection, title: material, dueOn });
  book.add(shift(entered, 1), 'organizationLiaison', liaison, {
    act: 'supplyMaterial',
    inspection,
    copies: COPIES,
  });
  book.add(shift(entered, 1), 'member', members[0]!, { act: 'receiveMaterial', inspection });
}

const activityTitles: Readonly<Record<ActivityKind, string>> = {
  interview: '个别谈话',
  discussionMeeting: '座谈会',
  phoneSpotCheck: '电话随机问询',
  householdVisit: '入户走访',
  siteSurvey: '实地踏勘',
  undercoverVisit: '暗访',
};

/** As many as one day's record takes. */
const recordedAtOnce = 100;

function writeActivities(book: TrackBook, { visit, chance, activities }: Scene, { entered, left }: Stay) {
  const { members } = visit.team;
  const days = activities.flatMap(({ kind, count }) =>
    chunks(Array<ActivityKind>(count).fill(kind), recordedAtOnce),
  );
  days.forEach((kinds, index) => {
    const kind = kinds[0]!;
    book.add(within(chance, shift(entered, 1), shift(left, -1)), 'member', members[index % members.length]!, {
      act: 'recordActivities',
      inspection: visit.inspection.key,
      key: `${visit.inspection.key}/activities-${index + 1}`,
      kind,
      titles: kinds.map(() => `${visit.organization.name}${activityTitles[kind]}`),
    });
  });
}

function writePetition(book: TrackBook, { visit, chance, desk }: Scene, { entered, left }: Stay) {
  const key = `${visit.inspection.key}/petition-1`;
  const petition: Petition = {
    key,
    channel: chance.pick(['letter', 'call', 'visit'] as const),
    matter: '反映本单位账目公开不及时',
    sender: chance.percent(50) ? `演示庚${String(chance.between(1, 999)).padStart(3, '0')}` : undefined,
  };
  const received = within(chance, shift(entered, 1), shift(left, -6));
  const member = chance.pick(visit.team.members);
  const custodian = desk.petitionCustodian;
  book.add(received, 'petitionCustodian', custodian, {
    act: 'receivePetition',
    inspection: visit.inspection.key,
    petition,
  });
  book.add(shift(received, 1), 'petitionCustodian', custodian, { act: 'screenPetition', petition: key });
  book.add(shift(received, 1), 'petitionCustodian', custodian, {
    act: 'assignPetition',
    petition: key,
    to: member,
  });
  book.add(shift(received, 4), 'member', member, {
    act: 'verifyPetition',
    petition: key,
    result: '经核实，情况属实',
  });
  book.add(shift(received, 5), 'petitionCustodian', custodian, {
    act: 'answerPetition',
    petition: key,
    answer: '所反映事项已核实，并已督促公开',
  });
  book.add(shift(received, 6), 'petitionCustodian', custodian, { act: 'closePetition', petition: key });
}

/** A paper with three signatures by three people, and the finding it carries (rules.md 3). */
function writeFinding(book: TrackBook, scene: Scene, draft: Draft, index: number, { entered, left }: Stay) {
  const { visit, chance } = scene;
  const { leader, deputy, members } = visit.team;
  const author = members[index % members.length]!;
  const title = titleOf(draft.classes, chance);
  const paper = paperOf(draft, title);
  // The first finding is early, so that another can be merged into it.
  const drafted = index === 0 ? shift(entered, 1) : within(chance, shift(entered, 1), shift(left, -6));
  book.add(drafted, 'member', author, { act: 'draftPaper', inspection: visit.inspection.key, paper });
  let reviewed = shift(drafted, 1);
  if (index > 0 && scene.mishap(6)) {
    const opinion = '证据来源单一，请补充';
    book.add(reviewed, 'deputy', deputy, { act: 'returnPaper', paper: paper.key, opinion });
    book.add(reviewed, 'member', author, { act: 'revisePaper', paper: corroborated(paper) });
    reviewed = shift(reviewed, 1);
  }
  const signed = shift(reviewed, 1);
  book.add(reviewed, 'deputy', deputy, { act: 'reviewPaper', paper: paper.key });
  book.add(signed, 'leader', leader, { act: 'signPaper', paper: paper.key });
  book.add(signed, 'leader', leader, {
    act: 'confirmFinding',
    inspection: visit.inspection.key,
    finding: {
      key: draft.key,
      papers: [paper.key],
      title,
      description: `${visit.organization.name}${title}，经资料核查与谈话印证。`,
      clause: clauseOf(chance),
      classes: draft.classes,
      amountInvolved: draft.amountInvolved,
    },
  });
  writeFate(book, scene, draft, signed);
  const raised = scene.clues.get(draft.key);
  if (raised)
    book.add(signed, 'leader', leader, {
      act: 'raiseClue',
      inspection: visit.inspection.key,
      clue: clueOf(raised),
    });
}

function paperOf(draft: Draft, title: string): Paper {
  return {
    key: `${draft.key}/paper`,
    title: `${title}的底稿`,
    matter: title,
    evidence: [
      { source: 'document', note: '相关账册与会议记录' },
      { source: 'interview', note: '经办人谈话记录' },
    ],
  };
}

function corroborated(paper: Paper): Paper {
  return { ...paper, evidence: [...paper.evidence, { source: 'document', note: '补充的原始凭证' }] };
}

/** What happens to a finding while the team is still there: withdrawn, or ordered to be put right at once. */
function writeFate(book: TrackBook, scene: Scene, draft: Draft, confirmed: BusinessDate) {
  const { visit, findings, office, liaison } = scene;
  const { leader } = visit.team;
  const next = shift(confirmed, 1);
  if (draft.fate === 'merged') {
    const reason = '与前一问题系同一事项';
    book.add(next, 'leader', leader, {
      act: 'mergeFinding',
      finding: draft.key,
      into: findings[0]!.key,
      reason,
    });
  }
  if (draft.fate === 'dropped')
    book.add(next, 'office', office, { act: 'dropFinding', finding: draft.key, reason: '经复核，证据不足' });
  if (!draft.immediate) return;
  const item = itemOf(draft, shift(confirmed, 10));
  const result = fiveSee(draft, 'actual');
  book.add(next, 'leader', leader, { act: 'orderImmediate', finding: draft.key, dueOn: item.dueOn });
  book.add(shift(next, 1), 'organizationLiaison', liaison, { act: 'planItem', item });
  book.add(shift(next, 1), 'organizationLiaison', liaison, { act: 'startItem', item: item.key });
  book.add(shift(next, 2), 'organizationLiaison', liaison, {
    act: 'submitItem',
    item: item.key,
    evidence: '立行立改情况说明',
    result,
  });
  book.add(shift(next, 3), 'office', office, { act: 'closeItem', item: item.key });
}

function writeReport(book: TrackBook, scene: Scene, left: BusinessDate) {
  const { visit, office, desk, clues, hearing } = scene;
  const inspection = visit.inspection.key;
  const findings = standing(scene).map((draft) => ({
    finding: draft.key,
    fiveSee: fiveSee(draft, 'proposed'),
  }));
  book.add(shift(left, 1), 'leader', visit.team.leader, { act: 'startDrafting', inspection });
  book.add(shift(left, 1), 'leader', visit.team.leader, { act: 'submitReport', inspection, findings });
  let reviewed = shift(left, 2);
  if (scene.mishap(8)) {
    book.add(reviewed, 'office', office, { act: 'returnReport', inspection, opinion: '问题定性需斟酌' });
    reviewed = shift(reviewed, 1);
    book.add(reviewed, 'leader', visit.team.leader, { act: 'resubmitReport', inspection });
  }
  book.add(reviewed, 'office', office, { act: 'reviewReport', inspection });
  const heard = shift(visit.campaign.heardOn, 1);
  book.add(heard, 'office', office, { act: 'hearReport', inspection, hearing });
  book.add(decidedOn(visit.campaign), 'leadingGroup', desk.leadingGroup, {
    act: 'decide',
    inspection,
    findings: findings.map(({ finding }) => ({ finding, clueTransfer: clues.has(finding) })),
    decision: '同意反馈，限期整改',
  });
}

function writeFeedback(book: TrackBook, { visit, chance, head, office }: Scene): BusinessDate {
  const inspection = visit.inspection.key;
  const { leader } = visit.team;
  const delivered = within(chance, ...visit.campaign.feedback);
  const opinion = '巡察反馈意见：请对照问题清单逐项整改。';
  book.add(delivered, 'leader', leader, { act: 'prepareFeedback', inspection, opinion });
  book.add(delivered, 'leader', leader, { act: 'presentFeedback', inspection });
  book.add(delivered, 'organizationHead', head, { act: 'signFeedback', inspection });
  book.add(shift(delivered, 1), 'office', office, { act: 'archive', inspection });
  return delivered;
}

/** The day after the office has entered that the report was heard. */
export function decidedOn(campaign: Campaign): BusinessDate {
  return shift(campaign.heardOn, 2);
}
