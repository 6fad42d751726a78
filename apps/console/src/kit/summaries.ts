/** What contracts say of themselves, loaded when something shows it: a form, a history, the audit. */
import { useQuery } from '@tanstack/react-query';

/** By `service.aggregate.verb`; empty until it is there. */
export function useSummaries(): Readonly<Record<string, string>> {
  const { data } = useQuery({
    queryKey: ['summaries'],
    queryFn: async () => (await import('virtual:summaries')).summaries,
    staleTime: Infinity,
  });
  return data ?? {};
}
