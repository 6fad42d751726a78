/**
 * What holds for every paragraph unless it says otherwise, in Word's own words, because the library has none for all of it: no punctuation
 * beyond the edge of the text, and no space between figures and characters, so that a line has 28 of them.
 */
const letters =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>';
const paragraphs =
  '<w:style w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="Normal"/><w:qFormat/>' +
  '<w:pPr><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style>';

/** `word/styles.xml` with them. */
export function withDefaults(styles: string): string {
  return styles
    .replace(/<w:docDefaults>.*?<\/w:docDefaults>/s, letters)
    .replace(/<w:style (?:(?!<\/w:style>).)*w:styleId="Normal".*?<\/w:style>/s, paragraphs);
}
