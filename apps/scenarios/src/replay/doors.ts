/**
 * How people of a replay or a trial come in, through the public API as anybody would: set up once, with a second factor where one is
 * needed, then signed in and renewed. What they must remember stands in one file that only the owner of the installation reads.
 */
import { randomBytes } from 'node:crypto';
import {
  beginSecondFactor,
  finishSecondFactor,
  renewSession,
  setUpAccount,
  signIn,
  type Role,
} from '@xuncha/contracts';
import { Authenticator } from '@xuncha/testing/authenticator';
import { setUpLinks, type SetUpLink } from '@xuncha/testing/set-up-links';
import type { Api } from './api.js';
import type { Installation } from './installation.js';
import { Refusal, Unanswered } from './refusal.js';
import { Wallet, type Named, type Session } from './wallet.js';

export interface Account extends Named {
  readonly password: string;
}
/** People there for replays and trials alone, so that nobody who looks around finds their own link used up. */
const OURS = 'demo-rehearsal-';
/** Sooner than the token runs out on its way. */
const MARGIN_MS = 60_000;

export class Doors {
  private readonly wallet: Wallet;
  private readonly sessions = new Map<string, Promise<Session>>();
  private readonly demonstrations = new Map<string, Promise<Account>>();
  private readonly authenticators = new Map<string, Authenticator>();
  /** Tokens that the system did not take. */
  private readonly refused = new Set<string>();

  constructor(
    private readonly api: Api,
    private readonly installation: Installation,
  ) {
    this.wallet = new Wallet(installation.dataFolder);
  }

  /** Somebody of the demonstration with that role, in one of its sites or in any; set up here where nobody did before. */
  demonstration(role: Role, site?: string): Promise<Account> {
    const name = `${role}/${site ?? ''}`;
    const known = this.demonstrations.get(name) ?? this.found(role, site);
    this.demonstrations.set(name, known);
    known.catch(() => this.demonstrations.delete(name));
    return known;
  }

  /** With the code that came with the account. An attempt whose answer was lost had used it. */
  async setUp(account: Account, code: string): Promise<void> {
    try {
      await this.api.session(setUpAccount, { ...account, code });
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'account.code-refused')) throw error;
    }
  }

  /** One sign-in or renewal for however many wait for it; a failed one is forgotten. */
  async token(account: Account): Promise<string> {
    const name = nameOf(account);
    const known = this.sessions.get(name);
    const session = await known;
    if (session && isFresh(session)) return session.token;
    if (this.sessions.get(name) === known) this.keep(account, this.opened(account, session));
    return (await this.sessions.get(name)!).token;
  }

  /** The system did not take this token; whoever has another by now keeps it. */
  async forget(account: Account, token: string): Promise<void> {
    this.refused.add(token);
    const known = this.sessions.get(nameOf(account));
    const session = await known?.catch(() => undefined);
    if (session?.token === token && this.sessions.get(nameOf(account)) === known)
      this.sessions.delete(nameOf(account));
  }

  private keep(account: Account, session: Promise<Session>): void {
    const name = nameOf(account);
    this.sessions.set(name, session);
    session.catch(() => this.sessions.get(name) === session && this.sessions.delete(name));
  }

  /** As another script left it, where it did; else anew. */
  private async opened(account: Account, before: Session | undefined): Promise<Session> {
    const { session: left } = this.wallet.of(account);
    if (left && isFresh(left) && !this.refused.has(left.token)) return left;
    const { token, expiresAt, renewal } = before?.renewal
      ? await this.renewed(account, before.renewal)
      : await this.signIn(account);
    const { site, account: named } = account;
    if (this.wallet.of(account).secret)
      this.wallet.keep({ site, account: named, session: { token, expiresAt } });
    return { token, expiresAt, renewal };
  }

  private async renewed(account: Account, renewal: string): Promise<Session> {
    try {
      return await this.api.session(renewSession, { renewal });
    } catch (error) {
      if (error instanceof Refusal) return this.signIn(account);
      throw error;
    }
  }

  private async signIn(account: Account): Promise<Session> {
    try {
      return await this.api.session(signIn, { ...account, code: await this.code(account) });
    } catch (error) {
      const code = error instanceof Refusal ? error.code : '';
      // Shown before by another script that plays this person; the next one is another.
      if (code === 'session.code-refused') return this.signInAgain(account);
      if (code !== 'session.second-factor-needed') throw error;
    }
    await this.bind(account);
    return this.api.session(signIn, { ...account, code: await this.code(account) });
  }

  private async signInAgain(account: Account): Promise<Session> {
    try {
      return await this.api.session(signIn, { ...account, code: await this.code(account) });
    } catch (error) {
      if (error instanceof Refusal && error.code === 'session.code-refused')
        throw new Unanswered(error.message);
      throw error;
    }
  }

  /** The secret is on disk before it counts. */
  private async bind(account: Account): Promise<void> {
    const { secret } = await this.api.session(beginSecondFactor, account);
    this.wallet.keep({ site: account.site, account: account.account, secret });
    this.authenticators.delete(nameOf(account));
    const code = (await this.code(account))!;
    await this.api.session(finishSecondFactor, { ...account, code });
  }

  private async code(account: Account): Promise<string | undefined> {
    const { secret } = this.wallet.of(account);
    if (secret === undefined) return undefined;
    const name = nameOf(account);
    const authenticator = this.authenticators.get(name) ?? new Authenticator(secret);
    this.authenticators.set(name, authenticator);
    return authenticator.next();
  }

  private async found(role: Role, site: string | undefined): Promise<Account> {
    const fits = (one: Partial<SetUpLink>) => one.roles?.includes(role) && (!site || one.site === site);
    const ours = ({ account }: Named) => (account.startsWith(OURS) ? 0 : 1);
    const known = this.wallet
      .all()
      .filter(fits)
      .toSorted((a, b) => ours(a) - ours(b))[0];
    if (known?.password !== undefined) return this.entered({ ...known, password: known.password });
    const link = setUpLinks(this.installation.dataFolder)
      .filter(fits)
      .toSorted((a, b) => ours(a) - ours(b))[0];
    if (!link) throw new Error(`nobody of the demonstration is ${role} and still to be set up`);
    const { site: home, account, roles } = link;
    const mine = { site: home, account, password: randomBytes(18).toString('base64url') };
    this.wallet.keep({ ...mine, roles });
    return this.entered(mine);
  }

  /** Set up by now, also where an earlier attempt was not answered. */
  private async entered({ site, account, password, isSetUp = false }: Account & { isSetUp?: boolean }) {
    const mine = { site, account, password };
    if (isSetUp) return mine;
    const link = setUpLinks(this.installation.dataFolder).find((one) => nameOf(one) === nameOf(mine));
    if (link) await this.setUp(mine, link.code);
    this.wallet.keep({ site, account, isSetUp: true });
    return mine;
  }
}

function isFresh({ expiresAt }: Session): boolean {
  return Date.parse(expiresAt) - Date.now() > MARGIN_MS;
}

function nameOf({ site, account }: Named): string {
  return `${site}/${account}`;
}
