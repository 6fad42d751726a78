/** Who signs instead of the head, and why: read only when somebody asks for it, since each look is on record. */
import { Button } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import type { Answer } from '../../api/names.js';
import { Problem } from '../../api/problem.js';
import { Part } from '../../kit/part.js';
import { Who } from '../../kit/timeline.js';
import type { Case } from './case-state.js';

export function CaseSigner({ view }: { view: Case }) {
  const [read, setRead] = useState<Answer<'readCaseSigner'>>();
  const [problem, setProblem] = useState<string>();
  const look = () =>
    ask('readCaseSigner', { caseId: view.id }).then(setRead, (error: unknown) =>
      setProblem(error instanceof Problem ? error.detail : String(error)),
    );
  // What was read of another version says nothing of this one.
  const shown = read?.version === view.version ? read : undefined;
  return (
    <Part title="由谁签字" aside={<span className="second">缘由只留在巡察办，查看留痕</span>}>
      {problem && <p role="alert">{problem}</p>}
      {!shown && <Button onClick={() => void look()}>查看签字人和缘由</Button>}
      {shown && (
        <p>
          {shown.signerId ? (
            <>
              指定签字人：
              <Who id={shown.signerId} />
            </>
          ) : (
            '由主要负责人签字'
          )}
          {shown.reason && `。缘由：${shown.reason}`}
        </p>
      )}
    </Part>
  );
}
