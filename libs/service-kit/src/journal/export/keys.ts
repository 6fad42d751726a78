/**
 * What a verifier trusts: public keys of services, the audit administrator's, and the checkpoints that the latter has countersigned and
 * kept. All of it stands in one folder outside the system.
 */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkpoint } from '../checkpoints.js';
import { isSigned, signature } from '../signature.js';

export interface Countersigned extends Checkpoint {
  readonly countersignature: Buffer;
}
export interface Keys {
  readonly services: ReadonlyMap<string, KeyObject>;
  readonly auditor: KeyObject | undefined;
  readonly countersigned: readonly Countersigned[];
}

const AUDITOR = 'auditor.pub';
const COUNTERSIGNED = 'countersigned.jsonl';

export function readKeys(folder: string): Keys {
  const keyIn = (name: string) => createPublicKey(readFileSync(join(folder, name)));
  const names = readdirSync(folder).filter((name) => name.endsWith('.pub') && name !== AUDITOR);
  const kept = join(folder, COUNTERSIGNED);
  return {
    services: new Map(names.map((name) => [name.slice(0, -'.pub'.length), keyIn(name)])),
    auditor: existsSync(join(folder, AUDITOR)) ? keyIn(AUDITOR) : undefined,
    countersigned: existsSync(kept)
      ? readFileSync(kept, 'utf8').split('\n').filter(Boolean).map(readCountersigned)
      : [],
  };
}

const textOf = ({ service, site, number, hash, at }: Checkpoint) =>
  JSON.stringify(['xuncha.countersigned/1', service, site, number, hash.toString('hex'), at]);

export function isCountersigned(auditor: KeyObject, kept: Countersigned): boolean {
  return isSigned(auditor, textOf(kept), kept.countersignature);
}

/** Signs with the audit administrator's own key, which never is in the system, and keeps it with the other keys. */
export function countersign(folder: string, auditor: KeyObject, checkpoint: Checkpoint): void {
  const { service, site, number, hash, at } = checkpoint;
  const countersignature = signature(auditor, textOf(checkpoint)).toString('base64');
  const kept = { service, site, number, hash: hash.toString('hex'), at, countersignature };
  appendFileSync(join(folder, COUNTERSIGNED), `${JSON.stringify(kept)}\n`);
}

function readCountersigned(line: string): Countersigned {
  const { hash, countersignature, ...rest } = JSON.parse(line) as Omit<
    Countersigned,
    'hash' | 'countersignature'
  > & {
    hash: string;
    countersignature: string;
  };
  return {
    ...rest,
    hash: Buffer.from(hash, 'hex'),
    countersignature: Buffer.from(countersignature, 'base64'),
  };
}
