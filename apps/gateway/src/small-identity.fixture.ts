/** As much of identity as the gateway asks of it: signing in, tokens for programs, and what a viewer may do, by the kit's own projection. */
import { Controller } from '@nestjs/common';
import { renewSession, requestToken, signIn, viewerAccess, type In, type Role } from '@xuncha/contracts';
import { newId, refuseIf } from '@xuncha/domain-kit';
import { Handles, type Caller, type ServiceDefinition } from '@xuncha/service-kit';

export const PASSWORD = '演示口令-00001';
export const RENEWAL = 'session.secret';
export const GOOD_ASSERTION = 'good.assertion.here';

@Controller()
class SmallIdentity {
  @Handles(signIn)
  signIn({ site, password }: In<typeof signIn>) {
    refuseIf(password !== PASSWORD, 'session.refused');
    const expiresAt = '2099-01-01T00:00:00.000Z';
    return Promise.resolve({
      token: 'a.b.c',
      expiresAt,
      renewal: RENEWAL,
      sessionId: newId(),
      accountId: newId(),
      name: '演示办公室一',
      site,
    });
  }

  @Handles(renewSession)
  renew({ renewal }: In<typeof renewSession>) {
    refuseIf(renewal !== RENEWAL, 'session.invalid');
    return this.signIn({ site: '3303', account: 'demo-office-1', password: PASSWORD });
  }

  @Handles(requestToken)
  token({ assertion, scope }: In<typeof requestToken>) {
    refuseIf(assertion !== GOOD_ASSERTION, 'client.refused');
    const scopes = ['transfer.read'] as const;
    refuseIf(scope !== undefined && scope !== scopes[0], 'client.scope-refused', { registered: scopes });
    return Promise.resolve({ token: 'a.b.c', seconds: 600, scopes: [...scopes], site: '3303' });
  }

  @Handles(viewerAccess)
  access(_input: In<typeof viewerAccess>, viewer: Caller) {
    const grants = viewer.access.grants.map((grant) => ({ ...grant, role: grant.role as Role }));
    return Promise.resolve({ grants, recused: [...viewer.access.recused] });
  }
}

export const smallIdentity: ServiceDefinition = {
  name: 'identity',
  migrations: [],
  rows: [],
  controllers: [SmallIdentity],
};
