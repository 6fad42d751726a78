/**
 * Who is signed in. The token is kept in memory alone; the secret that renews it is a cookie which no script reads and which is good
 * once, so that the tabs of one browser must agree who uses it: they share each new token, and renew one at a time.
 */
import { networkProblem, problemIn, Problem } from './problem.js';

export interface Held {
  readonly token: string;
  readonly expiresAt: string;
  readonly accountId: string;
  readonly name: string;
  readonly site: string;
}
type Message = { kind: 'held'; held: Held } | { kind: 'asked' } | { kind: 'ended' };

/** A token is renewed this long before it ends, so that no call meets it half gone. */
const EARLY_MS = 30_000;
/** How long another tab has to hand its token over before this one renews by itself. */
const WAIT_FOR_TABS_MS = 150;
const RENEWAL_LOCK = 'xuncha-renewal';
/** That there may be a cookie: without, nobody need ask in vain. */
const BEGUN = 'session-begun';

class Session {
  private held: Held | undefined;
  private readonly tabs = new BroadcastChannel('xuncha-session');
  private readonly listeners = new Set<() => void>();

  constructor() {
    this.tabs.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'held') this.take(data.held);
      else if (data.kind === 'ended') this.take(undefined);
      else if (this.held && isFresh(this.held)) this.tell({ kind: 'held', held: this.held });
    };
  }

  get who(): Held | undefined {
    return this.held;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** At the start of a page: another tab's token, or one for the cookie. False: somebody has to sign in. */
  async resume(): Promise<boolean> {
    this.tell({ kind: 'asked' });
    await new Promise((resolve) => setTimeout(resolve, WAIT_FOR_TABS_MS));
    if (this.held) return true;
    if (!localStorage.getItem(BEGUN)) return false;
    return this.renew().then(
      () => true,
      () => false,
    );
  }

  async signIn(input: { site: string; account: string; password: string; code?: string }): Promise<void> {
    this.share(await post<Held>('sign-in', input));
  }

  async signOut(): Promise<void> {
    const { token } = this.held ?? {};
    await post('session/sign-out', {}, token).catch(() => undefined);
    this.take(undefined);
    this.tell({ kind: 'ended' });
  }

  /** A token that is good for a while yet. Refuses with `session.…` once the session itself has ended. */
  async token(): Promise<string> {
    if (!this.held || !isFresh(this.held)) await this.renew();
    return this.held!.token;
  }

  /** For whoever was refused with this token: somebody else may have a newer one already. */
  async renewed(refused: string): Promise<string> {
    if (this.held?.token === refused) this.held = { ...this.held, expiresAt: new Date(0).toISOString() };
    return this.token();
  }

  private async renew(): Promise<void> {
    await navigator.locks.request(RENEWAL_LOCK, async () => {
      if (this.held && isFresh(this.held)) return;
      try {
        this.share(await post<Held>('session/renew', {}));
      } catch (error) {
        if (error instanceof Problem && !error.isPassing) this.take(undefined);
        throw error;
      }
    });
  }

  private share(held: Held): void {
    this.take(held);
    this.tell({ kind: 'held', held });
  }

  private tell(message: Message): void {
    this.tabs.postMessage(message);
  }

  private take(held: Held | undefined): void {
    this.held = held;
    if (held) localStorage.setItem(BEGUN, '1');
    else localStorage.removeItem(BEGUN);
    for (const listener of this.listeners) listener();
  }
}

export const session = new Session();

function isFresh({ expiresAt }: Held): boolean {
  return Date.parse(expiresAt) - Date.now() > EARLY_MS;
}

/** For what is asked before anybody is signed in, or of one's own password. */
export async function post<T>(path: string, input: object, token?: string): Promise<T> {
  const response = await fetch(`/api/v1/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-xc-renewal': 'cookie',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(input),
  }).catch(() => Promise.reject(networkProblem()));
  if (!response.ok) throw await problemIn(response);
  return (await response.json()) as T;
}
