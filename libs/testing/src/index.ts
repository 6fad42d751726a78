export { eventually } from './eventually.js';
export { Publisher, type Happened } from './publisher.js';
export {
  ServicesUnderTest,
  startServices,
  type Limits,
  type Person,
  type Refused,
} from './services-under-test.js';
