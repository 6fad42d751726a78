/** People in and out of the pool as a file: a template, one import that takes everybody or nobody, and the roster as it stands. */
import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { ImportPart } from '../../kit/import/import-part.js';
import type { Imports } from '../../kit/import/imports.js';
import { TemplatePart } from '../../kit/import/template-part.js';
import { Forbidden } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { saveFile } from '../../kit/save-as.js';
import './talent.css';

const imports: Imports = {
  upload: 'uploadRoster',
  command: 'importRoster',
  read: 'readRosterImport',
  list: 'listRosterImports',
  template: 'rosterTemplate',
  files: 'rosterImportFiles',
  made: '新登记',
  counted: '名人员，都在“人才库”的“候选”里，逐一入库后才能入组',
  there: { title: '人才库', path: '/inspectors' },
  mostMegabytes: 4,
  dayWord: '登记日期',
  saysOfDay: '不填为今天。',
};

export function RosterPage() {
  const { may, isKnown } = useRights();
  if (isKnown && !may(callOf('listRosterImports').permission)) return <Forbidden />;
  return (
    <>
      <PageHead
        title="名册导入导出"
        says="一次登记许多人：按模板填好表格，上传；有一处错，就一名也不登记，所有错处一次列出。"
        crumbs={[['人才库', '/inspectors']]}
      >
        {may(callOf('exportRoster').permission) && <ExportRoster />}
      </PageHead>
      <TemplatePart
        imports={imports}
        title="一、准备文件"
        says="一行填一名人员，列名要和模板一样，先后没有关系。导出的名册改好后也可以再导入。"
      />
      <ImportPart imports={imports} title="二、选择文件" />
    </>
  );
}

/** The whole roster, names and all: that it was taken out is on record. */
function ExportRoster() {
  const [busy, setBusy] = useState(false);
  const { message, modal } = App.useApp();
  const run = async () => {
    setBusy(true);
    try {
      saveFile(await ask('exportRoster', {}));
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      loading={busy}
      onClick={() =>
        void modal.confirm({
          title: '导出全部在库人员的名册？',
          content: '文件含姓名、出生日期等，请按规定保管；导出会留痕，每名人员的档案里都能看到是谁导出的。',
          okText: '导出',
          onOk: run,
        })
      }
    >
      导出名册
    </Button>
  );
}
