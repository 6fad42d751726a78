import { Controller } from '@nestjs/common';
import { listTokenRequests, requestToken, type In } from '@xuncha/contracts';
import { dateIn, DomainError, refuse, refuseUnless } from '@xuncha/domain-kit';
import { Handles, Tokens, type Caller } from '@xuncha/service-kit';
import { isInForce, narrowed } from '../department-client/department-client.js';
import type { DepartmentClientRow } from '../department-client/department-client.row.js';
import { DepartmentClientStore } from '../department-client/department-client.store.js';
import { claimedClient, verifyAssertion } from './assertion.js';
import { TokenRequestStore } from './token-request.store.js';

const TOKEN_S = 600;

@Controller()
export class TokenRequestQueries {
  constructor(
    private readonly requests: TokenRequestStore,
    private readonly clients: DepartmentClientStore,
    private readonly tokens: Tokens,
  ) {}

  @Handles(requestToken)
  async token(input: In<typeof requestToken>, nobody: Caller) {
    const client = await this.claimed(input, nobody);
    try {
      return await this.issue(client, input, nobody);
    } catch (error) {
      if (error instanceof DomainError) await this.requests.refuse(nobody, client, error.code);
      throw error;
    }
  }

  @Handles(listTokenRequests)
  async list({ cursor, limit, ...where }: In<typeof listTokenRequests>, viewer: Caller) {
    const page = await this.requests.page(viewer, { where, descending: true, cursor, limit });
    const items = page.items.map(({ assertion: _, at, scopes, ...request }) => ({
      ...request,
      scopes: [...scopes],
      at: at.toISOString(),
    }));
    return { items, next: page.next };
  }

  /** A client that does not exist, and one that is named beside another's assertion, are refused like a wrong signature. */
  private async claimed(
    { assertion, clientId }: In<typeof requestToken>,
    nobody: Caller,
  ): Promise<DepartmentClientRow> {
    const id = claimedClient(assertion);
    const isSame = id !== undefined && (clientId === undefined || clientId === id);
    const client = isSame ? await this.clients.claimed(nobody, id) : null;
    return client ?? refuse('client.refused');
  }

  private async issue(client: DepartmentClientRow, input: In<typeof requestToken>, nobody: Caller) {
    const { id: sub, site } = client;
    const assertion = await verifyAssertion(input.assertion, client, nobody.now);
    refuseUnless(isInForce(client, dateIn(nobody.now)), 'client.not-active');
    const scopes = [...narrowed(client, input.scope)];
    await this.requests.accept(nobody, client, { assertion, scopes });
    const exp = Math.floor(nobody.now.getTime() / 1000) + TOKEN_S;
    return { token: this.tokens.sign({ sub, site, exp, scopes }), seconds: TOKEN_S, scopes, site };
  }
}
