/** Hands a content to the browser as a file of this name. */
export function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

/** A file that came within an answer. */
export function saveFile({
  name,
  mediaType,
  base64,
}: Readonly<Record<'name' | 'mediaType' | 'base64', string>>): void {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  saveAs(new Blob([bytes], { type: mediaType }), name);
}
