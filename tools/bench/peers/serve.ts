/** What the peers share: an HTTP server on this machine that hands parsed activities to an SDK's adapter. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Request, Response } from 'botbuilder';

type Process = (request: Request, response: Response) => Promise<void>;

/** Listens on `PORT`; the shims are what the SDK asks of express, and nothing more. */
export function serve(answer: Process): void {
  const server = createServer((message, response) => {
    handle(message, response, answer).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      response.statusCode = 500;
      response.end();
    });
  });
  server.listen(Number(process.env['PORT']), '127.0.0.1');
}

async function handle(message: IncomingMessage, response: ServerResponse, answer: Process): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
  await answer({ body, headers: message.headers, method: 'POST' }, shim(response));
}

function shim(response: ServerResponse): Response {
  return {
    socket: response.socket,
    header: (name: string, value: string) => response.setHeader(name, value),
    status: (code: number) => {
      response.statusCode = code;
      return response;
    },
    send(body: unknown) {
      if (body === undefined) return response.end();
      response.setHeader('content-type', 'application/json; charset=utf-8');
      return response.end(JSON.stringify(body));
    },
    end: () => response.end(),
  };
}

/** A card as small as a click's answer can be. */
export const CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Done', wrap: true }],
};
