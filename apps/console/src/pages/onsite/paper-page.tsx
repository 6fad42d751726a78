/** A working paper: who has signed it and who is next, what it says, and for its author the sheet to write on. */
import { useParams } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import { useAsk, useRights, useWho } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import DocumentButton from '../../kit/document-button.js';
import { Failed, Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Part } from '../../kit/part.js';
import { StateTag } from '../../kit/state-tag.js';
import { PaperEditor } from './paper-editor.js';
import { Around, NextPaper, Reading } from './paper-parts.js';
import { isOpenTo, whyClosed } from './open-to.js';
import { SignatureBoxes } from './signature-boxes.js';
import { turnOf, type Post, type Turn } from './signatures.js';

type Paper = Answer<'readPaper'>;
type Inspection = Answer<'readInspection'>;

export function PaperPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { may, isKnown } = useRights();
  const { data: paper, error, isPending, refetch } = useAsk('readPaper', { paperId: id });
  const { data: inspection } = useAsk(
    'readInspection',
    { inspectionId: paper?.inspectionId ?? ('' as never) },
    { when: paper !== undefined },
  );
  if (isKnown && !may(callOf('readPaper').permission)) return <Forbidden />;
  if (isPending) return <Loading />;
  if (!paper) return <Failed problem={error} again={() => void refetch()} />;
  // Another paper starts afresh: nobody goes on writing the former one here.
  return <Shown key={paper.id} paper={paper} inspection={inspection} />;
}

const contentsOf = ({ matter, content, evidence }: Paper) => ({ matter, content, evidence });

function Shown({ paper, inspection }: { paper: Paper; inspection: Inspection | undefined }) {
  const { turn, authorPost } = useTurn(paper, inspection);
  const [isWriting, setWriting] = useState(false);
  const stop = () => setWriting(false);
  const edits = turn.mayRevise && (isWriting || paper.state === 'returned');
  return (
    <>
      <PageHead
        title={paper.matter}
        crumbs={[
          ['底稿', '/papers'],
          [inspection?.designation ?? '本次巡察', `/inspections/${paper.inspectionId}`],
        ]}
        after={<StateTag of="WorkingPaperState" value={paper.state} />}
      >
        <DocumentButton query="paperDocument" input={{ paperId: paper.id }} name="打印底稿" />
        <Actions
          paper={paper}
          turn={turn}
          edits={edits}
          write={() => setWriting(true)}
          inspection={inspection}
        />
      </PageHead>
      <SignatureBoxes paper={paper} authorPost={authorPost} />
      <div className="next-step">
        <span>
          {paper.state !== 'leaderSigned' && <strong>下一步：</strong>}
          {turn.waitsFor}。{turn.why}
        </span>
        <NextPaper paper={paper} turn={turn} />
      </div>
      {paper.state === 'returned' && paper.opinion && (
        <Part title="退回意见">
          <p className="prose">{paper.opinion}</p>
        </Part>
      )}
      <div className="columns">
        <div>
          {edits ? (
            <Revision paper={paper} {...(isWriting ? { cancel: stop } : {})} done={stop} />
          ) : (
            <Reading paper={paper} />
          )}
        </div>
        <Around paper={paper} />
      </div>
    </>
  );
}

interface RevisionProps {
  readonly paper: Paper;
  readonly cancel?: () => void;
  readonly done: () => void;
}

function Revision({ paper, cancel, done }: RevisionProps) {
  const { message } = App.useApp();
  return (
    <PaperEditor
      command="revisePaper"
      given={{ paperId: paper.id }}
      initial={contentsOf(paper)}
      seen={paper.version}
      refresh={async () => {
        const now = await ask('readPaper', { paperId: paper.id });
        return { version: now.version, values: contentsOf(now) };
      }}
      submit="改好，重新送审"
      {...(cancel ? { onCancel: cancel } : {})}
      onDone={() => {
        done();
        message.success('已改好，重新送审');
      }}
    />
  );
}

function useTurn(paper: Paper, inspection: Inspection | undefined) {
  const who = useWho();
  const { roles } = useRights();
  const postOf = (accountId: string) =>
    inspection?.members.find((member) => (member.accountId as string) === accountId)?.role as
      | Post
      | undefined;
  const accountId = who?.accountId ?? '';
  const post = postOf(accountId) ?? (roles.includes('office') ? 'office' : undefined);
  const authorPost = postOf(paper.authorId);
  return { authorPost, turn: turnOf(paper, authorPost, { accountId, post }) };
}

interface ActionsProps {
  readonly paper: Paper;
  readonly turn: Turn;
  readonly edits: boolean;
  readonly write: () => void;
  readonly inspection: Inspection | undefined;
}

function Actions({ paper, turn, edits, write, inspection }: ActionsProps) {
  const { may } = useRights();
  const common = { given: { paperId: paper.id }, seen: paper.version };
  const stay = () => undefined;
  const isSigned = paper.state === 'leaderSigned' && may(callOf('confirmFinding').permission);
  return (
    <>
      {turn.mayRevise && !edits && <Button onClick={write}>修改底稿</Button>}
      {turn.mayReturn && <CommandButton {...common} command="returnPaper" onDone={stay} />}
      {turn.mayReview && <CommandButton {...common} command="reviewPaper" primary onDone={stay} />}
      {turn.maySign && <CommandButton {...common} command="signPaper" primary onDone={stay} />}
      {isSigned &&
        inspection &&
        (isOpenTo('confirmFinding', inspection.state) ? (
          <CommandButton
            command="confirmFinding"
            primary
            given={{ inspectionId: paper.inspectionId }}
            beside={{ inspectionId: paper.inspectionId }}
            initial={{ paperIds: [paper.id], title: paper.matter, description: paper.content }}
          />
        ) : (
          <span className="second">{whyClosed('confirmFinding', inspection.state)}</span>
        ))}
    </>
  );
}
