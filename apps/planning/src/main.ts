/** The planning service: register, terms, rounds, assignments, hearings, coverage. */
import { configFromEnvironment, startService, type ServiceDefinition } from '@xuncha/service-kit';
import { migrations } from './migrations.js';
import { OrganizationCommands } from './organization/organization.commands.js';
import { OrganizationQueries } from './organization/organization.queries.js';
import { OrganizationRow } from './organization/organization.row.js';
import { OrganizationStore } from './organization/organization.store.js';

export const planning: ServiceDefinition = {
  name: 'planning',
  migrations,
  rows: [OrganizationRow],
  controllers: [OrganizationCommands, OrganizationQueries],
  providers: [OrganizationStore],
};

export const start = () => startService(planning, configFromEnvironment());
