import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A link to a page with its filters, written as an address: `/papers?state=draft`. */
export function Go({ to, children, ...rest }: { to: string; children: ReactNode; className?: string }) {
  const { pathname, searchParams } = new URL(to, location.origin);
  return (
    <Link {...rest} to={pathname as never} search={Object.fromEntries(searchParams) as never}>
      {children}
    </Link>
  );
}
