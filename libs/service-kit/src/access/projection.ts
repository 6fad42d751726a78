/** Keeps the service's own copy of sites, grants and recusals, declared or found; the same listener runs in every service. */
import {
  accountDisabled,
  clockAdvanced,
  recusalDeclared,
  recusalEnded,
  recusalFound,
  recusalLifted,
  roleGranted,
  roleRevoked,
  sessionEnded,
  siteOpened,
  type BodyOf,
} from '@xuncha/contracts';
import { Controller } from '@nestjs/common';
import { idToBytes, type Id } from '@xuncha/domain-kit';
import type { Act } from './act.js';
import { TOKEN_LIFE_MS } from './tokens.js';
import { Listens } from '../calls/decorators.js';
import type { Envelope } from '../envelope.js';

const optional = (id: string | undefined) => (id ? idToBytes(id) : null);
const ACCESS = 'access';
const CLOCKS_DIFFER_MS = 60_000;
export const ACCESS_TABLES = [
  'access_grant',
  'access_recusal',
  'access_disabled',
  'access_ended_session',
] as const;

@Controller()
export class AccessProjection {
  @Listens(siteOpened, ACCESS)
  async whenSiteOpened({ body }: Envelope<BodyOf<typeof siteOpened>>, act: Act) {
    await act.manager.query(
      `INSERT INTO site (code, mode, abbreviation, clock, fired_until) VALUES (?, ?, ?, ?, NULL)
       ON DUPLICATE KEY UPDATE mode = mode`,
      [body.code, body.mode, body.abbreviation, body.clock && new Date(body.clock)],
    );
  }
  /** A clock never goes back, also when the projection is read anew. */
  @Listens(clockAdvanced, ACCESS)
  async whenClockAdvanced({ body }: Envelope<BodyOf<typeof clockAdvanced>>, act: Act) {
    await act.manager.query('UPDATE site SET clock = GREATEST(clock, ?) WHERE code = ?', [
      new Date(body.clock),
      body.code,
    ]);
  }
  @Listens(roleGranted, ACCESS)
  async whenRoleGranted({ body, site }: Envelope<BodyOf<typeof roleGranted>>, act: Act) {
    await act.manager.query(
      `INSERT INTO access_grant (id, site, account_id, role, organization_id, team_id, valid_from, valid_until)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        idToBytes(body.grantId),
        site,
        idToBytes(body.accountId),
        body.role,
        optional(body.organizationId),
        optional(body.teamId),
        body.from ?? null,
        body.until ?? null,
      ],
    );
  }
  @Listens(roleRevoked, ACCESS)
  async whenRoleRevoked({ body }: Envelope<BodyOf<typeof roleRevoked>>, act: Act) {
    await act.manager.query('DELETE FROM access_grant WHERE id = ?', [idToBytes(body.grantId)]);
  }
  @Listens(recusalDeclared, ACCESS)
  async whenRecusalDeclared({ body, site }: Envelope<BodyOf<typeof recusalDeclared>>, act: Act) {
    await this.recuse(act, site, body);
  }
  @Listens(recusalLifted, ACCESS)
  async whenRecusalLifted({ body }: Envelope<BodyOf<typeof recusalLifted>>, act: Act) {
    await this.readmit(act, body.recusalId);
  }
  /** Talent found it in kin, unit, career or place. */
  @Listens(recusalFound, ACCESS)
  async whenRecusalFound({ body, site }: Envelope<BodyOf<typeof recusalFound>>, act: Act) {
    await this.recuse(act, site, body);
  }
  @Listens(recusalEnded, ACCESS)
  async whenRecusalEnded({ body }: Envelope<BodyOf<typeof recusalEnded>>, act: Act) {
    await this.readmit(act, body.recusalId);
  }
  @Listens(accountDisabled, ACCESS)
  async whenAccountDisabled({ body }: Envelope<BodyOf<typeof accountDisabled>>, act: Act) {
    await act.manager.query('INSERT IGNORE INTO access_disabled VALUES (?)', [idToBytes(body.accountId)]);
  }
  /** Kept until the last token of the session has run out by itself. */
  @Listens(sessionEnded, ACCESS)
  async whenSessionEnded({ body, time }: Envelope<BodyOf<typeof sessionEnded>>, act: Act) {
    const forgetAt = new Date(Date.parse(time) + TOKEN_LIFE_MS + CLOCKS_DIFFER_MS);
    const ended = [idToBytes(body.sessionId), forgetAt];
    await act.manager.query('INSERT IGNORE INTO access_ended_session VALUES (?, ?)', ended);
    await act.manager.query(
      'DELETE FROM access_ended_session WHERE forget_at < UTC_TIMESTAMP(6) ORDER BY forget_at LIMIT 100',
    );
  }

  private async recuse(
    act: Act,
    site: string,
    { recusalId, accountId, organizationId }: { recusalId: Id; accountId: Id; organizationId: Id },
  ): Promise<void> {
    const [id, account, organization] = [recusalId, accountId, organizationId].map(idToBytes);
    await act.manager.query('INSERT INTO access_recusal VALUES (?, ?, ?, ?)', [
      id,
      site,
      account,
      organization,
    ]);
  }
  private async readmit(act: Act, recusalId: Id): Promise<void> {
    await act.manager.query('DELETE FROM access_recusal WHERE id = ?', [idToBytes(recusalId)]);
  }
}
