/** Figures of clues: raised, handed over, concluded, and what came of them in persons, each counted once (rules.md 17). */
import type { BusinessDate } from '@xuncha/domain-kit';
import type { ClueTraits, CountedRecord, Surroundings } from '../record/record.js';
import * as is from './conditions.js';
import { count, countEach, type Condition, type Dating, type Indicator } from './indicator.js';

/** A merged clue is counted through the one that absorbed it. */
const clues = (
  id: string,
  sentence: string,
  day: (clue: ClueTraits) => BusinessDate | undefined,
  where: Condition,
): Indicator =>
  countEach(id, {
    sentence,
    of: 'clues.clue',
    where: [where],
    contributions: ({ id: unit, traits: { clue = {} } }) => {
      const on = clue.isMerged ? undefined : day(clue);
      return on ? [{ unit, on }] : [];
    },
  });
const raised = (clue: ClueTraits) => clue.raisedOn;
const delivered = (clue: ClueTraits) => clue.deliveredOn;
const received = (clue: ClueTraits) => clue.receivedOn;
const concluded = (clue: ClueTraits) => clue.concludedOn;

/** What a county's clue that moved up led to is this site's, though no round of this site led to it. */
const own: Condition = (record, around) =>
  is.ownRound(record, around) || (around.parent ?? record).traits.clue?.isFromCounty === true;
const persons = (
  id: string,
  sentence: string,
  where: readonly Condition[],
  more: { dating?: Dating; units?: (record: CountedRecord, around: Surroundings) => readonly string[] } = {},
): Indicator =>
  count(id, { sentence, of: 'clues.outcome', where: [is.recorded, ...where], units: is.persons, ...more });

const filed = is.isOutcome('filed');
const judicial = is.isOutcome('judicial');
/** Who was sanctioned for the same matter as well is handled by discipline and not by organizational measures. */
const notSanctioned = (record: CountedRecord, { related }: Surroundings) => {
  const sanctioned = related.filter(
    ({ state, traits }) => state === 'recorded' && traits.outcomeKind === 'sanction',
  );
  return is
    .persons(record)
    .filter((person) => !sanctioned.some((outcome) => is.persons(outcome).includes(person)));
};

export const clueIndicators: readonly Indicator[] = [
  clues('joint.clues', '市县联动轮次提出的问题线索数，合并的只计一次', raised, is.joint),
  clues('cross.clues', '交叉巡察提出的问题线索数，合并的只计一次', raised, is.cross),
  clues('upgraded.clues', '提级巡察提出的问题线索数，合并的只计一次', raised, is.upgraded),
  clues('townshipLed.clues', '乡镇自巡提出的问题线索数，合并的只计一次', raised, is.townshipLed),
  clues('cluesTransferred', '已移交的问题线索数，合并的只计一次（不含乡镇自巡）', delivered, own),
  clues(
    'routine.cluesAssigned',
    '常规巡察的问题线索中接收机关已签收的数，合并的只计一次',
    received,
    is.routine,
  ),
  clues('joint.cluesConcluded', '市县联动轮次的问题线索中已办结的数，合并的只计一次', concluded, is.joint),
  count('casesOfMisconduct', {
    sentence: '已立案、处分或组织处理的问题线索数，一条线索只计一次，计在首次结果之日（不含乡镇自巡）',
    of: 'clues.outcome',
    where: [is.recorded, own, is.isOutcome('filed', 'sanction', 'measure')],
    units: (record) => (record.parentId ? [record.parentId] : []),
    dating: 'first',
  }),

  persons('personsFiled', '被立案的人数，一人只计一次（不含乡镇自巡）', [own, filed]),
  persons('joint.personsFiled', '市县联动轮次的线索中被立案的人数，一人只计一次', [is.joint, filed]),
  persons('upgraded.personsFiled', '提级巡察的线索中被立案的人数，一人只计一次', [is.upgraded, filed]),
  persons(
    'personsHandled',
    '受到组织处理或处分的人数，一人只计一次，计在首次结果之日（不含乡镇自巡）',
    [own, is.isOutcome('measure', 'sanction')],
    { dating: 'first' },
  ),
  persons(
    'personsHandled.organizational',
    '受到组织处理的人数，一人只计一次；同一事项又受处分的不计（不含乡镇自巡）',
    [own, is.isOutcome('measure')],
    { units: notSanctioned },
  ),
  persons('personsHandled.disciplinary', '受到党纪政务处分的人数，一人只计一次（不含乡镇自巡）', [
    own,
    is.isOutcome('sanction'),
  ]),
  persons('personsHandled.judicial', '移送司法的人数，一人只计一次（不含乡镇自巡）', [own, judicial]),
  persons('poverty.personsJudicial', '扶贫领域专项巡察的线索中移送司法的人数，一人只计一次', [
    is.povertyRelief,
    judicial,
  ]),
  persons('joint.personsJudicial', '市县联动轮次的线索中移送司法的人数，一人只计一次', [is.joint, judicial]),
  persons('personsHandled.publiclyNamed', '被通报曝光的人数，一人只计一次（不含乡镇自巡）', [
    own,
    is.isOutcome('namedPublicly'),
  ]),
  persons('townshipLed.personsHandled', '乡镇自巡的线索中受到组织处理、处分或移送司法的人数，一人只计一次', [
    is.townshipLed,
    is.isOutcome('measure', 'sanction', 'judicial'),
  ]),
  persons('officialsAdjusted', '受到组织处理并调整职务的人数，一人只计一次（不含乡镇自巡）', [
    own,
    is.isOutcome('measure'),
    (record) => record.traits.adjustsPost === true,
  ]),
];
