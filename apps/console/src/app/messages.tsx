import { App } from 'antd';
import type { ReactNode } from 'react';

/** Short messages and questions above the pages. */
export function Messages({ children }: { children: ReactNode }) {
  return <App>{children}</App>;
}
