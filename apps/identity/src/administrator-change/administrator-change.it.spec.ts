import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  administratorRoles,
  confirmAdministratorChange,
  createAccount,
  currentSite,
  disableAccount,
  inviteAccount,
  grantRole,
  listAccounts,
  listAdministratorChanges,
  listGrants,
  openSite,
  proposeAppointment,
  proposeDisabling,
  proposeDismissal,
  proposeReset,
  proposeSite,
  rejectAdministratorChange,
  revokeRole,
  signIn,
  withdrawAdministratorChange,
  type AdministratorRole,
  type Invitation,
  type Role,
} from '@xuncha/contracts';
import { newId, type Id } from '@xuncha/domain-kit';
import {
  comeIn,
  demonstrationPerson,
  eventually,
  startServices,
  type Person,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { identity } from '../main.js';

let system: ServicesUnderTest;
/** The three of the demonstration city. */
let three: Record<AdministratorRole, Person>;
const administrators = {
  system: { account: 'first-system', name: '演示系统管理员九' },
  security: { account: 'first-security', name: '演示安全管理员九' },
  audit: { account: 'first-audit', name: '演示审计管理员九' },
};

beforeAll(async () => {
  system = await startServices([identity]);
  const people: [AdministratorRole, Person][] = [];
  for (const role of administratorRoles) people.push([role, await demonstrationPerson(system, role)]);
  three = Object.fromEntries(people) as typeof three;
});
afterAll(() => system.stop());

async function newPerson(): Promise<Person> {
  const wanted = { account: `demo-${newId()}`, name: '演示人员九' };
  const { id } = await system.ask(createAccount, wanted, three.securityAdministrator);
  const { site } = three.securityAdministrator;
  return { account: id, site, token: system.tokenFor(id, site) };
}
const appoint = (person: Person, role: AdministratorRole, by = three.systemAdministrator) =>
  system.ask(proposeAppointment, { accountId: person.account, role }, by);
const confirm = (changeId: Id, by: Person) =>
  system.ask(confirmAdministratorChange, { changeId, seen: 1 }, by);
/** With the code that the answer gave this account. */
const invitedIn = (site: string, account: string, invitations: readonly Invitation[] = []) => ({
  site,
  account,
  code: invitations.find((invited) => invited.account === account)!.setUpCode,
});
async function newAdministrator(role: AdministratorRole): Promise<Person> {
  const person = await newPerson();
  const { id } = await appoint(person, role);
  await confirm(id, three.auditAdministrator);
  await eventually(() => system.knows(person));
  return person;
}
const give = ({ account }: Person, role: Role) => ({ accountId: account, role });
const grantOf = async ({ account }: Person) =>
  (await system.ask(listGrants, { accountId: account }, three.auditAdministrator)).items[0]!;

describe('an administrator is made and ended by two of different kinds (rules.md 15)', () => {
  test('is appointed when another kind confirms, and both names are in the journal', async () => {
    const person = await newPerson();
    const { id } = await appoint(person, 'auditAdministrator');
    const byItself = { changeId: id, seen: 1 };
    const refusal = await system.refusal(confirmAdministratorChange, byItself, three.systemAdministrator);
    expect(refusal.code).toBe('administrator.same-kind');
    await confirm(id, three.securityAdministrator);
    expect(await grantOf(person)).toMatchObject({ role: 'auditAdministrator', state: 'active' });
    const { items } = await system.ask(
      listAdministratorChanges,
      { accountId: person.account },
      three.auditAdministrator,
    );
    expect(items).toMatchObject([
      {
        what: 'appoint',
        role: 'auditAdministrator',
        proposedBy: three.systemAdministrator.account,
        decidedBy: three.securityAdministrator.account,
        state: 'confirmed',
      },
    ]);
    const rows = await system.look<{ body: string }>(
      'identity',
      "SELECT body FROM journal WHERE type = 'identity.administratorChange.confirmed' AND body LIKE ?",
      [`%${id}%`],
    );
    expect(rows.map(({ body }) => JSON.parse(body) as object)).toEqual([
      {
        changeId: id,
        proposedBy: three.systemAdministrator.account,
        confirmedBy: three.securityAdministrator.account,
        confirmedAs: 'securityAdministrator',
      },
    ]);
  });

  test('none of them makes, ends or disables another alone', async () => {
    const administrator = await newAdministrator('systemAdministrator');
    const security = three.securityAdministrator;
    const { id, version } = await grantOf(administrator);
    const alone = [
      [grantRole, give(await newPerson(), 'auditAdministrator')],
      [revokeRole, { grantId: id, seen: version }],
      [disableAccount, { accountId: administrator.account, seen: 1 }],
      [inviteAccount, { accountId: administrator.account, seen: 1 }],
    ] as const;
    for (const [contract, input] of alone)
      expect((await system.refusal(contract, input, security)).code).toBe('administrator.second-needed');
  });

  test('a dismissed administrator has no right left, and a disabled one no account', async () => {
    const [one, other] = [
      await newAdministrator('securityAdministrator'),
      await newAdministrator('auditAdministrator'),
    ];
    for (const [contract, person] of [
      [proposeDismissal, one],
      [proposeDisabling, other],
    ] as const) {
      const { id } = await system.ask(contract, { accountId: person.account }, three.systemAdministrator);
      const own = await system.refusal(confirmAdministratorChange, { changeId: id, seen: 1 }, person);
      expect(own.code).toBe('administrator.own-change');
      await confirm(id, three.auditAdministrator);
      expect(await grantOf(person)).toMatchObject({ state: 'revoked' });
    }
    const gone = async (person: Person) => (await system.refusal(listGrants, {}, person)).code;
    await eventually(async () => (await gone(one)) === 'access.denied');
    await eventually(async () => (await gone(other)) === 'access.disabled');
  });

  test('who forgot the password comes in by a code that two of the others agreed on', async () => {
    const administrator = await newAdministrator('auditAdministrator');
    const { items } = await system.ask(listAccounts, { limit: 200 }, three.securityAdministrator);
    const { account } = items.find(({ id }) => id === administrator.account)!;
    const wanted = { accountId: administrator.account };
    const { id } = await system.ask(proposeReset, wanted, three.systemAdministrator);
    const { invitations } = await confirm(id, three.securityAdministrator);
    const again = await comeIn(system, invitedIn(administrator.site, account, invitations));
    expect(again.account).toBe(administrator.account);
    const office = await demonstrationPerson(system, 'office');
    const nobody = { accountId: office.account };
    const refusal = await system.refusal(proposeReset, nobody, three.systemAdministrator);
    expect(refusal.code).toBe('administrator.not-one');
  });

  test('the last of a kind stays, also when the last two are to go at once', async () => {
    const { auditAdministrator: last } = three;
    const before = (await system.ask(listGrants, {}, last)).items.filter(
      ({ role, state }) => role === 'auditAdministrator' && state === 'active',
    );
    const proposals = [];
    for (const { accountId } of before)
      proposals.push(await system.ask(proposeDismissal, { accountId }, three.systemAdministrator));
    const answers = await Promise.allSettled(
      proposals.map(({ id }) => confirm(id, three.securityAdministrator)),
    );
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    const { items } = await system.ask(listGrants, {}, three.securityAdministrator);
    const [staying] = items.filter(({ role, state }) => role === 'auditAdministrator' && state === 'active');
    const again = { accountId: staying!.accountId };
    const refusal = await system.refusal(proposeDismissal, again, three.securityAdministrator);
    expect(refusal.code).toBe('administrator.last-of-kind');
    three.auditAdministrator = {
      ...last,
      account: again.accountId,
      token: system.tokenFor(again.accountId, last.site),
    };
  });
});

describe('none of the three has another role (rules.md 15)', () => {
  test('also not while a second administrator has yet to confirm', async () => {
    const person = await newPerson();
    const { id } = await appoint(person, 'auditAdministrator');
    const business = await system.refusal(grantRole, give(person, 'office'), three.securityAdministrator);
    expect(business.code).toBe('grant.administrator-apart');
    const other = give(person, 'systemAdministrator');
    const second = await system.refusal(proposeAppointment, other, three.securityAdministrator);
    expect(second.code).toBe('grant.administrator-apart');
    await system.ask(rejectAdministratorChange, { changeId: id, seen: 1 }, three.securityAdministrator);
    await system.ask(grantRole, give(person, 'office'), three.securityAdministrator);
  });

  test('and nobody with a role is proposed', async () => {
    const person = await newPerson();
    await system.ask(grantRole, give(person, 'observer'), three.securityAdministrator);
    const wanted = give(person, 'auditAdministrator');
    const refusal = await system.refusal(proposeAppointment, wanted, three.systemAdministrator);
    expect(refusal.code).toBe('grant.administrator-apart');
  });

  test('also when a role and an appointment are asked for at once', async () => {
    const person = await newPerson();
    const answers = await Promise.allSettled([
      ...administratorRoles.map((role) => appoint(person, role)),
      system.ask(grantRole, give(person, 'office'), three.securityAdministrator),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

test('only the proposer withdraws, and what was withdrawn is not confirmed', async () => {
  const { id: changeId } = await appoint(await newPerson(), 'auditAdministrator');
  const change = { changeId, seen: 1 };
  const other = await system.refusal(withdrawAdministratorChange, change, three.auditAdministrator);
  expect(other.code).toBe('administrator.not-proposer');
  await system.ask(withdrawAdministratorChange, change, three.systemAdministrator);
  const late = { changeId, seen: 2 };
  const refusal = await system.refusal(confirmAdministratorChange, late, three.auditAdministrator);
  expect(refusal.code).toBe('flow.refused');
});

test('who is none of the three proposes nothing, and sees no proposal', async () => {
  const office = await demonstrationPerson(system, 'office');
  const wanted = give(await newPerson(), 'auditAdministrator');
  expect((await system.refusal(proposeAppointment, wanted, office)).code).toBe('access.denied');
  expect((await system.refusal(listAdministratorChanges, {}, office)).code).toBe('access.denied');
});

describe('a live site', () => {
  const live = () => {
    const code = `n-${newId()}`.slice(0, 30);
    return { code, name: '演示市', abbreviation: '演', administrators };
  };

  test('begins when a second administrator confirms, with three administrators of its own', async () => {
    const opening = live();
    const { id } = await system.ask(proposeSite, opening, three.systemAdministrator);
    const early = { site: opening.code, account: 'first-security', password: '演示口令-00001' };
    expect((await system.refusal(signIn, early, null)).code).toBe('session.refused');
    const { invitations } = await confirm(id, three.auditAdministrator);
    const first = await comeIn(system, invitedIn(opening.code, 'first-security', invitations));
    await eventually(() => system.knows(first));
    expect(await system.ask(currentSite, {}, first)).toMatchObject({ mode: 'live', clock: null });
    const { items } = await system.ask(listGrants, {}, first);
    expect(items.map(({ role }) => role).sort()).toEqual([...administratorRoles].sort());
    const again = await system.refusal(proposeSite, opening, three.systemAdministrator);
    expect(again.code).toBe('site.code-taken');
  });

  test('is not opened from a rehearsal, whose three administrators may be one person', async () => {
    const rehearsal = { ...live(), mode: 'rehearsal' as const, clock: '2017-01-01T00:00:00.000Z' };
    const { invitations } = await system.ask(openSite, rehearsal, three.systemAdministrator);
    const keeper = await comeIn(system, invitedIn(rehearsal.code, 'first-system', invitations));
    await eventually(() => system.knows(keeper));
    expect((await system.refusal(proposeSite, live(), keeper)).code).toBe('site.opened-from-rehearsal');
  });
});
