/** Kin within the pool: nobody is their own relative, and nobody descends from themselves. */
import type { Kin } from '@xuncha/contracts';
import { refuseIf, type Id } from '@xuncha/domain-kit';

/** What one record says of relatives. */
export interface KinOf {
  readonly id: Id;
  readonly kin: readonly Kin[];
}

/** `others` are the records that name relatives in the pool; an older one of this inspector does not count. */
export function refuseImpossibleKin(id: Id, kin: readonly Kin[], others: readonly KinOf[]): void {
  for (const { organizationId, inspectorId } of kin)
    refuseIf(!organizationId && !inspectorId, 'inspector.kin-without-place');
  const persons = inThePool(kin);
  refuseIf(persons.includes(id), 'inspector.own-kin');
  refuseIf(new Set(persons).size < persons.length, 'inspector.kin-twice');
  const records = [...others.filter((other) => other.id !== id), { id, kin }];
  refuseIf(ancestorsOf(id, parentsBy(records)).has(id), 'inspector.kin-loop');
}

/** The relatives who are in the pool themselves. */
export function inThePool(kin: readonly Kin[]): Id[] {
  return kin.flatMap(({ inspectorId }) => inspectorId ?? []);
}

/** Either of two may have said it: I am the child of this one, this one is a child of mine. */
function parentsBy(records: readonly KinOf[]): Map<Id, Set<Id>> {
  const parents = new Map<Id, Set<Id>>();
  const note = (child: Id, parent: Id) => parents.set(child, (parents.get(child) ?? new Set()).add(parent));
  for (const { id, kin } of records)
    for (const { relation, inspectorId } of kin) {
      if (inspectorId && relation === 'parent') note(id, inspectorId);
      if (inspectorId && relation === 'child') note(inspectorId, id);
    }
  return parents;
}

function ancestorsOf(id: Id, parents: ReadonlyMap<Id, ReadonlySet<Id>>): Set<Id> {
  const found = new Set(parents.get(id));
  // A set that grows while it is gone through is gone through to its end.
  for (const ancestor of found) for (const parent of parents.get(ancestor) ?? []) found.add(parent);
  return found;
}
