import { useAsk, useRights } from '../api/hooks.js';
import { callOf } from '../api/names.js';
import { useToday } from '../kit/clock.js';

/** Site, term and round that one is in. */
export function Where() {
  const { may } = useRights();
  const { data: site } = useAsk('currentSite', {});
  const today = useToday();
  const terms = useAsk('listTerms', { limit: 1 }, { when: may(callOf('listTerms').permission) });
  const rounds = useAsk('listRounds', { limit: 1 }, { when: may(callOf('listRounds').permission) });
  const parts = [terms.data?.items[0]?.name, rounds.data?.items[0]?.name, today && `今天 ${today}`].filter(
    Boolean,
  );
  return (
    <div className="where">
      <strong>{site?.name ?? ' '}</strong>
      <span className="number">{parts.join(' · ')}</span>
    </div>
  );
}
