import { useAsk, useRights } from '../api/hooks.js';
import { callOf } from '../api/names.js';

const KEPT_MS = 600_000;

/** What a class within a taxonomy is called; undefined where the viewer may not read taxonomies. */
export function useClassName(code: string): string | undefined {
  const { may } = useRights();
  const { data } = useAsk(
    'listTaxonomies',
    {},
    { when: may(callOf('listTaxonomies').permission), freshMs: KEPT_MS },
  );
  const [taxonomy, name] = code.split(':');
  const found = data?.items.find((one) => one.code === taxonomy);
  // A taxonomy of one class only says whether it applies.
  return found?.classes.length === 1 ? found.title : found?.classes.find((one) => one.code === name)?.title;
}
