/** Filling the register from a file: what it must look like, how far it is, and everything that is wrong with it at once. */
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { ImportPart } from '../../kit/import/import-part.js';
import type { Imports } from '../../kit/import/imports.js';
import { TemplatePart } from '../../kit/import/template-part.js';
import { Forbidden } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import './planning.css';

const imports: Imports = {
  upload: 'uploadRegister',
  command: 'importRegister',
  read: 'readImport',
  list: 'listImports',
  template: 'registerTemplate',
  files: 'importFiles',
  made: '新登记',
  counted: '个组织',
  there: { title: '登记册', path: '/register' },
  mostMegabytes: 16,
  dayWord: '登记日期',
  saysOfDay: '从这一天起计入覆盖率；不填为今天。',
};

export function ImportPage() {
  const { may, isKnown } = useRights();
  if (isKnown && !may(callOf('importRegister').permission)) return <Forbidden />;
  return (
    <>
      <PageHead
        title="从文件导入登记册"
        crumbs={[['登记册', '/register']]}
        says="一次登记许多组织。有一行不对，就一行也不导入，并把全部错误列出来；改好再传即可。"
      />
      <TemplatePart
        imports={imports}
        title="一、准备文件"
        says="一行填一个组织，列名要和模板一样，先后没有关系。必填的只有代码、名称和类别。"
      />
      <ImportPart imports={imports} title="二、选择文件" />
    </>
  );
}
