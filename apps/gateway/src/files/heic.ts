/** How telephones save photos by themselves, and hardly any browser or office shows them: known to say what to do instead. */

const BRANDS = /^[^]{4}ftyp(hei[cxms]|hev[cxms]|mif1|msf1)/;
const TYPE = /^image\/hei[cf]/;
/** Most browsers tell no type of it at all. */
const NAME = /\.(hei[cf]|hif)$/i;

/** By what it begins with (ISO 23008-12, B.4.1), whatever it is called. */
export function isHeic(head: Buffer): boolean {
  return BRANDS.test(head.toString('latin1', 0, 12));
}

export function saysItIsHeic({ name, mediaType }: { name: unknown; mediaType: string }): boolean {
  return TYPE.test(mediaType) || NAME.test(String(name));
}
