/** Counts requests that are not answered yet, so that a stop cuts off none of them. */
import type { FastifyInstance } from 'fastify';

const LOOK_EVERY_MS = 10;

export class Traffic {
  private open = 0;

  constructor(private readonly server: FastifyInstance) {
    server.addHook('onRequest', (_request, reply, done) => {
      this.open++;
      reply.raw.once('close', () => this.open--);
      done();
    });
  }

  /**
   * While the server closes: waits until all are answered, or `limitMs`, and ends the connections that are left. The server would wait
   * for those, too, but never forgets one whose sender was answered before all was sent.
   */
  async end(limitMs: number): Promise<void> {
    const limit = Date.now() + limitMs;
    while ((this.open > 0 || this.server.server.listening) && Date.now() < limit)
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    this.server.server.closeAllConnections();
  }
}
