import type { Corps } from './corps.js';
import { campaigns, sessions } from './year.js';
import { day, shift } from './calendar.js';
import type { Assignment, Hearing, Key, Organization } from './plan.types.js';
import type { Outing } from './rounds.js';
import { TrackBook } from './scene.js';
import type { Track } from './steps.js';
import { parseDate } from '@xuncha/domain-kit';

/** The first day of the year: the term that all rounds belong to. */
export function beginningTrack({ office, leadingGroup }: Corps): Track {
  const book = new TrackBook('beginning');
  const clerk = office[0]!;
  const first = day('01-03');
  book.add(first, 'office', clerk, {
    act: 'proposeTerm',
    from: parseDate('2017-01-01'),
    until: parseDate('2021-12-31'),
  });
  book.add(first, 'leadingGroup', leadingGroup, { act: 'approveTerm' });
  return book.done();
}

/** The session that heard the campaign's package of reports; a township's committee hears its own round. */
export function hearingOf({ campaign, round }: Outing): Key {
  if (round.ledBy === 'township') return `hearing-${round.key}`;
  const index = sessions.findIndex(
    ({ heard, on }) => on === campaigns[campaign].heardOn && (heard as readonly string[]).includes(campaign),
  );
  return `hearing-${index + 1}`;
}

/** Sessions of the standing committee, the five-person group and the leading group (RA17-12). */
export function hearingsTrack({ office }: Corps): Track {
  const book = new TrackBook('hearings');
  sessions.forEach(({ body, heard, on }, index) => {
    const decisions =
      body === 'standingCommittee' ? ['同意专题报告', '举一反三开展整治'] : ['逐一研究问题处置意见'];
    const hearing: Hearing = { key: `hearing-${index + 1}`, body, rounds: heard, decisions };
    book.add(on, 'office', office[0]!, { act: 'holdHearing', hearing });
  });
  return book.done();
}

/** A round from its draft to its close; the inspections have tracks of their own. */
export function roundTrack(outing: Outing, corps: Corps, spare: Organization): Track {
  const { round, campaign: key } = outing;
  const campaign = campaigns[key];
  const [clerk, leaders] = [corps.office[0]!, corps.leadingGroup];
  const book = new TrackBook(round.key);
  const { draftedOn, approvedOn } = campaign;
  book.add(draftedOn, 'office', clerk, { act: 'draftRound', round });
  book.add(draftedOn, 'office', clerk, { act: 'submitRound', round: round.key });
  if (key === 'routine1') {
    const returnedOn = shift(draftedOn, 2);
    book.add(returnedOn, 'leadingGroup', leaders, {
      act: 'returnRound',
      round: round.key,
      opinion: '增加村级对象',
    });
    book.add(shift(returnedOn, 1), 'office', clerk, { act: 'submitRound', round: round.key });
  }
  book.add(approvedOn, 'leadingGroup', leaders, { act: 'approveRound', round: round.key, opinion: '同意' });
  book.add(shift(approvedOn, 1), 'office', clerk, { act: 'startTeaming', round: round.key });
  const withdrawn = key === 'routine2' ? [withdrawnAssignment(outing, spare)] : [];
  for (const assignment of [...outing.assignments, ...withdrawn]) {
    book.add(shift(approvedOn, 2), 'office', clerk, { act: 'planAssignment', assignment });
    book.add(campaign.issuedOn, 'office', clerk, { act: 'issueAssignment', assignment: assignment.key });
  }
  for (const { key: assignment } of withdrawn) {
    const reason = '因机构调整暂缓';
    book.add(shift(campaign.issuedOn, 2), 'office', clerk, { act: 'cancelAssignment', assignment, reason });
  }
  if (round.ledBy === 'township') {
    const decisions = ['逐一研究问题处置意见'];
    const hearing: Hearing = {
      key: hearingOf(outing),
      body: 'townshipCommittee',
      rounds: [round.key],
      decisions,
    };
    book.add(campaign.heardOn, 'office', clerk, { act: 'holdHearing', hearing });
  }
  book.add(campaign.closedOn, 'office', clerk, { act: 'closeRound', round: round.key });
  return book.done();
}

/** Issued and cancelled before entry: its organization counts as inspected nowhere. */
function withdrawnAssignment({ round, assignments }: Outing, spare: Organization): Assignment {
  return {
    key: `${round.key}/assignment-withdrawn`,
    round: round.key,
    batch: round.batches.length,
    team: assignments[0]!.team,
    organizations: [spare.key],
  };
}
