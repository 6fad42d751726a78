import { describe, expect, test } from 'vitest';
import { addDocument, allContracts, ArchiveForm, type QueryContract } from '@xuncha/contracts';
import { grid, parseDate } from '@xuncha/domain-kit';
import * as archiveFile from './archive-file.js';
import { numbered, totalsOf } from './contents.js';

const on = parseDate('2017-12-01');
const round: archiveFile.Subject['round'] = {
  id: 'r',
  name: '第一轮巡察',
  kind: 'routine',
  state: 'closed',
};
const target = (organizationId: string) =>
  ({ organizationId }) as NonNullable<archiveFile.Subject['assignment']>['organizations'][number];
const subject: archiveFile.Subject = {
  round,
  assignment: {
    id: 'a',
    roundId: 'r',
    teamId: 't',
    designation: '县委第一巡察组',
    organizations: [target('o1'), target('o2')],
    state: 'done',
  },
};
const opened = (of: archiveFile.Subject = subject) => {
  let lines = 0;
  const opening = { number: '瑞巡档〔2017〕1号', on, newLineId: () => `line-${++lines}` };
  return archiveFile.open('f', of, opening).state;
};
let contents = 0;
const document = (more: Partial<archiveFile.Document> = {}): archiveFile.Document => ({
  title: '关于巡察演示村的反馈意见',
  dated: parseDate('2017-06-20'),
  author: '县委第一巡察组',
  pages: 3,
  file: {
    sha256: (++contents).toString(16).padStart(64, '0'),
    bytes: 1_000,
    mediaType: 'application/pdf',
    name: '扫描件.pdf',
  },
  ...more,
});
const missingIn = (it: archiveFile.ArchiveFile) =>
  it.lines.filter((one) => one.document === null && one.absence === null);
const complete = (it = opened()) =>
  missingIn(it).reduce((so, { id }) => archiveFile.file(so, id, document()).state, it);
const closed = () => archiveFile.close(complete(), subject, on).state;
const lineOf = (it: archiveFile.ArchiveFile, form: ArchiveForm) =>
  it.lines.find((one) => one.form === form)!.id;

describe('the life of an archive file', () => {
  const first = (it: archiveFile.ArchiveFile) => it.lines[0]!.id;
  const filed = (it: archiveFile.ArchiveFile) =>
    archiveFile.file({ ...it, state: 'open' }, first(it), document());
  const actions = {
    file: (it: archiveFile.ArchiveFile) => archiveFile.file(it, first(it), document()),
    remove: (it: archiveFile.ArchiveFile) =>
      archiveFile.remove({ ...filed(it).state, state: it.state }, first(it)),
    noteAbsence: (it: archiveFile.ArchiveFile) =>
      archiveFile.noteAbsence({ ...opened(), state: it.state }, first(it), '未形成'),
    close: (it: archiveFile.ArchiveFile) => archiveFile.close(it, subject, on),
    reopen: archiveFile.reopen,
    handOver: (it: archiveFile.ArchiveFile) =>
      archiveFile.handOver(it, { receiver: '演示县档案馆', receiptNumber: '移交2017-8', on }),
  };
  test.each(grid(archiveFile.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...complete(), state, closedOn: on }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

describe('what must be archived', () => {
  const formsOf = (it: archiveFile.ArchiveFile) => it.lines.map(({ form }) => form);

  test('of a team is its authorization, and of each organization what the inspection signed', () => {
    const it = opened();
    expect(formsOf(it).filter((form) => form === 'teamAuthorization')).toHaveLength(1);
    for (const form of [
      'inspectionNotice',
      'workingPaper',
      'inspectionReport',
      'feedbackLetter',
      'closeOutList',
    ] as const)
      expect(it.lines.filter((one) => one.form === form).map((one) => one.organizationId)).toEqual([
        'o1',
        'o2',
      ]);
    expect(it.title).toBe('第一轮巡察 县委第一巡察组');
  });

  test('of a round as such is its plan and who heard it; it is about no organization', () => {
    const it = opened({ round, assignment: null });
    expect(formsOf(it)).toEqual(['roundPlan', 'hearingMinutes']);
    expect(it).toMatchObject({ subjectId: 'r', assignmentId: null, organizationIds: [] });
    const further = { id: 'x', form: 'other' as const, organizationId: 'o1', document: document() };
    expect(() => archiveFile.add(it, further)).toThrow('archive-file.organization-not-of-it');
  });

  test('includes the evaluation of the leadership in a routine round alone', () => {
    expect(formsOf(opened())).toContain('leadershipEvaluation');
    const special = { ...subject, round: { ...round, kind: 'special' as const } };
    expect(formsOf(opened(special))).not.toContain('leadershipEvaluation');
  });

  test('is nothing before the round is approved and the assignment issued', () => {
    const early = { ...subject, round: { ...round, state: 'submitted' as const } };
    expect(() => opened(early)).toThrow('archive-file.nothing-yet');
    const planned = { round, assignment: { ...subject.assignment!, state: 'planned' as const } };
    expect(() => opened(planned)).toThrow('archive-file.nothing-yet');
    const other = { round, assignment: { ...subject.assignment!, roundId: 'another' } };
    expect(() => opened(other)).toThrow('archive-file.of-other-round');
  });

  test('is no paper of a clue or petition: those are kept where they are sealed', () => {
    const sealed = allContracts().filter(
      (one): one is QueryContract => one.kind === 'query' && /^(clues|onsite\.petition)\b/.test(one.name),
    );
    const papers = sealed.map(({ name }) => name.split('.').at(-1));
    expect(
      ArchiveForm.options.filter((form) => papers.includes(form) || /transfer|clue|petition/i.test(form)),
    ).toEqual([]);
  });
});

describe('the contents list', () => {
  test('has numbers and pages that run through the whole file, whatever was filed first', () => {
    let it = opened();
    it = archiveFile.file(it, lineOf(it, 'feedbackLetter'), document({ pages: 7 })).state;
    it = archiveFile.file(it, lineOf(it, 'teamAuthorization'), document({ pages: 2 })).state;
    const further = { id: 'x', form: 'inspectionReport' as const, organizationId: 'o1' };
    it = archiveFile.add(it, { ...further, document: document({ pages: 40 }) }).state;
    const listed = numbered(it.lines).filter(({ number }) => number !== null);
    expect(listed.map(({ form, number, firstPage }) => [form, number, firstPage])).toEqual([
      ['teamAuthorization', 1, 1],
      ['inspectionReport', 2, 3],
      ['feedbackLetter', 3, 43],
    ]);
    expect(totalsOf(it.lines)).toMatchObject({ documents: 3, pages: 49 });
  });

  test('has what was filed besides after what is of its kind and organization', () => {
    const it = complete();
    const further = { id: 'x', form: 'workingPaper' as const, organizationId: 'o1' };
    const { lines } = archiveFile.add(it, { ...further, document: document() }).state;
    const papers = lines.filter(({ form }) => form === 'workingPaper');
    expect(papers.map(({ id, organizationId }) => [id === 'x', organizationId])).toEqual([
      [false, 'o1'],
      [true, 'o1'],
      [false, 'o2'],
    ]);
  });

  test('keeps each kind for its own class of years unless the office says otherwise; the file for the longest', () => {
    let it = opened();
    it = archiveFile.file(it, lineOf(it, 'publicNotice'), document()).state;
    expect(totalsOf(it.lines).retention).toBe('tenYears');
    it = archiveFile.file(it, lineOf(it, 'teamAuthorization'), document({ retention: 'permanent' })).state;
    expect(totalsOf(it.lines).retention).toBe('permanent');
    const kept = it.lines.flatMap((one) => one.document?.retention ?? []);
    expect(kept).toEqual(['permanent', 'tenYears']);
  });

  test('does not take the same file twice; in its own place it is replaced', () => {
    const it = opened();
    const [first, second] = [it.lines[0]!.id, it.lines[1]!.id];
    const one = document();
    const once = archiveFile.file(it, first, one).state;
    expect(() => archiveFile.file(once, second, one)).toThrow('archive-file.filed-twice');
    expect(archiveFile.file(once, first, { ...one, pages: 9 }).state.lines[0]!.document?.pages).toBe(9);
  });

  test('loses what was taken out again, and keeps the place of what must be there', () => {
    const further = { id: 'x', form: 'other' as const, organizationId: null };
    const it = archiveFile.add(complete(), { ...further, document: document() }).state;
    expect(archiveFile.remove(it, 'x').state.lines).toHaveLength(it.lines.length - 1);
    const first = it.lines[0]!.id;
    const less = archiveFile.remove(it, first).state;
    expect(missingIn(less).map(({ id }) => id)).toEqual([first]);
    expect(() => archiveFile.remove(less, first)).toThrow('archive-file.nothing-filed');
    expect(() => archiveFile.remove(less, 'x-else')).toThrow('archive-file.line-unknown');
  });
});

describe('a file is closed', () => {
  test('when everything that must be there is, or is marked as absent with a reason', () => {
    const it = opened();
    const lines = it.lines.length;
    const some = archiveFile.file(it, it.lines[0]!.id, document()).state;
    expect(() => archiveFile.close(some, subject, on)).toThrow('archive-file.incomplete');
    const noted = missingIn(some).reduce(
      (so, { id }) => archiveFile.noteAbsence(so, id, '未形成').state,
      some,
    );
    const { state, facts } = archiveFile.close(noted, subject, on);
    expect(state).toMatchObject({ state: 'closed', closedOn: on });
    expect(facts[0]!.body).toMatchObject({ documents: 1, pages: 3, absences: lines - 1 });
    expect(JSON.stringify(facts)).not.toContain('未形成');
    const none = it.lines.reduce((so, { id }) => archiveFile.noteAbsence(so, id, '未形成').state, it);
    expect(() => archiveFile.close(none, subject, on)).toThrow('archive-file.empty');
  });

  test('not while the work that it is of goes on', () => {
    const left = { round, assignment: { ...subject.assignment!, state: 'left' as const } };
    expect(() => archiveFile.close(complete(), left, on)).toThrow('archive-file.work-not-over');
    const ofRound = { round: { ...round, state: 'reporting' as const }, assignment: null };
    expect(() => archiveFile.close(complete(opened(ofRound)), ofRound, on)).toThrow(
      'archive-file.work-not-over',
    );
  });

  test('by a hash that says another thing as soon as any document does', () => {
    const { contentsHash, lines } = closed();
    const again = archiveFile.reopen(closed()).state;
    expect(again).toMatchObject({ state: 'open', closedOn: null, contentsHash: null });
    const { id, document: kept } = lines[0]! as { id: string; document: archiveFile.Document };
    const same = archiveFile.file({ ...again, lines }, id, kept).state;
    const hash = (it: archiveFile.ArchiveFile) => archiveFile.close(it, subject, on).state.contentsHash;
    expect(hash(same)).toBe(contentsHash);
    for (const other of [{ pages: 4 }, { title: '另一份' }, { author: '县委巡察办' }])
      expect(hash(archiveFile.file(same, id, { ...kept, ...other }).state)).not.toBe(contentsHash);
  });

  test('and a document that is there is no absent one', () => {
    const it = complete();
    expect(() => archiveFile.noteAbsence(it, it.lines[0]!.id, '遗失')).toThrow('archive-file.is-filed');
    const noted = archiveFile.noteAbsence(opened(), opened().lines[0]!.id, '在外借阅').state;
    const found = archiveFile.file(noted, noted.lines[0]!.id, document()).state;
    expect(found.lines[0]).toMatchObject({ absence: null, document: { pages: 3 } });
  });
});

test('a file is handed over on the day it was closed or later, with the number of the receipt', () => {
  const how = { receiver: '演示县档案馆', receiptNumber: '移交2017-8' };
  expect(archiveFile.handOver(closed(), { ...how, on }).state).toMatchObject({
    state: 'handedOver',
    handedOverOn: on,
    ...how,
  });
  const before = { ...how, on: parseDate('2017-11-30') };
  expect(() => archiveFile.handOver(closed(), before)).toThrow('archive-file.handed-over-before-closed');
});

test('a document has at least one page', () => {
  expect(addDocument.input.shape.pages.safeParse(0).success).toBe(false);
  expect(addDocument.input.shape.pages.safeParse(1).success).toBe(true);
});
