import { ImportRow } from '@xuncha/service-kit';
import { Entity } from 'typeorm';

@Entity('roster_import')
export class RosterImportRow extends ImportRow {}
