/** The program of another organ that connects by itself, with a key of its own: whom it acts for, what it may do, and until when. */
import {
  decide,
  departmentClientActivated,
  departmentClientEnded,
  departmentClientKeyAdded,
  departmentClientKeyRetired,
  departmentClientRegistered,
  departmentClientResumed,
  departmentClientSuspended,
  type ClientKey,
  type Decision,
  type DepartmentScope,
} from '@xuncha/contracts';
import {
  defineFlow,
  refuseIf,
  refuseUnless,
  step,
  type ActionOf,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';

export const flow = defineFlow({
  aggregate: 'identity.departmentClient',
  initial: 'registered',
  states: {
    registered: { activate: 'active', end: 'ended' },
    active: { addKey: 'active', retireKey: 'active', suspend: 'suspended', end: 'ended' },
    suspended: { addKey: 'suspended', retireKey: 'suspended', resume: 'active', end: 'ended' },
    ended: {},
  },
});

/** While one key takes over from another, both are good. */
const MOST_KEYS = 2;

export interface DepartmentClient {
  readonly id: Id;
  readonly name: string;
  /** The organ it acts for. */
  readonly organizationId: Id;
  readonly scopes: readonly DepartmentScope[];
  readonly keys: readonly ClientKey[];
  readonly from: BusinessDate;
  /** The last day. */
  readonly until: BusinessDate;
  readonly state: StateOf<typeof flow>;
}
type Told = Pick<DepartmentClient, 'name' | 'organizationId' | 'scopes' | 'from' | 'until'>;

export function register(id: Id, told: Told, key: ClientKey): Decision<DepartmentClient> {
  refuseIf(told.until < told.from, 'departmentClient.ends-before-it-begins');
  const scopes = [...new Set(told.scopes)];
  const { organizationId } = told;
  const fact = departmentClientRegistered({ clientId: id, organizationId, scopes, key });
  return decide({ id, ...told, scopes, keys: [key], state: flow.initial }, fact);
}

/** `thumbprint` is what the organ said of its key by another way than the key came, so that nobody can have put theirs in its place. */
export function activate(client: DepartmentClient, thumbprint: string): Decision<DepartmentClient> {
  const after = moved(client, 'activate');
  refuseUnlessSame(client.keys[0]!, thumbprint);
  return decide(after, departmentClientActivated({ clientId: client.id }));
}

export function suspend(client: DepartmentClient): Decision<DepartmentClient> {
  return decide(moved(client, 'suspend'), departmentClientSuspended({ clientId: client.id }));
}

export function resume(client: DepartmentClient): Decision<DepartmentClient> {
  return decide(moved(client, 'resume'), departmentClientResumed({ clientId: client.id }));
}

export function end(client: DepartmentClient): Decision<DepartmentClient> {
  return decide(moved(client, 'end'), departmentClientEnded({ clientId: client.id }));
}

export function addKey(
  client: DepartmentClient,
  key: ClientKey,
  thumbprint: string,
): Decision<DepartmentClient> {
  const after = moved(client, 'addKey');
  refuseIf(client.keys.length >= MOST_KEYS, 'departmentClient.enough-keys', { most: MOST_KEYS });
  refuseIf(has(client, key.kid), 'departmentClient.key-known');
  refuseUnlessSame(key, thumbprint);
  const fact = departmentClientKeyAdded({ clientId: client.id, key });
  return decide({ ...after, keys: [...client.keys, key] }, fact);
}

export function retireKey(client: DepartmentClient, kid: string): Decision<DepartmentClient> {
  const after = moved(client, 'retireKey');
  refuseUnless(has(client, kid), 'departmentClient.key-unknown');
  const keys = client.keys.filter((key) => key.kid !== kid);
  refuseIf(keys.length === 0, 'departmentClient.last-key');
  return decide({ ...after, keys }, departmentClientKeyRetired({ clientId: client.id, kid }));
}

/** Whether it may have a token on that day. */
export function isInForce({ state, from, until }: DepartmentClient, on: BusinessDate): boolean {
  return state === 'active' && from <= on && on <= until;
}

/** All it has where it asks for none; refuses what it does not have (RFC 6749, 3.3). */
export function narrowed(client: DepartmentClient, asked: string | undefined): readonly DepartmentScope[] {
  if (asked === undefined) return client.scopes;
  const wanted = new Set(asked.split(' '));
  const scopes = client.scopes.filter((scope) => wanted.has(scope));
  refuseIf(scopes.length < wanted.size, 'client.scope-refused', { registered: client.scopes });
  return scopes;
}

function moved(client: DepartmentClient, action: ActionOf<typeof flow>): DepartmentClient {
  return { ...client, state: step(flow, client.state, action) };
}

function has({ keys }: DepartmentClient, kid: string): boolean {
  return keys.some((key) => key.kid === kid);
}

function refuseUnlessSame(key: ClientKey, thumbprint: string): void {
  refuseUnless(key.kid === thumbprint, 'departmentClient.thumbprint-differs');
}
