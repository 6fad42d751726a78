/**
 * A special round that a county files with its city: both keep it, what one side does the other follows, and the flow gives each its turn,
 * so that the two never disagree (HZP-1).
 */
import {
  decide,
  filingAmended,
  filingAnswered,
  filingCorrected,
  filingFiled,
  filingReceived,
  filingRefiled,
  filingReported,
  type Decision,
  type Fact,
  type FilingAction,
  type FilingSide,
  type Out,
  type readRound,
} from '@xuncha/contracts';
import {
  chinaCalendar,
  compareDates,
  defineFlow,
  idFrom,
  leadDay,
  profileOf,
  refuseIf,
  refuseUnless,
  step,
  type ActionOf,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';

export const flow = defineFlow({
  aggregate: 'linkage.filing',
  initial: 'filed',
  states: {
    filed: { agree: 'agreed', return: 'returned' },
    returned: { refile: 'filed' },
    agreed: { report: 'agreed', correct: 'offTarget' },
    offTarget: { report: 'offTarget', amend: 'agreed' },
  },
});
export type Turn = ActionOf<typeof flow>;

/** Whose each step is. A report changes nothing, so it may cross a correction on its way. */
const takenBy: Readonly<Record<Turn, FilingSide>> = {
  agree: 'city',
  return: 'city',
  refile: 'county',
  report: 'county',
  correct: 'city',
  amend: 'county',
};

export interface Step<A extends FilingAction = FilingAction> {
  readonly action: A;
  readonly text: string;
  readonly on: BusinessDate;
}
export interface FiledRound {
  readonly roundName: string;
  readonly theme: string | null;
  readonly startsOn: BusinessDate;
}
/** A step as it is told to the other side; `filingId` is that side's own. The first step opens it. */
export interface Opening {
  readonly filingId: Id;
  readonly opens: FiledRound;
  readonly step: Step<'file'>;
}
export interface Reply {
  readonly filingId: Id;
  readonly opens: null;
  readonly step: Step<Turn>;
}
export type FilingLetter = Opening | Reply;
export interface Filing extends FiledRound {
  readonly id: Id;
  readonly side: FilingSide;
  readonly peerSite: string;
  /** The same filing in the other site. */
  readonly counterpartId: Id;
  /** Of the county's own site; another site has no use for it. */
  readonly roundId: Id | null;
  readonly state: StateOf<typeof flow>;
  readonly steps: readonly Step[];
}

export function file(
  id: Id,
  city: string,
  round: Out<typeof readRound>,
  { plan, on }: { plan: string; on: BusinessDate },
): Decision<Filing> {
  refuseIf(round.kind !== 'special', 'filing.not-special');
  refuseUnless(['approved', 'teaming'].includes(round.state), 'filing.round-not-ahead', {
    state: round.state,
  });
  const startsOn = round.batches.map(({ entersOn }) => entersOn).toSorted(compareDates)[0]!;
  const lead = profileOf(round.profile!).durations['special.filing.before.start'];
  const by = leadDay(chinaCalendar, startsOn, lead);
  refuseIf(on > by, 'filing.too-late', { by, startsOn });
  const filing: Filing = {
    id,
    side: 'county',
    peerSite: city,
    counterpartId: idFrom(id, 'city'),
    roundId: round.id,
    roundName: round.name,
    theme: round.theme,
    startsOn,
    state: flow.initial,
    steps: [{ action: 'file', text: plan, on }],
  };
  return decide(filing, filingFiled({ ...told(filing, on), roundId: round.id, startsOn }));
}

/** What tells the city of it. */
export function openingLetter({ counterpartId, steps, ...filing }: Filing): Opening {
  const { roundName, theme, startsOn } = filing;
  const [{ text, on }] = steps as readonly [Step];
  return {
    filingId: counterpartId,
    opens: { roundName, theme, startsOn },
    step: { action: 'file', text, on },
  };
}

/** The city's own record of what a county has filed. */
export function receive(
  { filingId, opens, step: filed }: Opening,
  from: { county: string; countysId: Id },
): Decision<Filing> {
  const filing: Filing = {
    id: filingId,
    side: 'city',
    peerSite: from.county,
    counterpartId: from.countysId,
    roundId: null,
    ...opens,
    state: flow.initial,
    steps: [filed],
  };
  return decide(filing, filingReceived({ ...told(filing, filed.on), startsOn: opens.startsOn }));
}

/** This side's own step. */
export function take(filing: Filing, taken: Step<Turn>): Decision<Filing> {
  refuseIf(takenBy[taken.action] !== filing.side, 'filing.other-side', { action: taken.action });
  return follow(filing, taken);
}

/** Either side's, as the other side's record follows it. */
export function follow(filing: Filing, taken: Step<Turn>): Decision<Filing> {
  const state = step(flow, filing.state, taken.action);
  const { action, on } = taken;
  return decide({ ...filing, state, steps: [...filing.steps, taken] }, factOf(action, told(filing, on)));
}

function factOf(action: Turn, which: ReturnType<typeof told>): Fact {
  switch (action) {
    case 'agree':
    case 'return':
      return filingAnswered({ ...which, answer: action });
    case 'refile':
      return filingRefiled(which);
    case 'report':
      return filingReported(which);
    case 'correct':
      return filingCorrected(which);
    case 'amend':
      return filingAmended(which);
  }
}

function told({ id, peerSite }: Filing, on: BusinessDate) {
  return { filingId: id, peerSite, on };
}
