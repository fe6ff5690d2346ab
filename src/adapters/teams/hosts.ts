/** Where pictures that come with messages may lie, in one table: anything else is not fetched. */

/** Teams' own, which ask for the bot's token; `name`, or `*.suffix` for what stands below it. */
const WITH_TOKEN = [
  // The connector: "https://smba.trafficmanager.net/<region>/v3/attachments/<id>/views/original". Anybody may have
  // another name below trafficmanager.net.
  'smba.trafficmanager.net',
  '*.botframework.com',
  'botapi.skype.com',
  '*.asm.skype.com',
  'teams.microsoft.com',
  '*.asyncgw.teams.microsoft.com',
];

/** SharePoint's and OneDrive's, by addresses that are signed already: anybody may have a name here, so no token. */
const WITHOUT_TOKEN = ['*.sharepoint.com', '*.svc.ms'];

/** How to fetch from a host. */
export type Access = 'with-token' | 'without-token';

/** Undefined for a host that is none of these. `hostname` as `URL` writes it: lower case, punycode. */
export function accessOf(hostname: string): Access | undefined {
  if (WITH_TOKEN.some((host) => matches(hostname, host))) return 'with-token';
  return WITHOUT_TOKEN.some((host) => matches(hostname, host)) ? 'without-token' : undefined;
}

export function matches(hostname: string, host: string): boolean {
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
