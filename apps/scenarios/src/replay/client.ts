/** The people of a site at their desks: each signed in with an account of their own, and patient while the system is away. */
import type { CommandContract, FileContract, FileRef, In, Out, QueryContract } from '@xuncha/contracts';
import type { Api, Sender, Upload } from './api.js';
import { OUTAGE, Patience } from './patience.js';
import { Refusal, Unanswered } from './refusal.js';

export interface Account {
  readonly site: string;
  readonly account: string;
  readonly password: string;
}
type Tell = (text: string) => void;

export class Client {
  private readonly sessions = new Map<string, Promise<string>>();

  constructor(
    private readonly api: Api,
    private readonly accountOf: (person: string) => Promise<Account>,
    private readonly tell: Tell,
  ) {}

  /** A retry under the same key does nothing twice. */
  command<C extends CommandContract>(
    contract: C,
    input: In<C>,
    { by, key }: { by: string; key: string },
  ): Promise<Out<C>> {
    return this.as(by, (token) => this.api.ask(contract, input, { token, idempotencyKey: key }));
  }

  ask<C extends QueryContract>(contract: C, input: In<C>, by: string): Promise<Out<C>> {
    return this.as(by, (token) => this.api.ask(contract, input, { token }));
  }

  upload(contract: FileContract, file: Upload, by: string): Promise<FileRef> {
    return this.as(by, (token) => this.api.upload(contract, file, { token }));
  }

  private async as<T>(by: string, request: (token: Sender['token']) => Promise<T>): Promise<T> {
    return this.persist(async () => {
      const account = await this.accountOf(by);
      const session = this.sessionOf(account);
      try {
        return await request(await session);
      } catch (error) {
        const ended = error instanceof Refusal && ['session.expired', 'session.invalid'].includes(error.code);
        if (!ended) throw error;
        if (this.sessions.get(nameOf(account)) === session) this.sessions.delete(nameOf(account));
        throw new Unanswered(error.message);
      }
    });
  }

  /** One sign-in for however many wait for it; a failed one is forgotten. */
  private sessionOf(account: Account): Promise<string> {
    const name = nameOf(account);
    const known = this.sessions.get(name);
    if (known) return known;
    const session = this.api.signIn(account).then(({ token }) => token);
    session.catch(() => this.sessions.delete(name));
    this.sessions.set(name, session);
    return session;
  }

  private async persist<T>(attempt: () => Promise<T>): Promise<T> {
    const patience = new Patience(OUTAGE, this.tell);
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        await patience.wait(error);
      }
    }
  }
}

function nameOf({ site, account }: Account): string {
  return `${site}/${account}`;
}
