/** Writes down every message that reached somebody's chat, as it was when it came. */
import type { ConnectorRequest, FakeConnector, Misfortune } from '../support/fake-connector';
import { wordsOf } from '../support/house';

export interface Posted {
  readonly conversation: string;
  /** What the notification says. */
  readonly summary: string | undefined;
  readonly words: string;
}

/** `fate` decides what becomes of a request; the connector must have no other judge. */
export function watch(
  connector: FakeConnector,
  fate: (request: ConnectorRequest) => Misfortune | undefined = () => undefined,
): readonly Posted[] {
  const posted: Posted[] = [];
  connector.fail((request) => {
    const misfortune = fate(request);
    const lost =
      misfortune?.drop === 'before' || misfortune?.hang === true || misfortune?.status !== undefined;
    if (request.kind === 'post' && !lost) {
      const { conversation, body } = request;
      posted.push({
        conversation,
        summary: body['summary'] as string | undefined,
        words: wordsOf(body['attachments']),
      });
    }
    return misfortune;
  });
  return posted;
}
