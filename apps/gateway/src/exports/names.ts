/** Names of what the rows of one export refer to: asked for many at a time as its viewer, and kept as long as the export lasts. */
import type { Permission } from '@xuncha/contracts';
import { HIDDEN_NAME } from '@xuncha/documents';
import { sources, type Ask, type Named } from './sources.js';

/** What these are named by people know, too. */
const codes: ReadonlySet<string> = new Set(['site', 'class']);

export class Names {
  private readonly known = new Map<string, Map<string, Named | null>>();
  private wanted = new Map<string, Set<string>>();

  constructor(
    private readonly ask: Ask,
    private readonly may: (permission: Permission | undefined) => boolean,
  ) {}

  /** Empty while it is not known: then it is noted as wanted. */
  nameOf(kind: string, id: string): string {
    if (kind === 'itself') return id;
    const named = this.named(kind, id);
    if (named === undefined) return '';
    if (named === null) return codes.has(kind) ? id : HIDDEN_NAME;
    const { name, organizationId } = named;
    return organizationId ? `${this.nameOf('organization', organizationId)} · ${name}` : name;
  }

  /** By which it stands in the register; empty where it must not be known. */
  codeOf(organizationId: string): string {
    return this.named('organization', organizationId)?.code ?? '';
  }

  /** Finds what is wanted; false where nothing was. */
  async learn(): Promise<boolean> {
    const wanted = [...this.wanted];
    this.wanted = new Map();
    await Promise.all(wanted.map(async ([kind, ids]) => this.find(kind, [...ids])));
    return wanted.length > 0;
  }

  private named(kind: string, id: string): Named | null | undefined {
    const named = this.known.get(kind)?.get(id);
    if (named === undefined) noteIn(this.wanted, kind, new Set()).add(id);
    return named;
  }

  private async find(kind: string, ids: readonly string[]): Promise<void> {
    const known = noteIn(this.known, kind, new Map<string, Named | null>());
    const source = sources[kind]?.find(({ query }) => this.may(query.permission));
    const found = (await source?.find(ids, this.ask)) ?? [];
    for (const [id, named] of found) known.set(id, named);
    for (const id of ids) if (!known.has(id)) known.set(id, null);
  }
}

/** What is kept under the key; `fresh` where nothing is. */
function noteIn<V>(map: Map<string, V>, key: string, fresh: V): V {
  const there = map.get(key);
  if (there !== undefined) return there;
  map.set(key, fresh);
  return fresh;
}
