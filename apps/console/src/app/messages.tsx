import { App } from 'antd';
import type { ReactNode } from 'react';

/** Three are too few for whoever reads slowly. */
const SHOWN_SECONDS = 6;

/** Short messages and questions above the pages. */
export function Messages({ children }: { children: ReactNode }) {
  return <App message={{ duration: SHOWN_SECONDS }}>{children}</App>;
}
