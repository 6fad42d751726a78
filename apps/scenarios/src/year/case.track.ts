import type { BusinessDate } from '@xuncha/domain-kit';
import type { Chance } from '../chance.js';
import { later, shift, within, withinDays } from './calendar.js';
import type { Draft } from './draft.js';
import type { Gain } from './gain.js';
import type { Timetable } from './outing.js';
import type { Item, Outcome } from './plan.types.js';
import { fiveSee, itemOf, standing, type Scene, type TrackBook } from './scene.js';

/** Who reviews the two reports together; the office writes down what each says. */
const reviewers = [
  { body: 'office', reviewer: '演示乙011' },
  { body: 'disciplineOrgan', reviewer: '演示乙012' },
  { body: 'organizationDepartment', reviewer: '演示乙013' },
] as const;

type Rectification = NonNullable<Timetable['rectification']>;

/** From the plan to the close of the case, as far as the year is long enough; items that stay unsolved keep it open. */
export function writeCase(book: TrackBook, scene: Scene, feedback: BusinessDate) {
  const { campaign } = scene.visit;
  const drafts = standing(scene).filter((draft) => !draft.immediate);
  const dueOn = campaign.rectification?.itemsBy ?? withinDays(feedback, 60);
  const items = drafts.map((draft) => itemOf(draft, dueOn));
  const accepted = writePlan(book, scene, feedback, items);
  if (campaign.rectification) writeRectification(book, scene, accepted, items, campaign.rectification);
}

function writeRectification(
  book: TrackBook,
  scene: Scene,
  accepted: BusinessDate,
  items: readonly Item[],
  { itemsBy, reports, reviewedLater }: Rectification,
) {
  const { chance, visit } = scene;
  const drafts = standing(scene).filter((draft) => !draft.immediate);
  const work = { accepted, itemsBy };
  const settled = drafts.map((draft, index) => writeItem(book, scene, draft, items[index]!, work));
  const reported = writeReports(book, scene, reports);
  if (reviewedLater) return;
  const again = writeLookBack(book, scene, drafts) ?? reported;
  const last = [reported, again, ...settled].reduce(later);
  const inspection = visit.inspection.key;
  const reviewed = shift(last, chance.between(1, 2));
  for (const { body, reviewer } of reviewers)
    book.add(reviewed, 'office', scene.office, {
      act: 'giveReview',
      inspection,
      body,
      opinion: '同意',
      reviewer,
    });
  if (drafts.some((draft) => draft.fate === 'unsolved')) return;
  const score = chance.between(78, 98);
  const grade = score >= 85 ? 'good' : 'fair';
  book.add(shift(reviewed, 1), 'office', scene.office, { act: 'assessCase', inspection, score, grade });
  book.add(shift(reviewed, 2), 'office', scene.office, { act: 'closeCase', inspection });
}

/** Answers the day the plan was accepted. */
function writePlan(
  book: TrackBook,
  scene: Scene,
  feedback: BusinessDate,
  items: readonly Item[],
): BusinessDate {
  const { chance, visit, liaison, office } = scene;
  const inspection = visit.inspection.key;
  if (scene.mishap(8)) {
    const first = withinDays(feedback, 7);
    const again = withinDays(feedback, 14);
    const returned = later(first, withinDays(feedback, 10));
    writeSignedPlan(book, scene, items, first);
    book.add(returned, 'office', office, { act: 'returnPlan', inspection, opinions: '责任人不明确' });
    book.add(again, 'organizationLiaison', liaison, { act: 'receiveOpinions', inspection });
    writeSignedPlan(book, scene, items, again);
    book.add(shift(again, 1), 'office', office, { act: 'acceptPlan', inspection });
    return shift(again, 1);
  }
  const submitted = withinDays(feedback, chance.between(8, 13));
  const accepted = shift(submitted, chance.between(1, 2));
  writeSignedPlan(book, scene, items, submitted);
  book.add(accepted, 'office', office, { act: 'acceptPlan', inspection });
  return accepted;
}

function writeSignedPlan(
  book: TrackBook,
  { visit, liaison, head }: Scene,
  items: readonly Item[],
  on: BusinessDate,
) {
  const inspection = visit.inspection.key;
  book.add(on, 'organizationLiaison', liaison, { act: 'draftPlan', inspection, items });
  book.add(on, 'organizationHead', head, { act: 'signPlan', inspection });
}

/** Answers the day of the item's last step so far. */
function writeItem(
  book: TrackBook,
  scene: Scene,
  draft: Draft,
  item: Item,
  { accepted, itemsBy }: { accepted: BusinessDate; itemsBy: BusinessDate },
): BusinessDate {
  const { chance, liaison, office } = scene;
  const started = shift(accepted, 1);
  book.add(started, 'organizationLiaison', liaison, { act: 'startItem', item: item.key });
  if (draft.fate === 'unsolved' && chance.percent(20)) {
    const reason = '需长期坚持';
    book.add(shift(started, 2), 'office', office, { act: 'keepItemLongTerm', item: item.key, reason });
    return shift(started, 2);
  }
  const submitted = within(chance, shift(started, 2), shift(itemsBy, -6));
  writeGains(book, scene, draft, item, started, submitted);
  submit(book, scene, draft, submitted);
  if (draft.fate === 'unsolved') return leaveOpen(book, scene, item, submitted);
  let final = submitted;
  if (scene.mishap(7)) {
    book.add(shift(final, 1), 'office', office, {
      act: 'returnItem',
      item: item.key,
      opinion: '佐证材料不足',
    });
    final = shift(final, 2);
    submit(book, scene, draft, final);
  }
  book.add(shift(final, 1), 'office', office, { act: 'closeItem', item: item.key });
  return scene.mishap(4) ? reopen(book, scene, draft, shift(final, 2)) : shift(final, 1);
}

function submit(book: TrackBook, { liaison }: Scene, draft: Draft, on: BusinessDate) {
  book.add(on, 'organizationLiaison', liaison, {
    act: 'submitItem',
    item: `${draft.key}/item`,
    evidence: '整改佐证材料',
    result: fiveSee(draft, 'actual'),
  });
}

/** Returned and not yet handed in again, or closed and found unsolved. */
function leaveOpen(
  book: TrackBook,
  { chance, office }: Scene,
  item: Item,
  submitted: BusinessDate,
): BusinessDate {
  if (chance.percent(60)) {
    book.add(shift(submitted, 1), 'office', office, {
      act: 'returnItem',
      item: item.key,
      opinion: '整改不到位',
    });
    return shift(submitted, 1);
  }
  book.add(shift(submitted, 1), 'office', office, { act: 'closeItem', item: item.key });
  book.add(shift(submitted, 3), 'office', office, {
    act: 'reopenItem',
    item: item.key,
    because: 'evaluation',
    opinion: '评估发现整改不彻底',
  });
  return shift(submitted, 3);
}

/** An evaluation shows that it was not solved; it is handed in and closed once more (rules.md 10). */
function reopen(book: TrackBook, scene: Scene, draft: Draft, on: BusinessDate): BusinessDate {
  const item = `${draft.key}/item`;
  book.add(on, 'office', scene.office, {
    act: 'reopenItem',
    item,
    because: 'evaluation',
    opinion: '评估发现整改不彻底',
  });
  submit(book, scene, draft, shift(on, 1));
  book.add(shift(on, 2), 'office', scene.office, { act: 'closeItem', item });
  return shift(on, 2);
}

/** Outcomes come before the item is handed in, so that closing binds them too; instalments as they are paid. */
function writeGains(
  book: TrackBook,
  scene: Scene,
  draft: Draft,
  item: Item,
  started: BusinessDate,
  submitted: BusinessDate,
) {
  const gains = scene.gains.get(draft.key) ?? [];
  gains.forEach((gain, index) => {
    const on = gain.instalment ? paidOn(gain.instalment, started, submitted, scene.chance) : submitted;
    const outcome = {
      ...gain,
      key: outcomeKey(item, index),
      item: item.key,
      instalment: gain.instalment && { ...gain.instalment, first: firstOf(gains, index, item) },
    };
    book.add(on, 'office', scene.office, { act: 'recordOutcome', outcome });
  });
}

function outcomeKey(item: Item, index: number): string {
  return `${item.key}/outcome-${index + 1}`;
}

/** The outcome with the first instalment of the same money; none for the first itself. */
function firstOf(gains: readonly Gain[], index: number, item: Item): string | undefined {
  const { number } = gains[index]!.instalment!;
  return number === 1 ? undefined : outcomeKey(item, index - number + 1);
}

/** The first instalment at once, the last before the item is handed in. */
function paidOn(
  { number, of }: NonNullable<Outcome['instalment']>,
  started: BusinessDate,
  submitted: BusinessDate,
  chance: Chance,
): BusinessDate {
  if (number === 1) return started;
  return number === of ? submitted : within(chance, started, submitted);
}

function writeReports(
  book: TrackBook,
  { visit, chance, liaison, head }: Scene,
  days: Rectification['reports'],
): BusinessDate {
  const inspection = visit.inspection.key;
  const on = within(chance, ...days);
  const text = `${visit.organization.name}整改情况报告`;
  book.add(on, 'organizationLiaison', liaison, { act: 'draftCaseReport', inspection, text });
  book.add(on, 'organizationHead', head, { act: 'signCaseReport', inspection });
  book.add(on, 'organizationHead', head, {
    act: 'submitHeadReport',
    inspection,
    text: '主要负责人整改情况报告',
  });
  return on;
}

/** The look-back team finds one item unsolved; it is reopened and closed again before the case is (RA17-9). */
function writeLookBack(book: TrackBook, scene: Scene, drafts: readonly Draft[]): BusinessDate | undefined {
  const { lookBack, chance, office } = scene;
  const draft = drafts.find(({ fate }) => fate === 'solved');
  if (!lookBack || !draft) return undefined;
  const item = `${draft.key}/item`;
  const { enter, leave } = lookBack.campaign.batches[lookBack.batch]!;
  const reopened = within(chance, shift(enter[1], 2), shift(leave[0], -2));
  const submitted = shift(reopened, chance.between(6, 9));
  const closed = shift(submitted, 2);
  book.add(reopened, 'office', office, {
    act: 'reopenItem',
    item,
    because: 'lookBack',
    opinion: '回头看发现问题仍存在',
    lookBack: lookBack.inspection.key,
  });
  submit(book, scene, draft, submitted);
  book.add(closed, 'office', office, { act: 'closeItem', item });
  return closed;
}
