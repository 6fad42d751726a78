/**
 * What has been typed and not sent, kept in this browser so that a reload, a crash or a lost network costs nobody their work. It may name
 * who is suspected of what: it is stored as ciphertext, under a key that no script can read out, and only while somebody works on it.
 */
import type { Here, Typed } from './newest.js';

const DATABASE = 'xuncha-drafts';
const DRAFTS = 'drafts';
const KEYS = 'keys';
const IV_BYTES = 12;

interface Stored {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly text: ArrayBuffer;
}
export interface Draft extends Typed, Here {
  /** It was sent or given up, and the server has not heard of it. */
  readonly isOver?: boolean;
}

/** Without a secure context there is no key, and nothing is kept rather than kept in the clear. */
export const canKeepDrafts = () => globalThis.crypto?.subtle !== undefined && 'indexedDB' in globalThis;

/** `place` names the form: account, command and record. */
export async function saveDraft(place: string, draft: Draft): Promise<void> {
  if (!canKeepDrafts()) return;
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const clear = new TextEncoder().encode(JSON.stringify(draft));
  const text = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await draftKey(), clear);
  await inStore(DRAFTS, 'readwrite', (store) => store.put({ iv, text } satisfies Stored, place));
}

export async function readDraft(place: string): Promise<Draft | undefined> {
  if (!canKeepDrafts()) return undefined;
  const stored = await inStore<Stored | undefined>(DRAFTS, 'readonly', (store) => store.get(place));
  if (!stored) return undefined;
  try {
    const clear = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: stored.iv },
      await draftKey(),
      stored.text,
    );
    return JSON.parse(new TextDecoder().decode(clear)) as Draft;
  } catch {
    return undefined;
  }
}

export async function dropDraft(place: string): Promise<void> {
  if (canKeepDrafts()) await inStore(DRAFTS, 'readwrite', (store) => store.delete(place));
}

/** Made once per browser; it cannot be taken out of it. */
async function draftKey(): Promise<CryptoKey> {
  const kept = await inStore<CryptoKey | undefined>(KEYS, 'readonly', (store) => store.get('draft'));
  if (kept) return kept;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await inStore(KEYS, 'readwrite', (store) => store.put(made, 'draft'));
  return made;
}

async function inStore<T>(
  name: string,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const database = await opened();
  try {
    return await settled<T>(act(database.transaction(name, mode).objectStore(name)));
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 2);
  request.onupgradeneeded = () => {
    const { result } = request;
    // What an older console kept is of another form.
    for (const name of result.objectStoreNames) result.deleteObjectStore(name);
    result.createObjectStore(DRAFTS);
    result.createObjectStore(KEYS);
  };
  return settled(request);
}

function settled<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error('the browser does not keep drafts'));
  });
}
