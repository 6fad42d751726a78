import { Link } from '@tanstack/react-router';
import type { Item } from '../../api/names.js';
import { DaysLeft } from '../../kit/days-left.js';

/** What the team still waits for, as it falls due. */
export function DeskMaterials({ materials }: { materials: readonly Item<'listMaterials'>[] }) {
  if (materials.length === 0) return null;
  return (
    <section className="card" aria-label="要提供的材料">
      <header>
        <h2>要提供的材料</h2>
        <span className="second number">{materials.length} 项，交给巡察组</span>
      </header>
      <ul className="cards">
        {materials
          .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
          .map(({ id, title, dueOn }) => (
            <li key={id}>
              <div className="top">
                <strong>
                  <Link to={`/materials/${id}` as never}>{title}</Link>
                </strong>
                <DaysLeft due={dueOn} />
              </div>
            </li>
          ))}
      </ul>
    </section>
  );
}
