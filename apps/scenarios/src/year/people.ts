/** People of a year beside its inspectors: those who act for the committee, and those of the inspected organizations. Names are invented. */
import type { Outing } from './outing.js';
import type { ClueNature, Key, Organization, Person, Role } from './plan.types.js';
import { organKeys } from './register.js';
import type { Desk } from './scene.js';

/** The desk of one site with its people: 演示乙 are the office and those beside and above it. */
export function makeDesk(): { desk: Desk; people: Person[] } {
  const office = [1, 2, 3].map((number) => staff('office', number, 'office'));
  const leadingGroup = staff('leadingGroup', 4, 'leadingGroup');
  const petitions = staff('custodian', 5, 'petitionCustodian');
  const clues = staff('custodian', 6, 'clueCustodian');
  const organs = Object.entries(organKeys).map(([nature, organization], index) => ({
    nature: nature as ClueNature,
    organization,
    person: staff('organ', 7 + index, 'organCustodian', organization),
  }));
  const desk = {
    office: office.map(({ key }) => key),
    leadingGroup: leadingGroup.key,
    petitionCustodian: petitions.key,
    clueCustodian: clues.key,
    organs: Object.fromEntries(
      organs.map(({ nature, organization, person }) => [nature, { organization, custodian: person.key }]),
    ) as Desk['organs'],
  };
  return { desk, people: [...office, leadingGroup, petitions, clues, ...organs.map(({ person }) => person)] };
}

function staff(key: string, number: number, role: Role, organization?: Key): Person {
  return {
    key: `${key}-${number}`,
    name: `演示乙${String(number).padStart(3, '0')}`,
    grants: [{ role, organization }],
  };
}

/** Heads and liaisons of all organizations on the way; in a village the head does the liaison's work as well. */
export function partiesOf(outings: readonly Outing[]): Person[] {
  const met = new Map(
    outings.flatMap(({ visits }) => visits.map((visit) => [visit.organization.key, visit.organization])),
  );
  return [...met.values()].flatMap((row): Person[] => {
    const head = { role: 'organizationHead', organization: row.key } as const;
    const liaison = { role: 'organizationLiaison', organization: row.key } as const;
    if (isSmall(row)) return [{ key: headOf(row), name: row.head, grants: [head, liaison] }];
    return [
      { key: headOf(row), name: row.head, grants: [head] },
      { key: liaisonOf(row), name: row.head.replace('丙', '丁'), grants: [liaison] },
    ];
  });
}

function isSmall({ kind }: Organization): boolean {
  return kind === 'village' || kind === 'budgetUnit';
}

export function headOf(row: Organization): Key {
  return `head-${row.key}`;
}

export function liaisonOf(row: Organization): Key {
  return isSmall(row) ? headOf(row) : `liaison-${row.key}`;
}
