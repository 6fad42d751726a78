import { nameToSave } from '@xuncha/service-kit';

/** Headers of a file that is kept, never opened in the page; browsers look at no content to guess what it is (nosniff stands on every answer). */
export function attachment(file: { mediaType: string; name: string }) {
  return {
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encoded(nameToSave(file))}`,
  };
}

/** RFC 8187: what encodeURIComponent leaves and that form does not; half a character becomes a mark. */
function encoded(name: string): string {
  return encodeURIComponent(Buffer.from(name).toString()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
