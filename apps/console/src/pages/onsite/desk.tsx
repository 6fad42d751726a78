/** The team's desk: what waits, and everything of this inspection, one kind at a time; which one stands in the address. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { LedgerTable } from '../../kit/ledger-table.js';
import { shownNumber } from '../../kit/numbers.js';
import { commandWord } from '../../words/commands.js';
import { DayBook } from './day-book.js';
import { deskParts, type DeskPart } from './desk-parts.js';
import { isOpenTo, whyClosed } from './open-to.js';
import { Waiting } from './waiting.js';

type Inspection = Answer<'readInspection'>;

export function Desk({ inspection }: { inspection: Inspection }) {
  const { may, isKnown } = useRights();
  const { part } = useSearch({ strict: false }) as { part?: string };
  if (!isKnown) return null;
  const shown = deskParts.filter(({ ledger }) => may(callOf(ledger.query).permission));
  const now = shown.find(({ key }) => key === part) ?? shown[0];
  if (!now) return null;
  return (
    <>
      <Waiting inspection={inspection} />
      <section className="card" aria-label="本次巡察的内容">
        <nav className="tabs desk-tabs" aria-label="本次巡察的内容">
          {shown.map((one) => (
            <DeskTab key={one.key} part={one} inspection={inspection} isNow={one.key === now.key} />
          ))}
        </nav>
        <Opened key={now.key} part={now} inspection={inspection} />
      </section>
    </>
  );
}

interface PartProps {
  readonly part: DeskPart;
  readonly inspection: Inspection;
}

function DeskTab({ part: { key, counts, ledger }, inspection, isNow }: PartProps & { isNow: boolean }) {
  const { data } = useAsk((counts ?? 'me') as never, { inspectionId: inspection.id } as never, {
    when: counts !== undefined,
    keep: true,
  });
  const total =
    counts && data && Object.values(data as Record<string, number>).reduce((sum, count) => sum + count, 0);
  return (
    <Link
      to={'/inspections/$id' as never}
      params={{ id: inspection.id } as never}
      search={{ part: key } as never}
      replace
      resetScroll={false}
      aria-current={isNow}
    >
      {ledger.title}
      {typeof total === 'number' && ` ${shownNumber(total)}`}
    </Link>
  );
}

function Opened({ part, inspection }: PartProps) {
  const { ledger, makes, inPlace } = part;
  const { may } = useRights();
  const mayMake = makes !== undefined && may(callOf(makes).permission);
  const isOpen = makes !== undefined && isOpenTo(makes, inspection.state);
  return (
    <>
      {mayMake && (
        <div className="desk-make">
          {!isOpen && <span className="second">{whyClosed(makes, inspection.state)}</span>}
          {isOpen && !inPlace && <Make part={part} inspection={inspection} />}
          {isOpen && inPlace && <DayBook inspectionId={inspection.id} />}
        </div>
      )}
      <LedgerTable ledger={ledger} input={{ inspectionId: inspection.id } as never} isPart />
    </>
  );
}

function Make({ part: { makes, begins, page, many, says }, inspection }: PartProps): ReactNode {
  const navigate = useNavigate();
  return (
    <>
      {page ? (
        <Button type="primary" onClick={() => void navigate({ to: page(inspection.id) as never })}>
          {commandWord(makes!)}
        </Button>
      ) : (
        <CommandButton
          command={makes!}
          primary
          given={{ inspectionId: inspection.id }}
          beside={{ inspectionId: inspection.id }}
          {...(begins ? { initial: begins } : {})}
        />
      )}
      {many && (
        <Button onClick={() => void navigate({ to: many(inspection.id) as never })}>从表格导入</Button>
      )}
      {says && <span className="second">{says}</span>}
    </>
  );
}
