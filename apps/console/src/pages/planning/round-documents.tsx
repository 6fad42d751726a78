/** Official documents of a whole round in one zip, with a list that says what is in it and what could not be written, and why. */
import { FileZipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { sources } from './round-sources.js';
import type { Round } from './round.js';

const RoundZipDialog = lazy(() => import('./round-zip-dialog.js'));

export function RoundDocuments({ round }: { round: Round }) {
  const { may } = useRights();
  const [isOpen, setOpen] = useState(false);
  const offered = sources.filter(({ list, query }) =>
    [list, query].every((one) => may(callOf(one).permission)),
  );
  if (offered.length === 0) return null;
  return (
    <>
      <Button icon={<FileZipOutlined aria-hidden />} onClick={() => setOpen(true)}>
        整轮公文
      </Button>
      <Suspense>
        {isOpen && <RoundZipDialog round={round} offered={offered} close={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
