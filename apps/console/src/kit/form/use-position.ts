/**
 * Where a photo was taken is evidence or nobody's business: whoever chose photos here says which. They were sent without it; who wants it
 * kept has them sent once more, as long as the page still holds them.
 */
import { useState } from 'react';
import type { FileRef } from '../../api/names.js';

const PHOTO = /^image\//;

export function usePosition(files: readonly FileRef[]) {
  const [isKept, setKept] = useState(false);
  const [sources, setSources] = useState<ReadonlyMap<string, File>>(new Map());
  const note = (chosen: readonly File[], taken: readonly FileRef[]) =>
    setSources((known) => {
      const photos = taken.map(({ sha256 }, index) => [sha256, chosen[index]!] as const);
      return new Map([...known, ...photos.filter(([, file]) => PHOTO.test(file.type))]);
    });
  const here = files.filter(({ sha256 }) => sources.has(sha256));
  /** The photos to be sent once more, and the files when they have been, as far as they have. */
  const turned = (next: boolean) => {
    const photos = here.map(({ sha256 }) => sources.get(sha256)!);
    const replaced = (taken: readonly FileRef[]) => {
      note(photos, taken);
      // Said only when it is so of all of them.
      if (taken.length === photos.length) setKept(next);
      return files.map((file) => taken[here.indexOf(file)] ?? file);
    };
    return { photos, replaced };
  };
  return { isKept, isAsked: here.length > 0, note, turned };
}
