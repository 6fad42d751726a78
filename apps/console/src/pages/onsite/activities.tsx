/** The day book of work on site: its list, a record of it, and the way to write today. */
import { Button } from 'antd';
import { useState } from 'react';
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import type { Ledger } from '../../kit/ledger.js';
import { Part } from '../../kit/part.js';
import type { RecordSpec } from '../../kit/record.js';
import { DayBook } from './day-book.js';
import { Looks } from '../../kit/looks.js';
import { NameOf } from './name-of.js';
import { useWholeList } from './whole-list.js';
import { Select } from '../../kit/select.js';

export const activities: Ledger<'listActivities'> = {
  query: 'listActivities',
  title: '现场日志',
  says: '每一次谈话、走访、查看记一条，按种类计数；当天的一次写完。',
  columns: [
    { field: 'title', width: 300 },
    'kind',
    { field: 'organizationId', width: 200 },
    'doneOn',
    'recordedBy',
    { field: 'roundId', spare: true },
  ],
  filters: ['kind', 'organizationId', 'inspectionId', 'roundId'],
  to: ({ id }) => `/activities/${id}`,
  above: () => <WriteToday />,
  empty: '还没有日志',
};

export const activity: RecordSpec<'readActivity'> = {
  query: 'readActivity',
  history: 'historyOfActivity',
  id: 'activityId',
  ledger: ['现场日志', '/activities'],
  title: ({ title }) => title,
  facts: ['kind', 'doneOn', 'organizationId', 'recordedBy', 'inspectionId', 'roundId'],
  texts: ['notes'],
  documents: [{ query: 'interviewRecord', name: '谈话记录', when: ({ kind }) => kind === 'interview' }],
  below: ({ id }) => <Looks query="listActivityLooks" input={{ activityId: id }} />,
};

/** For whoever is on site now: the book of their inspection, opened at today. */
function WriteToday() {
  const { may } = useRights();
  const mayRecord = may(callOf('recordActivities').permission);
  const entered = useWholeList('listInspections', { state: 'entered' }, { when: mayRecord });
  const investigating = useWholeList('listInspections', { state: 'investigating' }, { when: mayRecord });
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const onSite = [...(entered.data ?? []), ...(investigating.data ?? [])];
  const now = onSite.find(({ id }) => id === chosen) ?? onSite[0];
  if (!mayRecord || !now) return null;
  const options = onSite.map(({ id, organizationId, designation }) => ({
    value: id as string,
    label: (
      <>
        <NameOf kind="organization" id={organizationId} /> · {designation}
      </>
    ),
  }));
  if (!isOpen)
    return (
      <div className="next-step">
        <Button type="primary" onClick={() => setOpen(true)}>
          写今天的日志
        </Button>
        <span>您所在的组正在现场。</span>
      </div>
    );
  return (
    <Part title="写日志" aside={<Button onClick={() => setOpen(false)}>收起</Button>}>
      <div className="field">
        <label htmlFor="day-book-inspection">巡察</label>
        <Select
          id="day-book-inspection"
          style={{ width: '100%' }}
          value={now.id as string}
          options={options}
          onChange={setChosen}
        />
      </div>
      <DayBook inspectionId={now.id} />
    </Part>
  );
}
