/** The one call without a token; its answer is one. */
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { signIn } from '@xuncha/contracts';
import type { FastifyRequest } from 'fastify';
import { Services } from '../services.js';

@Controller('api/v1/sign-in')
export class SignInController {
  constructor(private readonly services: Services) {}

  @Post()
  @HttpCode(200)
  signIn(@Req() request: FastifyRequest) {
    return this.services.ask(signIn, request.body as never, request);
  }
}
