import { valueWord } from '../words/words.js';

const waiting = '#667085';
const moving = '#B45309';
const handed = '#1D4B87';
const checked = '#6B3FA0';
const done = '#1F7A3D';
const stopped = '#B91C1C';

/** Colour says what a state means for whoever reads on; its word says which it is. */
const colours: Readonly<Record<string, string>> = {
  draft: waiting,
  proposed: waiting,
  open: waiting,
  opened: waiting,
  preparing: waiting,
  registered: waiting,
  candidate: waiting,
  planned: waiting,
  received: waiting,
  raised: waiting,
  waiting,
  found: moving,
  underway: moving,
  inProgress: moving,
  investigating: moving,
  entered: moving,
  active: done,
  running: moving,
  teaming: moving,
  assigned: moving,
  reporting: moving,
  drafting: moving,
  disposed: moving,
  inTransfer: moving,
  requested: moving,
  submitted: checked,
  deputyReviewed: checked,
  planSubmitted: checked,
  reportsSubmitted: checked,
  officeReviewed: checked,
  presented: checked,
  leader: checked,
  office: checked,
  jointlyReviewed: checked,
  filed: checked,
  issued: handed,
  approved: handed,
  confirmed: handed,
  screened: handed,
  checked: handed,
  authorized: handed,
  heard: handed,
  delivered: handed,
  planAccepted: handed,
  reported: handed,
  decided: handed,
  fedBack: done,
  handedOver: handed,
  agreed: done,
  accepted: done,
  joined: done,
  closed: done,
  leaderSigned: done,
  archived: done,
  done,
  concluded: done,
  assessed: done,
  answered: done,
  inPool: done,
  longTerm: handed,
  returned: stopped,
  cancelled: stopped,
  dropped: stopped,
  failed: stopped,
  suspended: stopped,
  refused: stopped,
  rejected: stopped,
  disabled: stopped,
  revoked: stopped,
  turnedAway: stopped,
  offTarget: stopped,
};
/** Where the same word stands at another place in the life of something else. */
const ownColours: Readonly<Record<string, string>> = {
  'MaterialState.asked': moving,
  'MaterialState.supplied': checked,
  'MaterialState.received': done,
  'MaterialState.givenBack': done,
};

export function StateTag({ of, value }: { of: string; value: string }) {
  return (
    <span className="state" ref={(element) => element?.style.setProperty('--dot', colourOf(of, value))}>
      {valueWord(of, value)}
    </span>
  );
}

function colourOf(of: string, value: string): string {
  return ownColours[`${of}.${value}`] ?? colours[value] ?? waiting;
}
