/** A department and its program: what it keeps to itself is its private key. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  activateDepartmentClient,
  assertionAudience,
  registerDepartmentClient,
  requestToken,
  type DepartmentScope,
  type In,
  type PublicKey,
} from '@xuncha/contracts';
import { dateIn, newId, parseDate, type Id } from '@xuncha/domain-kit';
import type { Person, ServicesUnderTest } from '@xuncha/testing';
import { calculateJwkThumbprint, SignJWT, type JWTPayload } from 'jose';

export const allScopes: DepartmentScope[] = ['transfer.read', 'transfer.receive', 'clue.read'];

export interface Pair {
  readonly alg: string;
  readonly privateKey: KeyObject;
  readonly jwk: PublicKey;
}
export const pairs = {
  EdDSA: () => pairOf('EdDSA', generateKeyPairSync('ed25519')),
  ES256: () => pairOf('ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' })),
  PS256: (modulusLength = 2048) => pairOf('PS256', generateKeyPairSync('rsa', { modulusLength })),
};
function pairOf(alg: string, { publicKey, privateKey }: Record<'publicKey' | 'privateKey', KeyObject>): Pair {
  return { alg, privateKey, jwk: publicKey.export({ format: 'jwk' }) as PublicKey };
}
export const thumbprintOf = ({ jwk }: Pair) => calculateJwkThumbprint(jwk);

/** What an assertion says, where a test wants it otherwise. */
export interface Said {
  readonly claims?: JWTPayload;
  readonly seconds?: number;
  readonly header?: { readonly alg?: string; readonly kid?: string };
  readonly by?: Pair;
}

export class Department {
  readonly organizationId = newId();
  id!: Id;

  private constructor(
    private readonly system: ServicesUnderTest,
    readonly security: Person,
    readonly pair: Pair,
  ) {}

  /** Known to the site and not let in yet. */
  static async register(
    system: ServicesUnderTest,
    security: Person,
    pair = pairs.EdDSA(),
    more: Partial<In<typeof registerDepartmentClient>> = {},
  ): Promise<Department> {
    const department = new Department(system, security, pair);
    const { organizationId } = department;
    const valid = { from: dateIn(new Date()), until: parseDate('2099-12-31') };
    const told = {
      name: '演示办案系统',
      organizationId,
      scopes: allScopes,
      key: pair.jwk,
      ...valid,
      ...more,
    };
    department.id = (await system.ask(registerDepartmentClient, told, security)).id;
    return department;
  }

  static async connect(...args: Parameters<typeof Department.register>): Promise<Department> {
    const department = await Department.register(...args);
    const target = { clientId: department.id, seen: 1 };
    const thumbprint = await thumbprintOf(department.pair);
    await department.system.ask(activateDepartmentClient, { ...target, thumbprint }, department.security);
    return department;
  }

  async assertion({ claims, seconds = 120, header, by = this.pair }: Said = {}): Promise<string> {
    const { site } = this.security;
    const said = {
      iss: this.id,
      sub: this.id,
      aud: assertionAudience(site),
      jti: newId(),
      exp: Math.floor(Date.now() / 1000) + seconds,
      ...claims,
    };
    return new SignJWT(said).setProtectedHeader({ alg: by.alg, ...header }).sign(by.privateKey);
  }

  async token(said: Said = {}, scope?: string): Promise<Person> {
    const asked = { assertion: await this.assertion(said), ...(scope === undefined ? {} : { scope }) };
    const { token, site } = await this.system.ask(requestToken, asked, null);
    return { account: this.id, site, token };
  }

  async refused(said: Said | string = {}, scope?: string): Promise<string> {
    const assertion = typeof said === 'string' ? said : await this.assertion(said);
    const asked = { assertion, ...(scope === undefined ? {} : { scope }) };
    return (await this.system.refusal(requestToken, asked, null)).code;
  }
}
