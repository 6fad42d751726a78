/** Puts the metrics of several instances together: in the text format a family may be named once only. */

interface Family {
  readonly comments: string[];
  readonly samples: string[];
}

export function merged(texts: readonly string[]): string {
  const families = new Map<string, Family>();
  for (const text of texts) {
    let family: Family = { comments: [], samples: [] };
    for (const line of text.split('\n')) {
      const named = /^# (?:HELP|TYPE) (\S+)/.exec(line)?.[1];
      if (named) {
        family = families.get(named) ?? { comments: [], samples: [] };
        families.set(named, family);
        if (!family.comments.includes(line)) family.comments.push(line);
      } else if (line !== '') family.samples.push(line);
    }
  }
  const lines = [...families.values()].flatMap(({ comments, samples }) => [...comments, ...samples]);
  return `${lines.join('\n')}\n`;
}
