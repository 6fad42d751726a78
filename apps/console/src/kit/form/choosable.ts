import type { Field } from '../field.js';

/** Fields that hold ids, or codes that are kept somewhere: chosen from what is there, not typed. */
const CODES = ['profile', 'theme'];

export function isChoosable(name: string, field: Field): boolean {
  if (field.type === 'list') return field.item.type === 'id' || name === 'classes';
  return field.type === 'id' || CODES.includes(name);
}
