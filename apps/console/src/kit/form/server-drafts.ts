/** A person's drafts on the server: the same form, found on whatever machine they sign in. */
import { ask, tell } from '../../api/client.js';
import { callOf, type CommandName } from '../../api/names.js';
import type { Left, Typed } from './newest.js';

/** A browser sends no more than this while its page is closed. */
const MOST_AT_LEAVING = 20_000;

/** Says which form it is and, to nobody who reads an address, what it began with. */
async function formOf(place: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(place)));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Null where there is none. */
export async function leftThere(place: string): Promise<Left | null> {
  const { draft } = await ask('readDraft', { form: await formOf(place) });
  if (!draft) return null;
  const { content, savedAt, seen, isHere } = draft;
  return { ...(JSON.parse(content) as Omit<Typed, 'savedAt'>), savedAt, seen, isHere };
}

export async function keepThere(
  { place, command }: { place: string; command: CommandName },
  { values, of }: Typed,
  { seen, isLeaving }: { seen: number | undefined; isLeaving: boolean },
): Promise<number> {
  const content = JSON.stringify({ values, of });
  const input = { form: await formOf(place), command: callOf(command).contract, content, seen };
  const keepalive = isLeaving && content.length < MOST_AT_LEAVING;
  const kept = await tell('keepDraft', input, crypto.randomUUID(), { keepalive });
  return kept.seen;
}

export async function discardThere(place: string, seen: number): Promise<void> {
  await tell('discardDraft', { form: await formOf(place), seen }, crypto.randomUUID());
}
