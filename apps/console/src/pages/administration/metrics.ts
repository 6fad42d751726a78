/** What the operations page reads of Prometheus' text: one figure a service and instance, of the few that say whether work goes on. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const LINE = /^(\w+)\{([^}]*)\} (\S+)$/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

export function samplesIn(text: string): Sample[] {
  return text.split('\n').flatMap((line) => {
    const [, name, labels, value] = LINE.exec(line) ?? [];
    if (!name) return [];
    const pairs = [...labels!.matchAll(LABEL)].map(([, key, word]) => [key, word] as const);
    return [{ name, labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value) }];
  });
}

/** Of one service, over its instances and whatever else it is split by. */
export function figure(
  samples: readonly Sample[],
  name: string,
  service: string,
  how: 'sum' | 'most',
): number | undefined {
  const values = samples
    .filter((one) => one.name === name && one.labels.service === service)
    .map(({ value }) => value);
  if (values.length === 0) return undefined;
  return how === 'sum' ? values.reduce((sum, one) => sum + one, 0) : Math.max(...values);
}
