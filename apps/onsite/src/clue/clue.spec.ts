import { describe, expect, test } from 'vitest';
import { grid, parseDate, statesOf } from '@xuncha/domain-kit';
import { confirmedFinding, inspected, on } from '../domain.fixture.js';
import { flow as inspectionFlow } from '../inspection/inspection.js';
import type { Petition } from '../petition/petition.js';
import * as clue from './clue.js';

const content = Buffer.from('ciphertext');
const raised: clue.Raised = {
  id: 'clue',
  number: '瑞巡线〔2017〕3号',
  nature: 'breach',
  urgent: false,
  content,
};
const nowhere: clue.Source = { finding: null, petition: null };
const done = { by: 'leader', on };
const clueOf = (more: Partial<clue.Clue> = {}) => ({
  ...clue.raise(inspected(), nowhere, raised, done).state,
  ...more,
});

describe('the life of a clue on site', () => {
  const actions = { handOver: (it: clue.Clue) => clue.handOver(it, on) };
  test.each(grid(clue.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action](clueOf({ state })).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

describe('a clue is raised while the team is on site or drafts its report', () => {
  test.each(statesOf(inspectionFlow))('%s', (state) => {
    const attempt = () => clue.raise(inspected(state), nowhere, raised, done);
    const allowed = ['entered', 'investigating', 'leftSite', 'drafting'].includes(state);
    if (allowed) expect(attempt().state.state).toBe('raised');
    else expect(attempt).toThrow('flow.refused');
  });
  test('never on a day before the entry', () => {
    const early = { by: 'leader', on: parseDate('2017-03-05') };
    expect(() => clue.raise(inspected(), nowhere, raised, early)).toThrow('inspection.before-entry');
  });
});

test.each(statesOf(inspectionFlow))(
  'an important clue is handed over early only while the team is on site (HZP-3): %s',
  (state) => {
    const attempt = () => clue.raise(inspected(state), nowhere, { ...raised, urgent: true }, done);
    if (state === 'entered' || state === 'investigating') expect(attempt().state.urgent).toBe(true);
    else expect(attempt).toThrow('flow.refused');
  },
);

describe('where a clue was come upon', () => {
  const petition = { id: 'petition', inspectionId: inspected().id, concernsId: 'bureau' } as Petition;

  test('it says which finding and which petition, and whom the petition complains about (rules.md 5, 14)', () => {
    const source = { finding: confirmedFinding(), petition };
    const { state, facts } = clue.raise(inspected(), source, raised, done);
    expect(state).toMatchObject({ findingId: 'finding', petitionId: 'petition' });
    expect(facts[0]!.body).toMatchObject({
      findingId: 'finding',
      petitionId: 'petition',
      concernsId: 'bureau',
    });
  });
  test('a finding or petition of another inspection is refused', () => {
    const finding = { ...confirmedFinding(), inspectionId: 'another' };
    const attempt = () => clue.raise(inspected(), { ...nowhere, finding }, raised, done);
    expect(attempt).toThrow('clue.source-of-another-inspection');
  });
  test('a matter that was found in neither is raised all the same', () => {
    expect(clueOf()).toMatchObject({ findingId: null, petitionId: null, state: 'raised' });
  });
});

test('once it is handed over only its number stays, with the day (rules.md 5, 9)', () => {
  const { state, facts } = clue.handOver(clueOf(), on);
  expect(state).toMatchObject({
    state: 'handedOver',
    content: null,
    handedOverOn: on,
    number: raised.number,
  });
  expect(facts).toHaveLength(1);
});
