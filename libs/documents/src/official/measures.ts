/** Measures of GB/T 9704-2012 in what Word counts by: twips (a twentieth of a point), half points, eighths of a point. */
export const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);
export const twipsOf = (points: number) => points * 20;

export const page = {
  width: twips(210),
  height: twips(297),
  /** The number of the page stands 7 mm below the text. */
  margin: { top: twips(37), right: twips(26), bottom: twips(35), left: twips(28), footer: twips(23) },
  /** Of a letter: its head stands 30 mm, its last line 20 mm from the edge of the paper. */
  marginOfLetter: {
    top: twips(37),
    right: twips(26),
    bottom: twips(35),
    left: twips(28),
    header: twips(30),
    footer: twips(20),
  },
  /** Of a page that lies: turned to the left, so that it is read with the others in one binding. */
  marginLying: { top: twips(28), right: twips(35), bottom: twips(26), left: twips(37), footer: twips(14) },
} as const;
/** Of the text, upright and lying. */
export const textWidth = page.width - page.margin.left - page.margin.right;
export const textWidthLying = page.height - page.marginLying.left - page.marginLying.right;

/** Type sizes in points: 二号, 三号, 四号, 小四. */
export const size = { title: 22, body: 16, foot: 14, table: 12 } as const;
/** What one line takes, in points. */
export const line = { title: 35, body: 28, foot: 22, table: 20 } as const;

/** A line has 28 characters: each is a little narrower than its type is high, so that they fill the width of the text. */
export const character = Math.floor(textWidth / 28);
/** By which letters of body text come closer. */
export const closer = character - twipsOf(size.body);

/** In full-width characters: figures and Latin letters take half of one. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((sum, one) => sum + (one.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0);
}
