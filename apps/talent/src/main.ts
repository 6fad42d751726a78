/** The talent service: who can be called into a team, who was, and what they did there. */
import { configFromEnvironment, startService, type ServiceDefinition } from '@xuncha/service-kit';
import { migrations } from './migrations.js';
import { OrganizationListens } from './organization/organization.listens.js';
import { OrganizationStore, REGISTER, REGISTER_TABLES } from './organization/organization.store.js';

export const talent: ServiceDefinition = {
  name: 'talent',
  migrations,
  rows: [],
  controllers: [OrganizationListens],
  providers: [OrganizationStore],
  projections: { [REGISTER]: REGISTER_TABLES },
};

export const start = () => startService(talent, configFromEnvironment());
