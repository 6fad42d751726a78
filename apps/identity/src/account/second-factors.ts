/**
 * Time-based codes (RFC 6238) and recovery codes of accounts. The secret is sealed; a code is good once, also within the half minute
 * that it is shown for.
 */
import { Injectable } from '@nestjs/common';
import { secondFactorRoles, type Out, type beginSecondFactor, type SignedInBy } from '@xuncha/contracts';
import { idToBytes, refuse, refuseUnless, type Id } from '@xuncha/domain-kit';
import type { Act, Caller } from '@xuncha/service-kit';
import { Secret, TOTP } from 'otpauth';
import type { EntityManager } from 'typeorm';
import { ownAct } from '../session/own-act.js';
import type { AccountRow } from './account.row.js';
import { AccountStore } from './account.store.js';
import { SecondFactorRow } from './second-factor.row.js';
import { codeHash, newCode } from './secret-code.js';

const PERIOD_S = 30;
/** Codes of the half minutes beside the present one are taken, for clocks that differ. */
const WINDOW = 1;
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const RECOVERY_GROUPS = 4;
const TOTP_CODE = /^\d{6}$/;
/** What is sealed with the account's key. */
const FIELD = 'totp';

type Passed = Exclude<SignedInBy, 'password'>;
type Owner = Pick<AccountRow, 'id' | 'site' | 'account' | 'hasSecondFactor'>;

@Injectable()
export class SecondFactors {
  constructor(private readonly accounts: AccountStore) {}

  /** Whether one of the account's roles, in whichever site, asks for it. */
  async isNeeded({ manager }: Caller, accountId: Id): Promise<boolean> {
    const rows = (await manager.query(
      `SELECT 1 FROM role_grant WHERE account_id = ? AND state = 'active'
       AND role IN (${secondFactorRoles.map(() => '?').join(', ')}) LIMIT 1`,
      [idToBytes(accountId), ...secondFactorRoles],
    )) as unknown[];
    return rows.length > 0;
  }

  /** A new secret, which counts once a code of it has been shown. */
  async begin(nobody: Caller, owner: Owner): Promise<Out<typeof beginSecondFactor>> {
    if (owner.hasSecondFactor) refuse('account.second-factor-set');
    const secret = new Secret({ size: SECRET_BYTES });
    await ownAct(nobody, owner, async (act) => {
      const key = await this.accounts.keyFor(act, owner.id);
      await act.write(
        `INSERT INTO second_factor (account_id, secret, last_step) VALUES (?, ?, 0)
         ON DUPLICATE KEY UPDATE secret = VALUES(secret), last_step = 0`,
        [idToBytes(owner.id), key.seal(FIELD, secret.base32)],
      );
    });
    const label = `${owner.site}/${owner.account}`;
    return { secret: secret.base32, uri: new TOTP({ issuer: 'Xuncha', label, secret }).toString() };
  }

  /** Which of the two the code was; null where it is none, or was used before. */
  async passedBy(viewer: Caller, owner: Owner, code: string): Promise<Passed | null> {
    const typed = code.replaceAll(/\s/g, '');
    if (TOTP_CODE.test(typed)) return (await this.takeCode(viewer, owner, typed)) ? 'totp' : null;
    return (await takeRecoveryCode(viewer.manager, owner.id, typed)) ? 'recoveryCode' : null;
  }

  /** Takes the code of this half minute away, so that it is not good again. Refuses where no secret was ever given. */
  async takeCode(nobody: Caller, owner: Owner, code: string): Promise<boolean> {
    // Codes follow wall time, also in a rehearsal.
    return ownAct(nobody, owner, (act) => this.take(act, owner, { code, at: nobody.now }));
  }

  private async take(act: Act, owner: Owner, { code, at }: { code: string; at: Date }): Promise<boolean> {
    const { manager } = act;
    const found = await manager.findOneBy(SecondFactorRow, { accountId: idToBytes(owner.id) });
    refuseUnless(found, 'account.second-factor-not-begun');
    const key = await this.accounts.keyFor(act, owner.id);
    const secret = key.open(FIELD, found.secret);
    const totp = new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD_S });
    const delta = totp.validate({ token: code, window: WINDOW, timestamp: at.getTime() });
    if (delta === null) return false;
    const step = Math.floor(at.getTime() / 1000 / PERIOD_S) + delta;
    const { affectedRows } = (await manager.query(
      'UPDATE second_factor SET last_step = ? WHERE account_id = ? AND last_step < ?',
      [step, idToBytes(owner.id), step],
    )) as { affectedRows: number };
    return affectedRows === 1;
  }

  /** They are shown this once. */
  async newRecoveryCodes(manager: EntityManager, accountId: Id): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => newCode(RECOVERY_GROUPS));
    await manager.query('DELETE FROM recovery_code WHERE account_id = ?', [idToBytes(accountId)]);
    await manager.query(
      `INSERT INTO recovery_code (account_id, code_hash) VALUES ${codes.map(() => '(?, ?)').join(', ')}`,
      codes.flatMap((code) => [idToBytes(accountId), codeHash(code)]),
    );
    return codes;
  }

  async forget(manager: EntityManager, accountId: Id): Promise<void> {
    await manager.query('DELETE FROM second_factor WHERE account_id = ?', [idToBytes(accountId)]);
    await manager.query('DELETE FROM recovery_code WHERE account_id = ?', [idToBytes(accountId)]);
  }
}

async function takeRecoveryCode(manager: EntityManager, accountId: Id, code: string): Promise<boolean> {
  const { affectedRows } = (await manager.query(
    'DELETE FROM recovery_code WHERE account_id = ? AND code_hash = ?',
    [idToBytes(accountId), codeHash(code)],
  )) as { affectedRows: number };
  return affectedRows === 1;
}
