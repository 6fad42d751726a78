/** Where uploads that were begun in this browser go on. What is kept says neither what the files are called nor whose they are. */

const PREFIX = 'upload:';
/** As long as the gateway keeps them. */
const KEPT_MS = 24 * 3_600_000;

interface Kept {
  readonly address: string;
  readonly at: number;
}

/** Undefined without a secure context: nothing is kept then, and an upload goes on only as long as the page stays. */
export async function placeOf(marks: readonly unknown[]): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(marks)));
  return PREFIX + [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function addressAt(place: string | undefined): string | undefined {
  return place && keptAt(place)?.address;
}

export function keepAddress(place: string | undefined, address: string): void {
  dropOld();
  if (place) localStorage.setItem(place, JSON.stringify({ address, at: Date.now() } satisfies Kept));
}

export function dropAddress(place: string | undefined): void {
  if (place) localStorage.removeItem(place);
}

function dropOld(): void {
  for (const place of Object.keys(localStorage))
    if (place.startsWith(PREFIX) && Date.now() - (keptAt(place)?.at ?? 0) > KEPT_MS) dropAddress(place);
}

function keptAt(place: string): Kept | undefined {
  const text = localStorage.getItem(place);
  return text === null ? undefined : (JSON.parse(text) as Kept);
}
