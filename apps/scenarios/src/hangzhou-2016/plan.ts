import { parseDate } from '@xuncha/domain-kit';
import { Chance } from '../chance.js';
import { target } from '../figures.js';
import { inspectionTracks, type LocalCustom } from '../year/inspections.js';
import { makeDesk, partiesOf } from '../year/people.js';
import { beginningTracks, hearingsTrack, roundTracks } from '../year/round.track.js';
import type { Plan } from '../year/steps.js';
import { allocate } from './allocation.js';
import { makeClues } from './clues.js';
import { makeInspectors, postsOf } from './corps.js';
import { expectedFigures, hangzhou2016 } from './figures.js';
import { makeFindings } from './findings.js';
import { makeGains } from './outcomes.js';
import { makeRegister } from './register.js';
import { makeOutings } from './rounds.js';
import { sessions } from './year.js';

/** The year 2016 of Hangzhou's grass-roots inspection as it may have been; seed and scale decide everything. */
export function makePlan({ seed, scale }: { seed: number; scale: number }): Plan {
  if (!(scale >= 0.05 && scale <= 1)) throw new Error('the scale is from 0.05 to 1');
  const chance = new Chance(`hangzhou-2016/${seed}`);
  const figures = expectedFigures(scale);
  const organizations = makeRegister(target(figures, 'villagePopulation'));
  const shares = allocate(organizations, figures, scale, chance.fork('who'));
  const posts = postsOf(shares, target(figures, 'inspectorParticipations'));
  const inspectors = makeInspectors(posts, organizations);
  const outings = makeOutings(posts);
  const drafts = makeFindings(outings, figures, scale, chance.fork('findings'));
  const gains = makeGains(drafts, figures, scale, chance.fork('gains'));
  const clues = makeClues(drafts, figures, scale, chance.fork('clues'));
  const { desk, people } = makeDesk();
  const beginning = {
    people: inspectors,
    on: parseDate('2016-01-04'),
    term: ['2016-01-01', '2020-12-31'] as const,
    level: 'city' as const,
  };
  return {
    siteName: organizations[0]!.name,
    from: parseDate(hangzhou2016.period[0]),
    until: parseDate(hangzhou2016.period[1]),
    organizations,
    people: [...people, ...inspectors, ...partiesOf(outings)],
    tracks: [
      ...beginningTracks(desk, beginning),
      hearingsTrack(
        desk,
        sessions.filter(({ heard }) => outings.some(({ round }) => heard.includes(round.key))),
      ),
      ...outings.flatMap((outing) => roundTracks(outing, desk)),
      ...inspectionTracks(outings, { drafts, gains, clues }, desk, custom, chance),
    ],
  };
}

/** One day of talks everywhere. */
const custom: LocalCustom = {
  activities: (_, chance) => [{ kind: 'interview', count: chance.between(3, 8) }],
  petition: () => false,
  mishaps: 0.2,
};
