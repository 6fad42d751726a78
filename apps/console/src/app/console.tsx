/** The whole console: what all pages share. */
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import { queries } from '../api/queries.js';
import { nonce } from '../kit/nonce.js';
import { router } from './router.js';
import { theme } from './theme.js';

/** The few words that antd brings itself; its whole dictionary speaks of parts that are not used here. */
const locale = {
  locale: 'zh-cn',
  Modal: { okText: '确定', cancelText: '取消', justOkText: '知道了' },
  Empty: { description: '没有' },
};

export function Console() {
  return (
    <ConfigProvider theme={theme} locale={locale} csp={{ nonce }} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
