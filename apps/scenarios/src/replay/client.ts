/** The people of a site at their desks: each signed in with an account of their own, and patient while the system is away. */
import type { CommandContract, FileRef, In, Out, QueryContract, UploadContract } from '@xuncha/contracts';
import type { Api, Sender, Upload } from './api.js';
import type { Account, Doors } from './doors.js';
import { OUTAGE, Patience } from './patience.js';
import { Refusal, Unanswered } from './refusal.js';

type Tell = (text: string) => void;

const NO_SESSION: ReadonlySet<string> = new Set(['session.expired', 'session.invalid', 'session.ended']);

export class Client {
  constructor(
    private readonly api: Api,
    private readonly doors: Doors,
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

  upload(contract: UploadContract, file: Upload, by: string): Promise<FileRef> {
    return this.as(by, (token) => this.api.upload(contract, file, { token }));
  }

  /** Before anybody can sign in with it. */
  setUp(person: string, code: string): Promise<void> {
    return this.persist(async () => this.doors.setUp(await this.accountOf(person), code));
  }

  private async as<T>(by: string, request: (token: Sender['token']) => Promise<T>): Promise<T> {
    return this.persist(async () => {
      const account = await this.accountOf(by);
      const token = await this.doors.token(account);
      try {
        return await request(token);
      } catch (error) {
        if (!(error instanceof Refusal && NO_SESSION.has(error.code))) throw error;
        await this.doors.forget(account, token);
        throw new Unanswered(error.message);
      }
    });
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
