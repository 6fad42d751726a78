/**
 * What the finding of an item is called. Those who are inspected see findings only as their feedback words them, which is read once for each
 * inspection; everybody else may ask for their names. Neither is a look at a restricted record.
 */
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.js';
import { useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { useName } from '../../kit/names.js';

const KEPT_MS = 300_000;

export interface FedBack {
  readonly title: string;
  /** What it goes against. */
  readonly clause: string;
}
type Titles = ReadonlyMap<string, FedBack>;
type Id = Answer<'readItem'>['id'];
export interface OfFinding {
  readonly inspectionId: string;
  readonly findingId: string;
}

const fedBackQuery = (inspectionId: string) => ({
  queryKey: ['onsite.feedback.titles', inspectionId],
  queryFn: async (): Promise<Titles> => {
    const { items } = await ask('listFeedback', { inspectionId: inspectionId as Id });
    const read = await Promise.all(items.map(({ id }) => ask('readFeedback', { feedbackId: id })));
    return new Map(
      read.flatMap(({ findings }) =>
        findings.map(({ findingId, title, clause }) => [findingId, { title, clause }]),
      ),
    );
  },
  staleTime: KEPT_MS,
});

/** As the feedback words them; undefined while it is asked. */
export function useFedBack(inspectionId: string): Titles | undefined {
  return useQuery(fedBackQuery(inspectionId)).data;
}

/** An item that was ordered on site is there before its finding is fed back; until then its organization knows it by its order alone. */
const UNNAMED = '立行立改事项';

export function useFindingTitle({ inspectionId, findingId }: OfFinding): string {
  const { isKnown, may } = useRights();
  const isNamed = may(callOf('findingNames').permission);
  const name = useName('finding', isNamed ? findingId : '');
  const { data } = useQuery({ ...fedBackQuery(inspectionId), enabled: isKnown && !isNamed });
  if (isNamed) return name === undefined ? '…' : (name ?? UNNAMED);
  return data ? (data.get(findingId)?.title ?? UNNAMED) : '…';
}

export function FindingTitle(item: OfFinding) {
  return <>{useFindingTitle(item)}</>;
}
