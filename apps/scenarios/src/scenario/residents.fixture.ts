/** A small year that was played, and people in it whom a test makes by itself: each with the roles that the test says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createAccount, declareRecusal, grantRole, teamRoles, type In, type Role } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Api } from '../replay/api.js';
import type { Heading } from '../replay/checkpoint.js';
import type { Installation } from '../replay/installation.js';
import { passwordFrom, SECURITY } from '../replay/passwords.js';
import { played } from '../replay/played.js';

const ofOrganizations: readonly Role[] = ['organizationHead', 'organizationLiaison', 'organCustodian'];
const ofTeams: readonly Role[] = teamRoles;
/** Played once in a run of tests: whoever asks later finds it there. */
const choice = { replay: 'ruian-2017', seed: 7, scale: 0.05, isFresh: false };

export interface Resident {
  readonly accountId: string;
  readonly token: string;
}
export type Limits = Pick<In<typeof grantRole>, 'organizationId' | 'teamId'>;

/** The site of the year, and who gives roles there. */
export async function playedYear(installation: Installation): Promise<Residents> {
  const out = new Writable({ write: (_chunk, _encoding, done) => done() });
  await played(choice, installation, { stop: new AbortController().signal, out });
  const folder = join(installation.dataFolder, 'replay');
  const name = readdirSync(folder).find((file) => file.startsWith(`r-${choice.replay}-${choice.seed}-`))!;
  const { site, secret } = JSON.parse(readFileSync(join(folder, name), 'utf8').split('\n')[0]!) as Heading;
  const api = new Api(installation.address);
  const account = { site, account: SECURITY, password: passwordFrom(secret, SECURITY) };
  return new Residents(api, site, (await api.signIn(account)).token);
}

export class Residents {
  constructor(
    private readonly api: Api,
    readonly site: string,
    private readonly security: string,
  ) {}

  async settle(roles: readonly Role[], limits: Limits): Promise<Resident> {
    const by = { token: this.security };
    const account = `try-${newId().slice(-10)}`;
    const password = `演示口令-${newId()}`;
    const made = await this.api.ask(createAccount, { account, name: '演示外人', password }, by);
    await this.grant({ accountId: made.id }, roles, limits);
    const { token } = await this.api.signIn({ site: this.site, account, password });
    return { accountId: made.id, token };
  }

  async grant(
    { accountId }: Pick<Resident, 'accountId'>,
    roles: readonly Role[],
    limits: Limits,
  ): Promise<void> {
    for (const role of roles) {
      const asked = { accountId, role, ...fitting(role, limits) };
      await this.api.ask(grantRole, asked, { token: this.security });
    }
  }

  async recuse({ accountId }: Resident, organizationId: string): Promise<void> {
    const asked = { accountId, organizationId, reason: '配偶在该单位任职' };
    await this.api.ask(declareRecusal, asked, { token: this.security });
  }
}

/** Only roles of teams are limited to a team, and those that must be limited to an organization always are. */
function fitting(role: Role, { organizationId, teamId }: Limits): Limits {
  if (ofTeams.includes(role)) return { teamId: teamId ?? newId() };
  if (ofOrganizations.includes(role)) return { organizationId: organizationId ?? newId() };
  return organizationId ? { organizationId } : {};
}
