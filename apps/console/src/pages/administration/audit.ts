/** Who did what and who looked at what, service by service: nothing of what was written or read. */
import type { Item, ListName, QueryName } from '../../api/names.js';

export interface AuditedService {
  /** As contracts name it. */
  readonly name: string;
  readonly record: RecordQuery;
  readonly checkpoints: CheckpointQuery;
  /** Absent where nothing restricted is kept. */
  readonly looks?: LookQuery;
}
export type RecordQuery = Extract<ListName, `read${string}Record`>;
export type CheckpointQuery = Extract<QueryName, `list${string}Checkpoints`>;
export type LookQuery =
  | 'listIdentityLooks'
  | 'listLooks'
  | 'listPlanningLooks'
  | 'listTalentLooks'
  | 'listRectificationLooks'
  | 'listClueLooks';
/** The same of every service. */
export type Entry = Item<'readIdentityRecord'>;
export type Look = Item<'listIdentityLooks'>;

export const audited: readonly AuditedService[] = [
  {
    name: 'identity',
    record: 'readIdentityRecord',
    checkpoints: 'listIdentityCheckpoints',
    looks: 'listIdentityLooks',
  },
  {
    name: 'planning',
    record: 'readPlanningRecord',
    checkpoints: 'listPlanningCheckpoints',
    looks: 'listPlanningLooks',
  },
  {
    name: 'talent',
    record: 'readTalentRecord',
    checkpoints: 'listTalentCheckpoints',
    looks: 'listTalentLooks',
  },
  { name: 'onsite', record: 'readOnsiteRecord', checkpoints: 'listOnsiteCheckpoints', looks: 'listLooks' },
  { name: 'clues', record: 'readCluesRecord', checkpoints: 'listCluesCheckpoints', looks: 'listClueLooks' },
  {
    name: 'rectification',
    record: 'readRectificationRecord',
    checkpoints: 'listRectificationCheckpoints',
    looks: 'listRectificationLooks',
  },
  { name: 'linkage', record: 'readLinkageRecord', checkpoints: 'listLinkageCheckpoints' },
  { name: 'insight', record: 'readInsightRecord', checkpoints: 'listInsightCheckpoints' },
];
