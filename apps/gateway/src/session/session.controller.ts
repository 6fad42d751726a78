/**
 * The calls without a token, and signing out. A browser keeps its renewal secret in a cookie that no script reads and no other site
 * sends along; the header that asks for it is one that no form can set. It authorizes nothing but the renewal itself.
 */
import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  beginSecondFactor,
  finishSecondFactor,
  renewSession,
  setUpAccount,
  signIn,
  signOut,
  type Out,
} from '@xuncha/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Services } from '../services.js';
import { clearedCookie, renewalCookie, renewalIn, wantsCookie } from './renewal-cookie.js';

@Controller('api/v1')
export class SessionController {
  constructor(private readonly services: Services) {}

  @Post('sign-in')
  @HttpCode(200)
  async signIn(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return handedOut(await this.services.ask(signIn, request.body as never, request), request, reply);
  }

  @Post('session/renew')
  @HttpCode(200)
  async renew(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const renewal = wantsCookie(request) ? renewalIn(request) : undefined;
    const input = renewal === undefined ? (request.body as never) : { renewal };
    return handedOut(await this.services.ask(renewSession, input, request), request, reply);
  }

  @Post('session/sign-out')
  @HttpCode(200)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const receipt = await this.services.ask(signOut, {}, request);
    void reply.header('set-cookie', clearedCookie(request));
    return receipt;
  }

  @Post('session/set-up')
  @HttpCode(200)
  setUp(@Req() request: FastifyRequest) {
    return this.services.ask(setUpAccount, request.body as never, request);
  }

  @Post('session/second-factor/begin')
  @HttpCode(200)
  beginSecondFactor(@Req() request: FastifyRequest) {
    return this.services.ask(beginSecondFactor, request.body as never, request);
  }

  @Post('session/second-factor/finish')
  @HttpCode(200)
  finishSecondFactor(@Req() request: FastifyRequest) {
    return this.services.ask(finishSecondFactor, request.body as never, request);
  }
}

/** The secret stands in the cookie or in the answer, never in both. */
function handedOut(session: Out<typeof signIn>, request: FastifyRequest, reply: FastifyReply) {
  const { renewal, ...shown } = session;
  if (!wantsCookie(request) || renewal === undefined) return session;
  void reply.header('set-cookie', renewalCookie(renewal, request));
  return shown;
}
