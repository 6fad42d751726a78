/**
 * Which reads are put on record, and what of. A query that is put on record and does not say what it shows, or hands out what is sealed
 * without being told what for, cannot be declared (rules.md 13, Regulation of data).
 */
import type { Id } from '@xuncha/domain-kit';
import { z } from 'zod';
import type { QueryContract } from './builders.js';

/**
 * Without a permission nobody reads: one service asks another for a box that only its own key opens, or somebody asks about
 * themselves, or for what they typed themselves.
 */
export function isNoted({ classification, permission }: QueryContract): boolean {
  return permission !== undefined && (classification === 'restricted' || classification === 'sealed');
}

type Shows = 'one' | 'page' | 'address';
/** One record by its id, a page of records, or what the address names. */
function showsBy({ output, route }: QueryContract): Shows | undefined {
  if (output instanceof z.ZodObject && 'id' in output.shape) return 'one';
  const items = output instanceof z.ZodObject ? (output.shape as Fields).items : undefined;
  const item = items instanceof z.ZodArray ? items.element : undefined;
  if (item instanceof z.ZodObject && 'id' in item.shape) return 'page';
  return route?.parameters.length === 1 ? 'address' : undefined;
}

export function refuseUnnoted(contract: QueryContract): void {
  if (!isNoted(contract)) return;
  const { name, classification, input } = contract;
  if (!showsBy(contract)) throw new Error(`${name}: its answer does not say which records it shows`);
  const purpose = (input.shape as Fields).purpose;
  if (classification === 'sealed' && !(purpose && !purpose.safeParse(undefined).success))
    throw new Error(`${name}: whoever reads what is sealed says what for`);
}

/** The records that an answer hands out; none where a page is empty. */
export function recordsShown(contract: QueryContract, input: unknown, output: unknown): Id[] {
  const shows = showsBy(contract);
  if (shows === 'one') {
    const { id, shown = [] } = output as { id: Id; shown?: Id[] };
    return [id, ...shown];
  }
  if (shows === 'page') return (output as { items: { id: Id }[] }).items.map(({ id }) => id);
  return [(input as Record<string, Id>)[contract.route!.parameters[0]!]!];
}

type Fields = Readonly<Record<string, z.ZodType | undefined>>;
