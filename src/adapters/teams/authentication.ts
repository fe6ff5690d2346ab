/** The SDK's token checks, narrowed to one door, with the clients it would build on every turn built once. */
import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Activity,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationError,
  ClaimsIdentity,
  type AuthenticateRequestResult,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { CallerError, OutsideError } from '../../kernel/errors';
import { cachedConnectors } from './connectors';
import type { Identity, IdentitySettings } from './identity';

const ISSUER = 'https://api.botframework.com';
/** A client is made for a service; the token is the same for all of them. */
const CONNECTOR = 'https://smba.trafficmanager.net/';

/** What the SDK's adapter asks; `authenticateRequest` throws CallerError `unauthenticated` or OutsideError `no-keys`. */
export class TurnAuthentication extends ConfigurationBotFrameworkAuthentication {
  private tokens: Promise<UserTokenClient> | undefined;

  constructor(
    identity: Identity,
    /** Clients for outgoing calls; the turn itself makes none. */
    private readonly connectors: ConnectorFactory,
  ) {
    const { settings } = identity;
    super(
      sdkOptions(settings),
      credentialsOf(settings),
      new AuthenticationConfiguration([], onlyTheChannel(settings)),
    );
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    try {
      const result = await super.authenticateRequest(activity, header);
      return { ...result, connectorFactory: this.connectors };
    } catch (error) {
      if (isOutage(error))
        throw new OutsideError('no-keys', 'The keys of the channel cannot be read.', { cause: error });
      throw new CallerError('unauthenticated', 'The token is missing or not valid.');
    }
  }

  override createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
    return (this.tokens ??= super.createUserTokenClient(claims));
  }
}

/** Builds clients that sign with the bot's own token, whoever's turn it is. */
export function connectorsOf(identity: Identity): ConnectorFactory {
  const { settings } = identity;
  const sdk = new ConfigurationBotFrameworkAuthentication(sdkOptions(settings), credentialsOf(settings));
  return sdk.createConnectorFactory(
    new ClaimsIdentity(settings.appId ? [{ type: 'aud', value: settings.appId }] : []),
  );
}

/** The bot's own `Authorization`, for what is fetched beside the connector; rejects when it cannot be had. */
export function authoriseAs(identity: Identity): () => Promise<string> {
  const connectors = cachedConnectors(connectorsOf(identity));
  return async () => {
    const { credentials } = await connectors.create(CONNECTOR);
    const headers = new Map<string, string>();
    await credentials.signRequest({
      headers: { set: (name: string, value: string) => void headers.set(name.toLowerCase(), value) },
    } as never);
    const authorization = headers.get('authorization');
    if (authorization === undefined) throw new OutsideError('sign-in', 'The bot has no token of its own.');
    return authorization;
  };
}

export function sdkOptions(settings: IdentitySettings): ConfigurationBotFrameworkAuthenticationOptions {
  const { appId, password, tenantId, appType = 'SingleTenant', substitute } = settings;
  if (!appId) return {};
  return {
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    ...(tenantId ? { MicrosoftAppTenantId: tenantId } : {}),
    ...(password ? { MicrosoftAppPassword: password } : {}),
    ...(substitute
      ? {
          ValidateAuthority: true,
          ToBotFromChannelOpenIdMetadataUrl: substitute.metadataUrl,
          ToBotFromEmulatorOpenIdMetadataUrl: substitute.metadataUrl,
          ToBotFromChannelTokenIssuer: substitute.tokenIssuer,
          ToChannelFromBotOAuthScope: substitute.oauthScope,
          ToChannelFromBotLoginUrl: substitute.loginUrl,
          OAuthUrl: substitute.oauthUrl,
        }
      : {}),
  };
}

export function credentialsOf(settings: IdentitySettings): ServiceClientCredentialsFactory {
  const { appId, substitute } = settings;
  if (!substitute) return new ConfigurationServiceClientCredentialFactory({ ...sdkOptions(settings) });
  return {
    isValidAppId: (id) => Promise.resolve(id === appId),
    isAuthenticationDisabled: () => Promise.resolve(false),
    createCredentials: () =>
      Promise.resolve({
        signRequest: (request) => {
          request.headers.set('Authorization', substitute.authorization);
          return Promise.resolve(request);
        },
      }),
  };
}

/** The SDK also lets in tokens of the emulator and of other bots, without comparing the service URL. */
function onlyTheChannel(settings: IdentitySettings): AuthenticationConfiguration['validateClaims'] {
  const issuer = settings.substitute?.tokenIssuer ?? ISSUER;
  return (claims) => {
    const fits = claims.some(({ type, value }) => type === 'iss' && value === issuer);
    if (fits) return Promise.resolve();
    return Promise.reject(new AuthenticationError('The token is not one of the channel.', 401));
  };
}

/** The SDK throws the same class when keys cannot be fetched, and what its fetch throws when nobody answers. */
function isOutage(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode >= 500;
  return error instanceof Error && error.name === 'FetchError';
}
