/**
 * The name under which a file is handed to somebody's machine. What is called `名单.hta` and is text, as a table is, runs there as a program:
 * so a name ends as the kind of the file does, which was looked at when it came; what a person called it is theirs.
 */
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The first is how a name is made to end. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['.pdf'],
  'application/zip': ['.zip'],
  'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'text/csv': ['.csv', '.txt'],
  [`${OFFICE}.spreadsheetml.sheet`]: ['.xlsx'],
  [`${OFFICE}.wordprocessingml.document`]: ['.docx'],
};
/** Of a kind that nobody opens by itself. */
const OTHER = ['.bin'] as const;

export function endingOf(mediaType: string): string {
  return (endings[mediaType] ?? OTHER)[0]!;
}

export function nameToSave({ name, mediaType }: { name: string; mediaType: string }): string {
  const known = endings[mediaType] ?? OTHER;
  const isSo = known.some((ending) => name.toLowerCase().endsWith(ending));
  return isSo ? name : name + endingOf(mediaType);
}
