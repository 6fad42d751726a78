/** A small year that was played, and people in it whom a test makes by itself: each with the roles that the test says. */
import {
  administratorRoles,
  confirmAdministratorChange,
  createAccount,
  declareRecusal,
  grantRole,
  proposeAppointment,
  teamRoles,
  type AdministratorRole,
  type In,
  type Role,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Api } from '../replay/api.js';
import { Doors } from '../replay/doors.js';
import type { Installation } from '../replay/installation.js';
import { AUDIT, KEEPER, passwordFrom, SECURITY } from '../replay/passwords.js';
import { smallYear } from './small-year.fixture.js';

const ofOrganizations: readonly Role[] = ['organizationHead', 'organizationLiaison', 'organCustodian'];
const ofTeams: readonly Role[] = teamRoles;

export interface Resident {
  readonly accountId: string;
  readonly token: string;
}
export type Limits = Pick<In<typeof grantRole>, 'organizationId' | 'teamId'>;

/** The site of the year, and who gives roles there. */
export async function playedYear(installation: Installation): Promise<Residents> {
  const { site, secret } = await smallYear(installation);
  const api = new Api(installation.address);
  return new Residents(api, new Doors(api, installation), { site, secret });
}

export class Residents {
  constructor(
    private readonly api: Api,
    private readonly doors: Doors,
    /** The site, and what the passwords of its people follow from. */
    private readonly played: { readonly site: string; readonly secret: string },
  ) {}

  get site(): string {
    return this.played.site;
  }

  async settle(roles: readonly Role[], limits: Limits): Promise<Resident> {
    const account = `try-${newId().slice(-10)}`;
    const own = { site: this.site, account, password: `演示口令-${newId()}` };
    const made = await this.api.ask(createAccount, { account, name: '演示外人' }, await this.authority());
    await this.grant({ accountId: made.id }, roles, limits);
    await this.doors.setUp(own, made.setUpCode!);
    return { accountId: made.id, token: await this.doors.token(own) };
  }

  async grant(
    { accountId }: Pick<Resident, 'accountId'>,
    roles: readonly Role[],
    limits: Limits,
  ): Promise<void> {
    for (const role of roles) {
      if (isAdministrator(role)) {
        await this.appoint(accountId, role);
        continue;
      }
      const asked = { accountId, role, ...fitting(role, limits) };
      await this.api.ask(grantRole, asked, await this.authority());
    }
  }

  async recuse({ accountId }: Resident, organizationId: string): Promise<void> {
    const asked = { accountId, organizationId, reason: '配偶在该单位任职' };
    await this.api.ask(declareRecusal, asked, await this.authority());
  }

  /** Two of the site's own three decide it (rules.md 15). */
  private async appoint(accountId: string, role: AdministratorRole): Promise<void> {
    const asked = { accountId, role };
    const { id } = await this.api.ask(proposeAppointment, asked, await this.authority(KEEPER));
    const decision = { changeId: id, seen: 1 };
    await this.api.ask(confirmAdministratorChange, decision, await this.authority(AUDIT));
  }

  private async authority(account = SECURITY): Promise<{ token: string }> {
    const { site, secret } = this.played;
    return { token: await this.doors.token({ site, account, password: passwordFrom(secret, account) }) };
  }
}

const isAdministrator = (role: Role): role is AdministratorRole =>
  (administratorRoles as readonly Role[]).includes(role);

/** Only roles of teams are limited to a team, and those that must be limited to an organization always are. */
function fitting(role: Role, { organizationId, teamId }: Limits): Limits {
  if (ofTeams.includes(role)) return { teamId: teamId ?? newId() };
  if (ofOrganizations.includes(role)) return { organizationId: organizationId ?? newId() };
  return organizationId ? { organizationId } : {};
}
