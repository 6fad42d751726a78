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
    private readonly accountOf: (person: string) => Account,
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

  private async as<T>(person: string, request: (token: Sender['token']) => Promise<T>): Promise<T> {
    return this.persist(async () => {
      const session = this.sessionOf(person);
      try {
        return await request(await session);
      } catch (error) {
        const ended = error instanceof Refusal && ['session.expired', 'session.invalid'].includes(error.code);
        if (!ended) throw error;
        if (this.sessions.get(person) === session) this.sessions.delete(person);
        throw new Unanswered(error.message);
      }
    });
  }

  /** One sign-in for however many wait for it; a failed one is forgotten. */
  private sessionOf(person: string): Promise<string> {
    const known = this.sessions.get(person);
    if (known) return known;
    const session = this.api.signIn(this.accountOf(person)).then(({ token }) => token);
    session.catch(() => this.sessions.delete(person));
    this.sessions.set(person, session);
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
