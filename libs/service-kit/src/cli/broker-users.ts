/**
 * `npm run broker-users`: prints the users of this installation for the configuration of a nats-server that is not started by
 * `npm run up`, and makes the keys of those that have none.
 */
import { brokerAuthorization } from '../broker/authorization.js';
import { configFromEnvironment } from '../config.js';

const { prefix, keyFolder } = configFromEnvironment();
const users = brokerAuthorization(prefix, keyFolder);
console.log(`authorization: ${JSON.stringify({ users }, undefined, 2)}`);
