/** Lets a few requests in at a time; the others wait, unread, in the order in which they came. */
import type { ServerResponse } from 'node:http';
import { CallerError } from '../../kernel/errors';

export interface Turnstile {
  /**
   * Resolves when there is a place, which is given back when the response is over, however it ends.
   * Rejects with CallerError `left` when whoever waited has gone.
   */
  enter(response: ServerResponse): Promise<void>;
}

export function createTurnstile(places: number): Turnstile {
  let taken = 0;
  const waiting = new Set<() => void>();

  function letIn(): void {
    const [next] = waiting;
    if (next === undefined || taken >= places) return;
    waiting.delete(next);
    taken += 1;
    next();
  }

  return {
    enter: (response) =>
      new Promise((resolve, reject) => {
        if (response.closed || response.destroyed) {
          reject(new CallerError('left', 'The request was given up.'));
          return;
        }
        waiting.add(resolve);
        response.once('close', () => {
          if (waiting.delete(resolve)) reject(new CallerError('left', 'The request was given up.'));
          else taken -= 1;
          letIn();
        });
        letIn();
      }),
  };
}
