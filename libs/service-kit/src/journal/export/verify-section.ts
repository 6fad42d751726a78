/** Proves one service's part of an export: journal by chain, state by journal, both by what the service and the auditor signed. */
import { join } from 'node:path';
import type { KeyObject } from 'node:crypto';
import { CHAIN_START } from '../chain.js';
import { isCheckpointOf } from '../checkpoints.js';
import { faultsIn, type Sealed } from '../links.js';
import { FILES, isSectionOf, readCheckpoint, readSeal, type FileName, type Section } from './format.js';
import type { Countersigned } from './keys.js';
import { LastVersions } from './last-versions.js';
import { LinesOf } from './lines.js';
import { stateFindings } from './verify-state-lines.js';

export interface SectionReport {
  readonly service: string;
  readonly entries: number;
  readonly rows: number;
  readonly checkpoints: number;
  readonly findings: readonly string[];
}

/** Somebody said that at this number the chain had this hash. */
interface Statement {
  readonly number: number;
  readonly hash: Buffer;
  readonly by: string;
}

/** The first ones tell enough. */
const MOST = 50;

export class SectionVerifier {
  private readonly files: Readonly<Record<FileName, LinesOf>>;
  private readonly statements = new Map<number, Statement[]>();
  private readonly last = new LastVersions();

  constructor(
    folder: string,
    private readonly section: Section,
    private readonly key: KeyObject,
    countersigned: readonly Countersigned[],
  ) {
    const lines = (name: FileName) => [name, new LinesOf(join(folder, section.service, name))];
    this.files = Object.fromEntries(FILES.map(lines)) as typeof this.files;
    for (const { number, hash } of countersigned) this.hold({ number, hash, by: 'the audit administrator' });
    this.hold({
      number: section.number,
      hash: Buffer.from(section.hash, 'hex'),
      by: 'the service at the export',
    });
  }

  verify(): SectionReport {
    const findings: string[] = [];
    for (const finding of this.findings()) {
      findings.push(finding);
      if (findings.length === MOST) break;
    }
    const counted = (name: FileName) => this.files[name].count;
    return {
      service: this.section.service,
      entries: counted('journal.jsonl'),
      rows: counted('state.jsonl'),
      checkpoints: counted('checkpoint.jsonl'),
      findings,
    };
  }

  private *findings(): Generator<string> {
    const { service, site } = this.section;
    if (!isSectionOf(this.key, this.section)) yield 'the service did not sign this section of the manifest';
    yield* readable('checkpoint.jsonl', this.checkpointFindings());
    yield* readable('journal.jsonl or seal.jsonl', this.chainFindings());
    yield* readable('state.jsonl', stateFindings(this.files['state.jsonl'], site, this.last));
    for (const name of FILES) {
      const { lines, sha256 } = this.section.files[name];
      const file = this.files[name];
      if (file.sha256 !== sha256 || file.count !== lines || !file.isWhole)
        yield `${service}/${name} is not the file that was exported`;
    }
  }

  private *checkpointFindings(): Generator<string> {
    const { service, site } = this.section;
    let before = 0;
    for (const line of this.files['checkpoint.jsonl']) {
      const { checkpoint, signed } = readCheckpoint(service, site, line.toString());
      const { number, hash } = checkpoint;
      if (number <= before) yield `the checkpoint at number ${number} does not stand where it belongs`;
      if (!isCheckpointOf(this.key, checkpoint, signed))
        yield `the service did not sign the checkpoint at number ${number}`;
      this.hold({ number, hash, by: 'the service' });
      before = number;
    }
  }

  private *chainFindings(): Generator<string> {
    const seals = this.files['seal.jsonl'][Symbol.iterator]();
    const journal = this.files['journal.jsonl'];
    let last: Sealed = { number: 0, ordinal: 0, hash: CHAIN_START };
    yield* this.denials(last);
    for (const text of journal) {
      const seal = seals.next();
      if (seal.done) return yield `no seal stands beside the journal rows after number ${last.number}`;
      const { number, ordinal, hash } = readSeal(seal.value.toString());
      const faults = faultsIn(last, { number, ordinal, hash, text, where: `line ${journal.count}` });
      if (faults.length > 0) yield* faults;
      const fault = this.versionFault(text);
      if (fault !== undefined) yield fault;
      last = { number, ordinal, hash };
      if (this.statements.has(number)) yield* this.denials(last);
    }
    for (const line of seals) yield* faultsIn(last, { ...readSeal(line.toString()), text: null, where: '' });
    for (const [number, [{ by }]] of this.statements as Map<number, [Statement]>)
      yield `the chain ends at number ${last.number}, but ${by} signed number ${number}`;
  }

  private versionFault(text: Buffer): string | undefined {
    const fields = JSON.parse(text.toString()) as (string | number)[];
    return this.last.note(String(fields[4]), String(fields[5]), Number(fields[6]), String(fields[16]));
  }

  /** What is left in the end was signed about what is not there. */
  private *denials({ number, hash }: Sealed): Generator<string> {
    const said = this.statements.get(number);
    if (!said) return;
    this.statements.delete(number);
    for (const statement of said)
      if (!statement.hash.equals(hash)) yield `number ${number} is not what ${statement.by} signed`;
  }

  private hold(statement: Statement): void {
    const others = this.statements.get(statement.number) ?? [];
    this.statements.set(statement.number, [...others, statement]);
  }
}

/** What cannot be read is a finding like any other. */
function* readable(name: string, findings: Generator<string>): Generator<string> {
  try {
    yield* findings;
  } catch (error) {
    yield `${name} cannot be read: ${(error as Error).message.slice(0, 80)}`;
  }
}
