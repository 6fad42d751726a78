/** What proves a hand-over: the letter, the receipt, and what the organ's own program signed (rules.md 8). */
import { Injectable } from '@nestjs/common';
import { OrganProof, type ClueContent, type TransferProof } from '@xuncha/contracts';
import { canonicalJson, refuse, refuseUnless, type Id } from '@xuncha/domain-kit';
import { systemIn, type Act } from '@xuncha/service-kit';
import { compactVerify, createLocalJWKSet, errors } from 'jose';
import { ClueStore } from '../clue/clue.store.js';
import { DepartmentKeys } from './department-keys.js';
import { digest, ProofKeys } from './proof-keys.js';
import type { Transfer } from './transfer.js';
import { TransferStore } from './transfer.store.js';

@Injectable()
export class Proofs {
  constructor(
    private readonly transfers: TransferStore,
    private readonly clues: ClueStore,
    private readonly departmentKeys: DepartmentKeys,
    private readonly keys: ProofKeys,
  ) {}

  async letter(act: Act, transferId: Id, number: string): Promise<string> {
    const transfer = await this.transfers.read(systemIn(act.site, act), transferId);
    const made = { ...(await this.stateOf(act, transfer)), number, letter: null, organSignature: null };
    return this.keys.sign({ kind: 'letter', ...made });
  }

  /** What is not delivered yet has no letter; the flow refuses its receipt afterwards. */
  async receipt(act: Act, transferId: Id, organSignature: string | null): Promise<string> {
    if (organSignature !== null) await this.check(act, transferId, organSignature);
    const transfer = await this.transfers.read(systemIn(act.site, act), transferId);
    const { number, letter } = transfer;
    const made = {
      ...(await this.stateOf(act, transfer)),
      number: number!,
      letter: letter && digest(letter),
      organSignature: organSignature && digest(organSignature),
    };
    return this.keys.sign({ kind: 'receipt', ...made });
  }

  /** The system's reading, since the organ cannot see the clues before it has received them. */
  private async stateOf(act: Act, { id: transferId, organId, clueIds }: Transfer) {
    const { site, person: by, on, now } = act;
    const system = systemIn(site, act);
    const clues: TransferProof['clues'] = [];
    for (const clueId of clueIds) {
      const clue = await this.clues.read(system, clueId);
      const contents = await this.clues.openAll(system, clue);
      const salt = this.clues.saltOf(system, clueId);
      clues.push({ number: clue.number, contents: contents.map((content) => digestOf(salt, content)) });
    }
    return { site, transferId, organId, clues, by, on, at: now.toISOString() };
  }

  /** Signed by a key that was registered for whoever asks, over this transfer and the letter it came with. */
  private async check(act: Act, transferId: Id, organSignature: string): Promise<void> {
    const { letter } = await this.transfers.read(act, transferId);
    const keys = await this.departmentKeys.own(act);
    const said = OrganProof.safeParse(await payloadOf(organSignature, keys)).data;
    const isOfThis = said?.transferId === transferId && letter !== null && said.letter === digest(letter);
    refuseUnless(isOfThis, 'transfer.signature-invalid');
  }
}

type Keys = Awaited<ReturnType<DepartmentKeys['own']>>;
async function payloadOf(jws: string, keys: Keys): Promise<unknown> {
  try {
    const algorithms = keys.map(({ alg }) => alg);
    const { payload } = await compactVerify(jws, createLocalJWKSet({ keys }), { algorithms });
    return JSON.parse(Buffer.from(payload).toString('utf8'));
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof SyntaxError)
      return refuse('transfer.signature-invalid');
    throw error;
  }
}

function digestOf(salt: string, content: ClueContent): string {
  return digest(salt + canonicalJson(content));
}
