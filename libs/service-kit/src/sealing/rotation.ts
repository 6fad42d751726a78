/**
 * Moves a site to a new version of its key while everything runs: the key is made, every replica has it, every service uses it for
 * what is new and wraps anew what is old; only then may the old version be destroyed. Each step can be done again after a fall.
 */
import type { NatsConnection } from '@nats-io/transport-node';
import type { KeyWrapper } from '../crypto/key-wrapper.js';
import {
  replicasSubject,
  siteKeySubject,
  type Failed,
  type Holding,
  type SiteKeyControl,
  type Standing,
} from './rotation-protocol.js';

export interface Installation {
  readonly nats: NatsConnection;
  readonly prefix: string;
  readonly wrapper: KeyWrapper;
  /** All that have a schema, whether they run or not. */
  readonly services: readonly string[];
}
const REPLICAS_MS = 1_500;
const ANSWER_MS = 30_000;

export class Rotation {
  constructor(
    private readonly installation: Installation,
    private readonly site: string,
  ) {}

  /** Answers the version that counts from now on. One that was begun and not carried through is gone on with. */
  async begin(): Promise<number> {
    const { wrapper } = this.installation;
    const standings = await this.standings();
    const used = standings.map(({ version }) => version).filter((version) => version !== null);
    if (used.length === 0) throw new Error(`nothing of site ${this.site} was ever sealed here`);
    const newest = (await wrapper.versions(this.site)).at(-1) ?? 0;
    const isUnderWay = standings.some(({ version, left }) => left > 0 || (version ?? newest) < newest);
    const version = isUnderWay ? newest : await wrapper.make(this.site);
    await this.refuseUnlessAllHold(version);
    await this.use(version);
    return version;
  }

  /** In the order of the services. */
  async standings(): Promise<(Standing & { service: string })[]> {
    const asked = this.installation.services.map(async (service) => ({
      service,
      ...(await this.ask(service, { do: 'standing', site: this.site })),
    }));
    return Promise.all(asked);
  }

  /** Destroys every version before the present one; answers which. Refuses as long as any service may need one. */
  async retire(): Promise<number[]> {
    const { wrapper } = this.installation;
    const [present, ...old] = (await wrapper.versions(this.site)).reverse();
    if (present === undefined || old.length === 0) return [];
    await this.refuseUnlessAllHold(present);
    await this.use(present); // also where nothing was sealed yet: it may begin any moment
    for (const { service, left } of await this.standings())
      if (left > 0) throw new Error(`${service} has ${left} keys that are not wrapped anew yet`);
    for (const version of old) await wrapper.destroy({ site: this.site, version });
    return old;
  }

  private async use(version: number): Promise<void> {
    for (const service of this.installation.services)
      await this.ask(service, { do: 'use', site: this.site, version });
  }

  private async refuseUnlessAllHold(version: number): Promise<void> {
    const { nats, prefix, services } = this.installation;
    const replies = await nats.requestMany(replicasSubject(prefix), JSON.stringify({ site: this.site }), {
      strategy: 'timer',
      maxWait: REPLICAS_MS,
    });
    const answered = new Set<string>();
    for await (const reply of replies) {
      const { service, instance, versions } = reply.json<Holding>();
      answered.add(service);
      if (!versions.includes(version))
        throw new Error(`${service} (process ${instance}) does not have version ${version} of the key yet`);
    }
    const silent = services.filter((service) => !answered.has(service));
    if (silent.length > 0) throw new Error(`${silent.join(', ')}: no answer; does it run?`);
  }

  private async ask(service: string, control: SiteKeyControl): Promise<Standing> {
    const { nats, prefix } = this.installation;
    const reply = await nats
      .request(siteKeySubject(prefix, service), JSON.stringify(control), { timeout: ANSWER_MS })
      .catch((error: unknown) => {
        throw new Error(`${service} does not answer; does it run?`, { cause: error });
      });
    const answer = reply.json<Standing | Failed>();
    if ('error' in answer) throw new Error(`${service}: ${answer.error}`);
    return answer;
  }
}
