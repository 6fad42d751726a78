import type { ReactNode } from 'react';

interface Props {
  /** What it is a table of, for whoever hears it. */
  readonly label: string;
  readonly heads: readonly ReactNode[];
  /** Its rows; groups of rows where it is `isGrouped`. */
  readonly children: ReactNode;
  readonly isGrouped?: boolean;
  /** `stack`: on a phone each row is a card, and its cells say by `data-word` what they are. */
  readonly className?: string;
  readonly tall?: boolean;
}

/** A small table within a part of a page; what is wider than the page is scrolled to. */
export function PlainTable({
  label,
  heads,
  children,
  isGrouped = false,
  className = '',
  tall = false,
}: Props) {
  return (
    <div
      className={tall ? 'scroll tall' : 'scroll'}
      tabIndex={0}
      role="region"
      aria-label={`${label}，可滚动`}
    >
      <table className={`rows ${className}`}>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th scope="col" key={index}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {isGrouped ? children : <tbody>{children}</tbody>}
      </table>
    </div>
  );
}
