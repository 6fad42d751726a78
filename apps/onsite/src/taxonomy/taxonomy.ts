/** How findings are classed; the office's to edit, in editions (RA17-13). A class is retired, never removed: findings cite it. */
import { decide, taxonomyPublished, taxonomyRevised, type Decision } from '@xuncha/contracts';
import { refuseIf, type BusinessDate, type Id } from '@xuncha/domain-kit';

export interface TaxonomyClass {
  readonly code: string;
  readonly title: string;
  readonly retired: boolean;
}
export interface Taxonomy {
  readonly id: Id;
  readonly code: string;
  readonly title: string;
  readonly edition: number;
  readonly inForceFrom: BusinessDate;
  readonly classes: readonly TaxonomyClass[];
}
/** What an edition says. */
export interface Edition {
  readonly title: string;
  readonly classes: readonly Omit<TaxonomyClass, 'retired'>[];
}

export function publish(id: Id, code: string, edition: Edition, on: BusinessDate): Decision<Taxonomy> {
  refuseTwice(edition);
  const classes = edition.classes.map((one) => ({ ...one, retired: false }));
  const state: Taxonomy = { id, code, title: edition.title, edition: 1, inForceFrom: on, classes };
  return decide(state, taxonomyPublished({ taxonomyId: id, code, edition: 1 }));
}

/** Classes that the new edition does not name are retired; naming one again brings it back. */
export function revise(taxonomy: Taxonomy, edition: Edition, on: BusinessDate): Decision<Taxonomy> {
  refuseTwice(edition);
  const named = new Set(edition.classes.map(({ code }) => code));
  const current = edition.classes.map((one) => ({ ...one, retired: false }));
  const retired = taxonomy.classes
    .filter(({ code }) => !named.has(code))
    .map((one) => ({ ...one, retired: true }));
  const state: Taxonomy = {
    ...taxonomy,
    title: edition.title,
    edition: taxonomy.edition + 1,
    inForceFrom: on,
    classes: [...current, ...retired],
  };
  const { id, code } = taxonomy;
  return decide(state, taxonomyRevised({ taxonomyId: id, code, edition: state.edition }));
}

/** Refuses `taxonomy:class` names that are not in force, and one given twice. */
export function refuseUnknownClasses(taxonomies: readonly Taxonomy[], classes: readonly string[]): void {
  const inForce = new Set(
    taxonomies.flatMap(({ code, classes: all }) =>
      all.filter(({ retired }) => !retired).map((one) => `${code}:${one.code}`),
    ),
  );
  const unknown = classes.filter((name) => !inForce.has(name));
  refuseIf(unknown.length > 0, 'finding.class-unknown', { classes: unknown });
  refuseIf(new Set(classes).size < classes.length, 'finding.class-twice', { classes });
}

function refuseTwice({ classes }: Edition): void {
  const codes = classes.map(({ code }) => code);
  const twice = codes.filter((code, index) => codes.indexOf(code) < index);
  refuseIf(twice.length > 0, 'taxonomy.class-twice', { classes: twice });
}
