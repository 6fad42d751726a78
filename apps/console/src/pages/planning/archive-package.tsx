/** Everything that was closed in one zip, for whoever receives it. */
import { FileZipOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { download } from '../../api/client.js';
import { saveAs } from '../../kit/save-as.js';
import type { ArchiveFile } from './archive-files.js';

export function ArchivePackage({ of: { id, number, title } }: { of: ArchiveFile }) {
  const [isBusy, setBusy] = useState(false);
  const { message } = App.useApp();
  const save = async () => {
    setBusy(true);
    try {
      saveAs(await download('archivePackage', { archiveFileId: id }), `${number} ${title}.zip`);
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <p>
      <Button icon={<FileZipOutlined aria-hidden />} loading={isBusy} onClick={() => void save()}>
        下载移交包
      </Button>{' '}
      <span className="second">全部文件、目录和签名；脱离系统也可以核对。</span>
    </p>
  );
}
