import { grouped } from '../chance.js';
import { makeAssignment, makeOuting, makeRound, type Outing } from '../year/outing.js';
import { teamOf, type Post } from './corps.js';
import { campaigns, hearingOf, type CampaignKey } from './year.js';

/** One round for the whole city per campaign; every team takes one assignment. */
export function makeOutings(posts: readonly Post[]): Outing[] {
  return grouped(posts, ({ campaign }) => campaign).map((round) => outing(round[0]!.campaign, round));
}

function outing(key: CampaignKey, posts: readonly Post[]): Outing {
  const campaign = campaigns[key];
  const round = makeRound(key, campaign);
  const assignments = posts.map((post, index) =>
    makeAssignment(round, { batch: 0, organizations: post.organizations }, teamOf(post, round), index),
  );
  return makeOuting(
    { campaignKey: key, campaign, round, assignments, hearing: hearingOf(key) },
    posts.flatMap(({ organizations }) => organizations),
  );
}
