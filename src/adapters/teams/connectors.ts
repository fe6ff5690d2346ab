/** The SDK's clients for outgoing calls: one per service, without the SDK's own retries and redirects. */
import type { ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { BugError, OutsideError } from '../../kernel/errors';

/** A failed POST may have been posted, and a redirect may lead out of the allow-list: neither is for a library to decide. */
const UNWANTED = ['defaultRetryPolicy', 'redirectPolicy'];

/** Services differ by region and tenant: a handful. */
const MOST = 64;

/** `create` throws BugError `sdk-changed` when a client cannot be kept from retrying. */
export function cachedConnectors(factory: ConnectorFactory): ConnectorFactory {
  const clients = new Map<string, Promise<ConnectorClient>>();

  function create(serviceUrl: string): Promise<ConnectorClient> {
    const known = clients.get(serviceUrl);
    if (known) return known;
    if (clients.size >= MOST) clients.clear();
    const client = factory.create(serviceUrl).then(withoutRetries).then(withNamedSignInErrors);
    clients.set(serviceUrl, client);
    client.catch(() => clients.delete(serviceUrl));
    return client;
  }

  return { create };
}

/** What the SDK keeps private, and has no setting for. */
interface SdkClient {
  readonly pipeline: { removePolicy(which: { readonly name: string }): readonly unknown[] };
}

function withoutRetries(connector: ConnectorClient): ConnectorClient {
  const { pipeline } = connector['client'] as SdkClient;
  for (const name of UNWANTED) {
    if (pipeline.removePolicy({ name }).length === 0)
      throw new BugError('sdk-changed', `The SDK has no ${name}.`);
  }
  return connector;
}

/** What fails before a call is made must not look like a call that failed. */
function withNamedSignInErrors(connector: ConnectorClient): ConnectorClient {
  const { credentials } = connector;
  connector.credentials = {
    signRequest: async (request) => {
      try {
        return await credentials.signRequest(request);
      } catch (error) {
        throw new OutsideError('sign-in', 'The bot cannot get its own token.', { cause: error });
      }
    },
  };
  return connector;
}
