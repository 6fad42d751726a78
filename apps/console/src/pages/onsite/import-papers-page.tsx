/** A team's table of findings becomes drafts of papers, on a page of its own. */
import { useParams } from '@tanstack/react-router';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { ImportPart } from '../../kit/import/import-part.js';
import type { Imports } from '../../kit/import/imports.js';
import { TemplatePart } from '../../kit/import/template-part.js';
import { useName } from '../../kit/names.js';
import { Failed, Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { isOpenTo, whyClosed } from './open-to.js';
import './onsite.css';

const importsInto = (inspectionId: string): Imports => ({
  upload: 'uploadPapers',
  command: 'importPapers',
  read: 'readPaperImport',
  list: 'listPaperImports',
  template: 'paperTemplate',
  files: 'paperImportFiles',
  given: { inspectionId },
  made: '新起草',
  counted: '份底稿，等副组长审核、组长签批',
  there: { title: '底稿', path: `/inspections/${inspectionId}` },
  mostMegabytes: 4,
  dayWord: '起草日期',
  saysOfDay: '不填为今天。',
});

export function ImportPapersPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { may, isKnown } = useRights();
  const { data: inspection, error, isPending } = useAsk('readInspection', { inspectionId: id });
  const name = useName('inspection', id);
  if (isKnown && !may(callOf('importPapers').permission)) return <Forbidden />;
  if (isPending) return <Loading />;
  if (!inspection) return <Failed problem={error} />;
  const imports = importsInto(id);
  return (
    <>
      <PageHead
        title="从表格导入底稿"
        says="组里的问题表，一行起草一份底稿，起草人是您；审核、签批照常。有一处错，就一份也不起草。"
        crumbs={[
          ['巡察', '/inspections'],
          [name ?? '本次巡察', `/inspections/${id}`],
        ]}
      />
      {isOpenTo('draftPaper', inspection.state) ? (
        <>
          <TemplatePart
            imports={imports}
            title="一、准备文件"
            says="一行填一个问题，列名要和模板一样，先后没有关系。同一序号再次导入，不会重复起草。"
          />
          <ImportPart imports={imports} title="二、选择文件" />
        </>
      ) : (
        <div className="next-step">{whyClosed('draftPaper', inspection.state)}</div>
      )}
    </>
  );
}
