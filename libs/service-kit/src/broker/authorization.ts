/** The users of an installation as nats-server wants them in its configuration: public keys and permissions, no secret. */
import { publicKeyOf } from './identity.js';
import { brokerUsers, type Permissions } from './permissions.js';

/** An answer may take as long as the longest question, a proof of every row. */
const ANSWERS = { max: 1, expires: '15m' };

export interface BrokerUser {
  readonly nkey: string;
  readonly permissions: object;
}

/** Keys are made in the folder for users that have none. */
export function brokerAuthorization(prefix: string, keyFolder: string): BrokerUser[] {
  return [...brokerUsers(prefix)].map(([user, may]) => ({
    nkey: publicKeyOf(keyFolder, user),
    permissions: asConfigured(may),
  }));
}

function asConfigured({ publish, subscribe, answers }: Permissions): object {
  return {
    publish: { allow: publish },
    subscribe: { allow: subscribe },
    ...(answers ? { allow_responses: ANSWERS } : {}),
  };
}
