/** Files go up as soon as they are chosen: small ones at once, larger ones in parts that go on after a break. */
import { request } from './client.js';
import { callOf, type FileName, type FileRef } from './names.js';

/** How far a file is. */
export interface Going {
  readonly bytes: number;
  /** The network is away; it goes on by itself. */
  readonly isWaiting: boolean;
}
export interface Uploading {
  /** A photo as evidence of where it was taken; it loses that otherwise. */
  readonly keepPosition?: boolean;
  readonly signal?: AbortSignal;
  readonly tell?: (going: Going) => void;
}

const AT_ONCE_BYTES = 1024 * 1024;

export async function upload(name: FileName, file: File, uploading: Uploading = {}): Promise<FileRef> {
  if (file.size > AT_ONCE_BYTES) {
    const { uploadInParts } = await import('./upload-in-parts.js');
    return uploadInParts(name, file, uploading);
  }
  // The file is the body, as it is; its name goes beside it.
  const { signal, keepPosition } = uploading;
  const said = new URLSearchParams({ name: file.name, ...(keepPosition ? { keepPosition: 'true' } : {}) });
  const path = `${callOf(name).path}?${said}`;
  const headers = { 'content-type': file.type };
  return (await request(path, { method: 'POST', headers, body: file, signal })) as FileRef;
}
