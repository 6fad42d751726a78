/** A new working paper, on a page of its own. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { App } from 'antd';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { Failed, Forbidden, Loading } from '../../kit/notices.js';
import { useName } from '../../kit/names.js';
import { PageHead } from '../../kit/page-head.js';
import { isOpenTo, whyClosed } from './open-to.js';
import { PaperEditor } from './paper-editor.js';

export function NewPaperPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { may, isKnown } = useRights();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { data: inspection, error, isPending } = useAsk('readInspection', { inspectionId: id });
  const name = useName('inspection', id);
  if (isKnown && !may(callOf('draftPaper').permission)) return <Forbidden />;
  if (isPending) return <Loading />;
  if (!inspection) return <Failed problem={error} />;
  const isOpen = isOpenTo('draftPaper', inspection.state);
  return (
    <>
      <PageHead
        title="起草底稿"
        says={name}
        crumbs={[
          ['巡察', '/inspections'],
          [name ?? '本次巡察', `/inspections/${id}`],
        ]}
      />
      {isOpen ? (
        <PaperEditor
          command="draftPaper"
          given={{ inspectionId: id }}
          submit="提交审核"
          onDone={({ id: paperId }) => {
            message.success('底稿已提交，等待审核');
            void navigate({ to: `/papers/${paperId}` as never });
          }}
        />
      ) : (
        <div className="next-step">{whyClosed('draftPaper', inspection.state)}</div>
      )}
    </>
  );
}
