/** Whatever is thrown on the way to an answer, in a controller, a contract's route or Fastify itself, is answered as a problem. */
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { problemFor, refusalIn, type Problem } from './answer.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const { status, headers, body } = this.explain(error, request);
    // Fastify would hang up on whoever is still sending what is too large, and they would not hear why; the rest is read and dropped.
    reply.removeHeader('connection');
    void reply
      .status(status)
      .headers({ ...headers, 'x-request-id': request.id })
      .send(body);
  }

  /** What is to be answered; what nobody foresaw goes into the log. */
  explain(error: unknown, request: FastifyRequest): Problem {
    const asked = { method: request.method, path: request.url.split('?')[0]!, correlation: request.id };
    if (!refusalIn(error, asked))
      this.log.error(
        { err: error, correlation: request.id, route: request.routeOptions?.url },
        'request failed',
      );
    return problemFor(error, asked);
  }
}
