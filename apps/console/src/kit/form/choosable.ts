import type { Field } from '../field.js';

/** Fields that hold ids, or codes of a taxonomy: chosen from what is there, never typed. */
export function isChoosable(name: string, field: Field): boolean {
  if (field.type === 'list') return field.item.type === 'id' || name === 'classes';
  return field.type === 'id';
}
