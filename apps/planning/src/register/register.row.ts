import { ImportRow } from '@xuncha/service-kit';
import { Entity } from 'typeorm';

@Entity('register_import')
export class RegisterImportRow extends ImportRow {}
