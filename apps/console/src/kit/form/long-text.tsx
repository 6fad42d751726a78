import { Input, type GetProps } from 'antd';
import type { CSSProperties } from 'react';

interface Props extends Omit<GetProps<typeof Input.TextArea>, 'autoSize' | 'rows' | 'value'> {
  readonly value: string;
  /** Rows that are there when nothing is written yet. */
  readonly fewest: number;
  /** Rows from which on it scrolls. */
  readonly most: number;
}

/**
 * A field of several lines that grows with its text. The style sheet measures it: the library would do so by a field with a style of
 * its own beside the page, which the page's policy does not let through, so that it would be seen there and measure wrongly.
 */
export function LongText({ fewest, most, className = '', ...rest }: Props) {
  return (
    <div
      className={`long-text ${className}`}
      data-text={rest.value}
      style={{ '--most': most } as CSSProperties}
    >
      <Input.TextArea {...rest} rows={fewest} />
    </div>
  );
}
