/** The words that definitions are made of. */
import type { RoundTraits } from '@xuncha/contracts';
import type { CountedRecord } from '../record/record.js';
import type { Condition } from './indicator.js';

const round =
  (holds: (traits: RoundTraits) => boolean): Condition =>
  (_, around) =>
    around.round?.traits.round !== undefined && holds(around.round.traits.round);
/** Township-led rounds stand beside all others. */
const led = (holds: (traits: RoundTraits) => boolean): Condition =>
  round((traits) => traits.ledBy !== 'township' && holds(traits));

export const ownRound = led(() => true);
export const townshipLed = round((traits) => traits.ledBy === 'township');
export const joint = led((traits) => traits.joint);
export const cross = led((traits) => traits.cross);
export const upgraded = led((traits) => traits.upgraded);
export const povertyRelief = led((traits) => traits.theme === 'poverty-relief');
export const routine = led((traits) => traits.kind === 'routine');
export const special = led((traits) => traits.kind === 'special');
export const lookBack = led((traits) => traits.kind === 'lookBack');

export const recorded: Condition = (record) => record.state === 'recorded';
/** Of a rectification or of a clue. */
export const isOutcome =
  (...kinds: readonly string[]): Condition =>
  (record) =>
    kinds.includes(record.traits.outcomeKind ?? '');

export const persons = (record: CountedRecord) => record.traits.persons ?? [];
export const organization = (record: CountedRecord) => (record.organizationId ? [record.organizationId] : []);
