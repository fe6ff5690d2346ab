/** A request that has not arrived whole in time is cut, so that nobody holds a connection by sending slowly. */
import type { FastifyInstance } from 'fastify';

/** `patience`: milliseconds a request of this route may take to arrive. */
export function cutLateArrivals(app: FastifyInstance, patience: (route: string | undefined) => number): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { raw } = request;
    const timer = setTimeout(() => {
      if (!raw.complete) raw.socket.destroy();
    }, patience(request.routeOptions.url));
    timer.unref();
    reply.raw.once('close', () => clearTimeout(timer));
    done();
  });
}
