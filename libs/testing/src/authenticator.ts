/** What a person's authenticator shows: a code of the present half minute, or the next one where that was used already. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';

const PERIOD_MS = 30_000;

export class Authenticator {
  private used = 0;

  constructor(readonly secret: string) {}

  /** The service takes each code once, and the next one up to half a minute early. */
  async next(): Promise<string> {
    const step = Math.max(this.used + 1, Math.floor(Date.now() / PERIOD_MS));
    const early = (step - 1) * PERIOD_MS - Date.now();
    if (early > 0) await sleep(early + 50);
    this.used = step;
    return this.codeAt(step * PERIOD_MS);
  }

  codeAt(instant: number): string {
    return new TOTP({ secret: Secret.fromBase32(this.secret) }).generate({ timestamp: instant });
  }
}
