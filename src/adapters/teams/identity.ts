/** Who the bot is, whom it listens to and where it may call: tenant, channel and service hosts, checked on every turn. */
import { CallerError } from '../../kernel/errors';
import type { Activity } from './activity';
import { isLoopback, matches } from './hosts';

export interface IdentitySettings {
  /** Without it the bot is anonymous: nothing is authenticated and only loopback services are called. */
  readonly appId?: string;
  readonly password?: string;
  readonly tenantId?: string;
  readonly appType?: 'SingleTenant' | 'UserAssignedMsi';
  /** Hosts besides Microsoft's, `name` or `*.suffix`; only loopback ones may be plain http. */
  readonly serviceHosts?: readonly string[];
  /** Replaces Microsoft's login and keys by others, for tests over loopback. All of it or nothing. */
  readonly substitute?: {
    readonly metadataUrl: string;
    readonly tokenIssuer: string;
    readonly oauthScope: string;
    readonly loginUrl: string;
    readonly oauthUrl: string;
    /** What outgoing calls carry as `Authorization`. */
    readonly authorization: string;
  };
}

export interface Identity {
  readonly settings: IdentitySettings;
  readonly anonymous: boolean;
  /** Whether the bot, and with it its token, may go to this service. */
  serves(serviceUrl: string): boolean;
  /** Throws CallerError `unknown-service`, `unknown-channel` or `wrong-tenant` for an activity that is none of ours. */
  check(activity: Activity): void;
}

/** Hosts of the public cloud's connector. */
const MICROSOFT: readonly string[] = ['smba.trafficmanager.net', '*.botframework.com'];

/** Throws an Error that says what to set when the settings do not fit together. */
export function createIdentity(settings: IdentitySettings): Identity {
  const { appId, tenantId } = settings;
  const anonymous = !appId;
  if (!anonymous && !tenantId) throw new Error('With an app id the tenant id must be set too.');
  if (!anonymous && settings.appType !== 'UserAssignedMsi' && !settings.password && !settings.substitute) {
    throw new Error('With an app id of the type SingleTenant the password must be set too.');
  }
  const hosts = [...MICROSOFT, ...(settings.serviceHosts ?? [])];

  function serves(serviceUrl: string): boolean {
    if (!URL.canParse(serviceUrl)) return false;
    const url = new URL(serviceUrl);
    if (url.username || url.password || url.search || url.hash) return false;
    if (anonymous) return isLoopback(url.hostname) && /^https?:$/.test(url.protocol);
    if (!hosts.some((host) => matches(url.hostname, host))) return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  }

  function check(activity: Activity): void {
    if (!serves(activity.serviceUrl))
      throw new CallerError('unknown-service', 'The service URL is not known.');
    if (anonymous) return;
    // Other channels are authenticated by other rules of the SDK; this bot has one door.
    if (activity.channelId !== 'msteams')
      throw new CallerError('unknown-channel', 'The channel is not Teams.');
    const tenants = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter((id) => !!id);
    if (tenants.length === 0 || tenants.some((id) => id?.toLowerCase() !== tenantId?.toLowerCase())) {
      throw new CallerError('wrong-tenant', 'The activity belongs to another tenant.');
    }
  }

  return { settings, anonymous, serves, check };
}
