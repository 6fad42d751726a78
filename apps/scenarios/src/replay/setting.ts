/** What has to be there before the first day: the site, the accounts of its people, its register, and who may do what. */
import {
  createAccount,
  grantRole,
  importRegister,
  inviteAccount,
  listOrganizations,
  openSite,
  readImport,
  uploadRegister,
  type In,
  type Out,
  type Role,
} from '@xuncha/contracts';
import { addDays, newId, type BusinessDate } from '@xuncha/domain-kit';
import type { Client } from './client.js';
import type { Ledger } from './ledger.js';
import { move } from './move.js';
import { AUDIT, KEEPER, OPERATOR, SECURITY } from './passwords.js';
import { OUTAGE, Patience } from './patience.js';
import type { Performer, Task } from './performer.js';
import { Lost, NotYet, Refusal } from './refusal.js';
import { officeHoursEnd, siteRecord } from './site-clock.js';

export interface Setting {
  readonly site: { readonly code: string; readonly name: string; readonly abbreviation: string };
  readonly from: BusinessDate;
  readonly people: readonly Inhabitant[];
  /** CSV with the columns that planning's import knows. */
  readonly register: string;
  /** Who imports it. */
  readonly registrar: string;
}
export interface Inhabitant {
  readonly key: string;
  readonly name: string;
  readonly grants: readonly { readonly role: Role; readonly organization?: string | undefined }[];
}
type Many = (tasks: readonly Task[]) => Promise<void>;

export class SettingUp {
  constructor(
    private readonly setting: Setting,
    private readonly performer: Performer,
    private readonly client: Client,
    private readonly ledger: Ledger,
  ) {}

  /** Does what has not been done yet; `many` does tasks side by side. */
  async run(many: Many): Promise<void> {
    const { site, from, people } = this.setting;
    await this.performer.perform({
      key: 'setting/site',
      by: OPERATOR,
      move: () => ({
        ...move(openSite, opening(site, from), siteRecord),
        after: (answer) => this.setUpFirst(answer as Out<typeof openSite>),
      }),
    });
    await many(people.map((person) => this.accountTask(person)));
    await many(people.flatMap((person) => grantTasks(person, (grant) => !grant.organization)));
    await this.importRegister();
    await many(people.flatMap((person) => grantTasks(person, (grant) => !!grant.organization)));
  }

  /** Nobody else can issue another code there yet. */
  private async setUpFirst({ invitations }: Out<typeof openSite>): Promise<void> {
    if (invitations === undefined) throw new Lost('the answer with the first set-up codes');
    for (const { account, setUpCode } of invitations) await this.client.setUp(account, setUpCode);
  }

  private accountTask({ key, name }: Inhabitant): Task {
    return {
      key: `setting/account/${key}`,
      by: SECURITY,
      move: () => ({
        ...move(createAccount, { account: key, name }, `account:${key}`),
        after: async (answer) => {
          const made = answer as Out<typeof createAccount>;
          const code = made.setUpCode ?? (await this.anotherCode(made));
          if (code !== undefined) await this.client.setUp(key, code);
        },
      }),
    };
  }

  /** For an answer that was lost, where the person did not get any further either. */
  private async anotherCode({ id, version }: Out<typeof createAccount>): Promise<string | undefined> {
    const by = { by: SECURITY, key: newId() };
    try {
      const { setUpCode } = await this.client.command(inviteAccount, { accountId: id, seen: version }, by);
      return setUpCode;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'record.stale') return undefined;
      throw error;
    }
  }

  private async importRegister(): Promise<void> {
    const { register, registrar, from } = this.setting;
    const upload = { name: 'register.csv', mediaType: 'text/csv', content: register };
    await this.performer.perform({
      key: 'setting/register',
      by: registrar,
      move: async () => {
        const file = await this.client.upload(uploadRegister, upload, registrar);
        return move(importRegister, { file, on: addDays(from, -1) }, 'import');
      },
    });
    await this.untilImported(this.ledger.get('import').id);
    await this.readRegister();
  }

  private async untilImported(importId: string): Promise<void> {
    const patience = new Patience(OUTAGE, () => undefined);
    for (;;) {
      const { state, refusal } = await this.client.ask(readImport, { importId }, this.setting.registrar);
      if (state === 'imported') return;
      if (refusal) throw new Error(`the register was not imported: ${refusal.code}`);
      await patience.wait(new NotYet('the register is being imported'));
    }
  }

  /** Which organization has which id. */
  private async readRegister(): Promise<void> {
    for (let cursor: string | undefined; ;) {
      const page = { limit: 200, cursor };
      const { items, next } = await this.client.ask(listOrganizations, page, this.setting.registrar);
      for (const { code, id, version } of items) this.ledger.note(`organization:${code}`, { id, version });
      if (next === null) return;
      cursor = next;
    }
  }
}

function opening(site: Setting['site'], from: BusinessDate): In<typeof openSite> {
  return {
    ...site,
    mode: 'rehearsal',
    clock: officeHoursEnd(addDays(from, -1)),
    administrators: {
      system: { account: KEEPER, name: '演示系统管理员' },
      security: { account: SECURITY, name: '演示安全管理员' },
      audit: { account: AUDIT, name: '演示审计管理员' },
    },
  };
}

function grantTasks(
  { key, grants }: Inhabitant,
  of: (grant: Inhabitant['grants'][number]) => boolean,
): Task[] {
  return grants.filter(of).map(({ role, organization }) => ({
    key: `setting/grant/${key}/${role}`,
    by: SECURITY,
    move: (turn) => {
      const organizationId = organization && turn.organization(organization);
      const input = { accountId: turn.account(key), role, organizationId };
      return move(grantRole, input, `grant:${key}/${role}`);
    },
  }));
}
