/**
 * A record with everything that belongs to it in one zip: the owning service says what is in it and signs that, the gateway streams the
 * files out of the content store. No part of it is in any memory as a whole.
 */
import type { z } from 'zod';
import { declarePackage, query, type QueryContract } from './builders.js';
import { Packing } from './types.js';

export function packageOf<I extends z.ZodObject>(read: QueryContract<I>, summary: string) {
  const { name, route, permission, classification, input } = read;
  const [service, aggregate] = name.split('.');
  const named = query(`${service}.${aggregate}.packing`, {
    permission,
    classification,
    summary,
    input,
    output: Packing,
  });
  return declarePackage(`${service}.${aggregate}.package`, {
    http: `GET ${route!.path}/package`,
    permission: permission!,
    summary,
    named,
  });
}
