/** What whoever rotates a site's key asks of running services, over core NATS. */
import { z } from 'zod';

/** Every replica answers for itself. */
export const replicasSubject = (prefix: string) => `${prefix}-ops.site-keys`;
/** Any replica answers for all. */
export const siteKeySubject = (prefix: string, service: string) => `${prefix}-ops.site-keys.${service}`;

export const Site = z.object({ site: z.string().min(1) });
export const SiteKeyControl = z.discriminatedUnion('do', [
  /** From the answer on, this version wraps what is new, and what was wrapped before is wrapped anew in the background. */
  z.object({ do: z.literal('use'), site: z.string().min(1), version: z.int().min(1) }),
  z.object({ do: z.literal('standing'), site: z.string().min(1) }),
]);
export type SiteKeyControl = z.infer<typeof SiteKeyControl>;

/** Which versions of the site's key a replica can use. */
export interface Holding {
  readonly service: string;
  readonly instance: string;
  readonly versions: readonly number[];
}
export interface Standing {
  /** Which wraps what is new; null where nothing of the site was ever sealed here. */
  readonly version: number | null;
  readonly keys: number;
  /** Still wrapped by an older one. */
  readonly left: number;
}
export interface Failed {
  readonly error: string;
}
