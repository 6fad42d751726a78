import { Link } from '@tanstack/react-router';
import { useAsk, useRights, useWho } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';

type Inspection = Answer<'readInspection'>;

/** What of this inspection waits for whom, as a line of links; nothing where nothing waits. */
export function Waiting({ inspection: { id } }: { inspection: Inspection }) {
  const { may } = useRights();
  const who = useWho();
  const seesPapers = may(callOf('listPapers').permission);
  const papers = useAsk('countPapers', { inspectionId: id }, { when: seesPapers }).data;
  const own = useAsk(
    'countPapers',
    { inspectionId: id, authorId: (who?.accountId ?? '') as never },
    { when: seesPapers && who !== undefined },
  ).data;
  const findings = useAsk(
    'countFindings',
    { inspectionId: id },
    { when: may(callOf('listFindings').permission) },
  ).data;
  const petitions = useAsk(
    'countPetitions',
    { inspectionId: id },
    { when: may(callOf('listPetitions').permission) },
  ).data;
  const materials = useAsk(
    'countMaterials',
    { inspectionId: id },
    { when: may(callOf('receiveMaterial').permission) },
  ).data;
  const lines = [
    [own?.returned, '份您的底稿被退回，请修改', '/papers', 'returned'],
    [papers?.draft, '份底稿待审核', '/papers', 'draft'],
    [papers?.deputyReviewed, '份底稿待签批', '/papers', 'deputyReviewed'],
    [materials?.supplied, '项材料待签收', '/materials', 'supplied'],
    [findings?.confirmed, '个问题待写入报告', '/findings', 'confirmed'],
    [petitions?.received, '件信访件待筛查', '/petitions', 'received'],
    [petitions?.assigned, '件信访件核查中', '/petitions', 'assigned'],
  ] as const;
  const waiting = lines.filter(([count]) => count);
  if (waiting.length === 0) return null;
  return (
    <ul className="desk-waiting" aria-label="等着办的">
      {waiting.map(([count, text, to, state]) => (
        <li key={text}>
          <Link to={to as never} search={{ inspectionId: id, state } as never}>
            <strong className="number">{count}</strong> {text}
          </Link>
        </li>
      ))}
    </ul>
  );
}
