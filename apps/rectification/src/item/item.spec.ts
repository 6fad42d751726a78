import { describe, expect, test } from 'vitest';
import { addDays, grid, parseDate } from '@xuncha/domain-kit';
import type { Person } from '../person/person.js';
import * as domain from './item.js';
import type { HandedIn } from './submission.js';

const on = parseDate('2017-06-01');
const at = new Date('2017-06-01T02:03:04Z');
const now = { on, at };
const place = {
  inspectionId: 'inspection',
  assignmentId: 'assignment',
  roundId: 'round',
  organizationId: 'organization',
};
const office: Person = { account: 'office', belongs: false, heads: false };
const liaison: Person = { account: 'liaison', belongs: true, heads: false };
const handedIn: HandedIn = {
  evidence: [{ title: '退款凭证', reference: '镇财政所2017年第3册' }],
  result: {
    person: '演示甲001',
    matter: '多领补贴',
    unit: '演示村',
    result: '已退回',
    accountability: '提醒谈话',
  },
};
const row = {
  findingId: 'finding',
  measure: '清退补贴',
  responsible: '演示甲001',
  dueOn: parseDate('2017-07-31'),
};
const planned = domain.openFromPlan(
  'item',
  { ...place, id: 'case', profile: 'national-2017' },
  row,
  on,
).state;
const ordered = { ...place, findingId: 'finding', profile: 'national-2017', on, dueOn: addDays(on, 10) };
const immediate = domain.order('item', ordered, null).state;
const started = domain.start(planned, on).state;
const submitted = domain.submit(started, handedIn, liaison, now).state;
const hashOf = (item: domain.Item) => item.submissions.at(-1)!.hash;
const seenIn = (item: domain.Item) => ({ hash: hashOf(item), opinion: null });
const closed = domain.close(submitted, seenIn(submitted), office, on).state;
const ground = { because: 'lookBack', opinion: '补贴仍未退回' } as const;
const types = (decision: ReturnType<typeof domain.start>) =>
  decision.facts.map((fact) => fact.contract.event);

describe('the life of an item', () => {
  const other: HandedIn = { ...handedIn, evidence: [{ title: '补充凭证', reference: '第4册' }] };
  const actions = {
    plan: (item: domain.Item) => domain.plan({ ...item, immediate: true }, '整改', '演示甲001', on),
    start: (item: domain.Item) => domain.start(item, on),
    submit: (item: domain.Item) => domain.submit(item, handedIn, liaison, now),
    changeEvidence: (item: domain.Item) => domain.changeEvidence(item, other, liaison, now),
    return: (item: domain.Item) => domain.sendBack(item, '佐证不足', office, on),
    close: (item: domain.Item) => domain.close(item, seenIn(item), office, on),
    reopen: (item: domain.Item) => domain.reopen(item, ground, office, on),
    keepLongTerm: (item: domain.Item) => domain.keepLongTerm(item, '须长期坚持', office, on),
    check: (item: domain.Item) => domain.check(item, '仍在坚持', office, on),
  };
  test.each(grid(domain.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...submitted, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

describe('closing out (rules.md 10)', () => {
  test('a unit cannot close its own item, whatever other role the person holds', () => {
    expect(() => domain.close(submitted, seenIn(submitted), liaison, on)).toThrow(
      'item.closed-by-own-organization',
    );
    expect(domain.close(submitted, seenIn(submitted), office, on).state.state).toBe('closed');
  });

  test('an item is not handed in for close-out without evidence, nor with evidence that nobody could look at', () => {
    expect(() => domain.submit(started, { ...handedIn, evidence: [] }, liaison, now)).toThrow(
      'item.no-evidence',
    );
    const vague = { ...handedIn, evidence: [...handedIn.evidence, { title: '情况说明' }] };
    expect(() => domain.submit(started, vague, liaison, now)).toThrow('item.evidence-without-source');
  });

  test('the closing is bound to what was seen: with the evidence exchanged meanwhile, it is refused', () => {
    const other = { ...handedIn, evidence: [{ title: '另一凭证', reference: '第9册' }] };
    const exchanged = domain.changeEvidence(submitted, other, liaison, now).state;
    expect(() => domain.close(exchanged, seenIn(submitted), office, on)).toThrow('item.evidence-changed');
    expect(domain.close(exchanged, seenIn(exchanged), office, on).state.closings[0]!.hash).toBe(
      hashOf(exchanged),
    );
  });

  test('what is handed in keeps the moment at which it came, and whether the head or the liaison gave it', () => {
    expect(submitted.submissions[0]).toMatchObject({
      by: 'liaison',
      at: '2017-06-01T02:03:04.000Z',
      as: 'organizationLiaison',
    });
    const head: Person = { account: 'head', belongs: true, heads: true };
    const byHead = domain.submit(started, handedIn, head, now).state;
    expect(byHead.submissions[0]!.as).toBe('organizationHead');
    // The hash is of what is seen, whoever gave it and whenever.
    expect(hashOf(byHead)).toBe(hashOf(submitted));
  });

  test('others learn by what hash and on how much evidence it was closed out, and no title or name', () => {
    const file = { sha256: 'a'.repeat(64), bytes: 7, mediaType: 'image/png', name: '退款照片.png' };
    const evidence = [...handedIn.evidence, { title: '退款照片', file }];
    const withFile = domain.submit(started, { ...handedIn, evidence }, liaison, now);
    const decision = domain.close(withFile.state, seenIn(withFile.state), office, on);
    const seen = { hash: hashOf(withFile.state), pieces: 2, files: 1, bytes: 7 };
    for (const { facts } of [withFile, decision]) expect(facts[0]!.body).toMatchObject({ seen });
    expect(JSON.stringify(decision.facts[0]!.body)).not.toMatch(/退款|演示甲001/);
  });

  test('a later change of the evidence voids the close-out, and the item is reviewed again', () => {
    const result = { ...handedIn.result, result: '退回一半' };
    const decision = domain.changeEvidence(closed, { ...handedIn, result }, liaison, {
      on: addDays(on, 5),
      at,
    });
    expect(decision.state).toMatchObject({ state: 'submitted', closedOn: null });
    expect(types(decision)).toEqual(['reopened', 'submitted']);
    expect(decision.state.closings[0]!.undone).toMatchObject({ because: 'evidenceChanged', by: 'liaison' });
  });

  test('handing in the same evidence again changes nothing, so the close-out stands', () => {
    expect(() => domain.changeEvidence(closed, handedIn, liaison, now)).toThrow('item.evidence-unchanged');
  });

  test('a single rating does not reopen an item, two do', () => {
    const ratings = { because: 'ratings', opinion: '群众仍有反映' } as const;
    expect(() => domain.reopen(closed, { ...ratings, ratings: 1 }, office, on)).toThrow('item.single-rating');
    expect(domain.reopen(closed, { ...ratings, ratings: 2 }, office, on).state.state).toBe('inProgress');
  });

  test('a reopened item keeps the history of its close-outs', () => {
    const reopened = domain.reopen(closed, ground, office, addDays(on, 30)).state;
    const again = domain.submit(reopened, handedIn, liaison, { on: addDays(on, 40), at }).state;
    const closedAgain = domain.close(again, seenIn(again), office, addDays(on, 41)).state;
    expect(closedAgain.closings.map((closing) => closing.undone?.because ?? null)).toEqual([
      'lookBack',
      null,
    ]);
    expect(closedAgain.closedOn).toBe('2017-07-12');
    expect(closedAgain.submissions).toHaveLength(2);
  });

  test('an item is not closed on a day before it was handed in', () => {
    expect(() => domain.close(submitted, seenIn(submitted), office, addDays(on, -1))).toThrow(
      'item.closed-before-submitted',
    );
  });
});

test.each(['person', 'matter', 'unit', 'result', 'accountability'] as const)(
  'a result without its %s is refused (rules.md 4, RA17-14)',
  (part) => {
    const result = { ...handedIn.result, [part]: undefined };
    expect(() => domain.submit(started, { ...handedIn, result }, liaison, now)).toThrow(
      expect.objectContaining({ code: 'item.five-see-incomplete', facts: { missing: [part] } }),
    );
  },
);

describe('an immediate item', () => {
  test('is worked on before there is a case, once measure and person are named', () => {
    expect(() => domain.start(immediate, on)).toThrow('item.no-measure');
    const named = domain.plan(immediate, '当场清退', '演示甲001', on).state;
    expect(domain.start(named, on).state).toMatchObject({ state: 'inProgress', caseId: null });
  });

  test('joins the case of its finding in whatever state it is by then, and only one', () => {
    const joined = domain.attach({ ...immediate, state: 'closed' }, 'case', on);
    expect(joined.state).toMatchObject({ state: 'closed', caseId: 'case' });
    expect(() => domain.attach(joined.state, 'other', on)).toThrow('item.has-case');
  });

  test('measure and person of any other item are those of the plan', () => {
    expect(() => domain.plan(planned, '另一措施', '演示甲002', on)).toThrow('item.planned-by-plan');
  });
});

describe('the deadline of an item', () => {
  test('runs while the item is with the organization, and not while it is being reviewed or is closed', () => {
    expect(domain.dueOf(started)).toEqual({ from: on, dueOn: row.dueOn, profile: 'national-2017' });
    expect([submitted, closed].map(domain.dueOf)).toEqual([null, null]);
    expect(domain.dueOf(domain.sendBack(submitted, '佐证不足', office, on).state)?.dueOn).toBe(row.dueOn);
  });

  test('may be moved by a reopening, never into the past', () => {
    const dueOn = parseDate('2017-09-30');
    const day = parseDate('2017-08-20');
    const reopened = domain.reopen(closed, { ...ground, dueOn }, office, day).state;
    expect(domain.dueOf(reopened)).toEqual({ from: day, dueOn, profile: 'national-2017' });
    expect(() => domain.reopen(closed, { ...ground, dueOn: addDays(day, -1) }, office, day)).toThrow(
      'item.due-in-past',
    );
  });

  test('of one kept long-term is a year later, and again a year after each check (SZ-5)', () => {
    const kept = domain.keepLongTerm(started, '须长期坚持', office, on).state;
    expect(domain.dueOf(kept)!.dueOn).toBe('2018-06-01');
    const checked = domain.check(kept, '仍在坚持', office, parseDate('2018-05-20')).state;
    expect(domain.dueOf(checked)!.dueOn).toBe('2019-05-20');
    expect(checked.checks.map((check) => check.opinion)).toEqual(['须长期坚持', '仍在坚持']);
  });

  test('a unit neither keeps its own item long-term nor checks it', () => {
    expect(() => domain.keepLongTerm(started, '长期', liaison, on)).toThrow(
      'item.closed-by-own-organization',
    );
    const kept = domain.keepLongTerm(started, '长期', office, on).state;
    expect(() => domain.check(kept, '好', liaison, on)).toThrow('item.closed-by-own-organization');
  });
});

test('no event of an item names anybody or repeats what was written', () => {
  const decisions = [
    domain.submit(started, handedIn, liaison, now),
    domain.reopen(closed, ground, office, on),
  ];
  const told = JSON.stringify(decisions.map((decision) => decision.facts.map((fact) => fact.body)));
  expect(told).not.toMatch(/演示|凭证|补贴/);
});
