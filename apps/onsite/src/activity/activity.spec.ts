import { expect, test } from 'vitest';
import { parseDate } from '@xuncha/domain-kit';
import { inspected, on } from '../domain.fixture.js';
import * as activity from './activity.js';

const talk = { kind: 'interview' as const, title: '个别谈话', notes: '谈话人反映公开不及时' };

test('every interview is a record of its own, and the event tells kind and day, not what was said (NB17-1)', () => {
  const { state, facts } = activity.record('a', inspected(), talk, { by: 'member', on });
  expect(state).toMatchObject({ ...talk, doneOn: on, recordedBy: 'member', organizationId: 'village' });
  expect(facts.map(({ body }) => body)).toEqual([
    {
      activityId: 'a',
      inspectionId: state.inspectionId,
      assignmentId: 'assignment',
      roundId: 'round',
      organizationId: 'village',
      kind: 'interview',
      on,
    },
  ]);
});

test('activities are recorded while the team is on site, of days since its entry', () => {
  expect(() => activity.record('a', inspected('leftSite'), talk, { by: 'member', on })).toThrow(
    'flow.refused',
  );
  const before = { by: 'member', on: parseDate('2017-03-05') };
  expect(() => activity.record('a', inspected(), talk, before)).toThrow('inspection.before-entry');
});
