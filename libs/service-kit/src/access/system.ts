/** The system itself, reading in a site: for what one service asks another, which names its site instead of a person. */
import { Caller } from './caller.js';

export function systemIn(site: string, { runtime, moment }: Caller): Caller {
  const nobody = { account: null, site, permission: null };
  return new Caller(runtime, nobody, { grants: [], recused: new Set() }, moment);
}
