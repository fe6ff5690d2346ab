/** Stopping without losing an answer: what is being answered is finished, everything else is cut. */
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * The framework's own close waits for every open connection, also an idle or half-arrived one.
 * Call before the server listens; the function it returns resolves when nothing is open any more.
 */
export function gracefulClose(app: FastifyInstance): () => Promise<void> {
  const inFlight = new Set<FastifyRequest>();
  let closing = false;
  const cutWhenDone = (): void => {
    if (closing && inFlight.size === 0) app.server.closeAllConnections();
  };
  app.addHook('preHandler', (request, _reply, done) => {
    inFlight.add(request);
    done();
  });
  app.addHook('onResponse', (request, _reply, done) => {
    inFlight.delete(request);
    cutWhenDone();
    done();
  });
  return async () => {
    closing = true;
    const closed = app.close();
    cutWhenDone();
    await closed;
  };
}
