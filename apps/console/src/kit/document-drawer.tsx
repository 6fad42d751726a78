/** An official document beside the page that it was opened from. */
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { Written } from './document-button.js';
import { DocumentPreview } from './document-preview.js';
import { saveAs } from './save-as.js';

/** A page of A4 and what is around it. */
const WIDTH = 880;

export default function DocumentDrawer({ name, content, close }: Written & { readonly close: () => void }) {
  const [isFailed, setFailed] = useState(false);
  const save = (
    <Button type="primary" icon={<DownloadOutlined aria-hidden />} onClick={() => saveAs(content, name)}>
      下载 Word
    </Button>
  );
  return (
    <Drawer open title={name.replace(/\.docx$/, '')} size={WIDTH} onClose={close} extra={save}>
      <p className="second form-says">下面是内容预览；分页和字体以下载后用 Word 或 WPS 打开的为准。</p>
      {isFailed ? (
        <p role="alert">没能预览，请下载后用 Word 或 WPS 打开。</p>
      ) : (
        <DocumentPreview content={content} fail={() => setFailed(true)} />
      )}
    </Drawer>
  );
}
