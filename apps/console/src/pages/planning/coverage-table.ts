/** How much of a term's register has been inspected, arranged as rows of places and columns of kinds below one place. */
import type { Answer } from '../../api/names.js';

type View = Answer<'readCoverage'>;
export type Kind = View['kinds'][number]['kind'];

export interface Share {
  readonly organizations: number;
  readonly inspected: number;
}
export interface Cell extends Share {
  readonly kind: Kind;
  /** All of it stands directly below the row's place: the cell opens to the organizations themselves, otherwise to the places below. */
  readonly isDirect: boolean;
}
export interface Row extends Share {
  /** Null: what stands below nothing. */
  readonly placeId: string | null;
  readonly cells: ReadonlyMap<Kind, Cell>;
}
export interface Table {
  readonly kinds: readonly Kind[];
  readonly rows: readonly Row[];
}

/** Whose part an organization is; undefined where it is not known, null at the top. */
export type ParentOf = (id: string) => string | null | undefined;

/** Rows are `focus` itself and the places right below it; without a focus, the top. */
export function tableOf(places: View['places'], focus: string | null, parentOf: ParentOf): Table {
  const rows = new Map<string | null, Map<Kind, Cell>>();
  for (const place of places) {
    const rowId = rowUnder(place.parentId, focus, parentOf);
    if (rowId === undefined) continue;
    const cells = rows.get(rowId) ?? new Map<Kind, Cell>();
    const before = cells.get(place.kind) ?? {
      kind: place.kind,
      organizations: 0,
      inspected: 0,
      isDirect: true,
    };
    cells.set(place.kind, {
      ...before,
      organizations: before.organizations + place.organizations,
      inspected: before.inspected + place.inspected,
      isDirect: before.isDirect && place.parentId === rowId,
    });
    rows.set(rowId, cells);
  }
  const kinds = [...new Set(places.map(({ kind }) => kind))];
  return {
    kinds: kinds.filter((kind) => [...rows.values()].some((cells) => cells.has(kind))),
    rows: [...rows].map(([placeId, cells]) => ({ placeId, cells, ...sumOf([...cells.values()]) })),
  };
}

/** Undefined: it does not stand below the focus. */
function rowUnder(place: string | null, focus: string | null, parentOf: ParentOf): string | null | undefined {
  if (place === focus) return place;
  for (let at = place; at !== null;) {
    const above: string | null = parentOf(at) ?? null;
    if (above === focus) return at;
    at = above;
  }
  return undefined;
}

/** Where everything stands below one place, the table begins there: a county's own register has one row less to open. */
export function beginOf(places: View['places'], parentOf: ParentOf): string | null {
  const tops = new Set(
    places.flatMap(({ parentId }) =>
      parentId !== null && (parentOf(parentId) ?? null) === null ? [parentId] : [],
    ),
  );
  return tops.size === 1 ? [...tops][0]! : null;
}

export function sumOf(shares: readonly Share[]): Share {
  const sum = (of: keyof Share) => shares.reduce((total, share) => total + share[of], 0);
  return { organizations: sum('organizations'), inspected: sum('inspected') };
}

/** As the service rounds: whole per cent, halves up. */
export function percentOf({ organizations, inspected }: Share): number | null {
  return organizations === 0 ? null : Math.floor((200 * inspected + organizations) / (2 * organizations));
}
