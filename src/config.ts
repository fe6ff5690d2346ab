/** Settings: the environment becomes one frozen object, or the start stops with a sentence for every mistake. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { CallerError } from './kernel/errors';

const port = z.coerce.number().int().min(0).max(65_535);
/** Messages per second; 0 lifts the limit, for a bench. */
const rate = z.coerce.number().min(0);

const schema = z.object({
  PORT: port.default(3978),
  HOST: z.string().default('127.0.0.1'),
  STORE: z.enum(['embedded', 'cosmos']).default('embedded'),
  COSMOS_ENDPOINT: z.url().optional(),
  COSMOS_KEY: z.string().optional(),
  COSMOS_DATABASE: z.string().default('kanalvakt'),
  FILES: z.enum(['folder', 'blob']).default('folder'),
  BLOB_ENDPOINT: z.url().optional(),
  BLOB_CONNECTION_STRING: z.string().optional(),
  DATA_DIR: z.string().default('.data'),
  ORGANISATION_FILE: z.string().optional(),
  GUIDELINE_FILE: z.string().optional(),
  MICROSOFT_APP_ID: z.string().optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: z.string().optional(),
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMsi']).default('SingleTenant'),
  BASE_URL: z.url().optional(),
  TICK_SECONDS: z.coerce.number().min(1).max(3600).default(60),
  SEND_RATE_BULK: rate.default(20),
  SEND_RATE_ANSWERS: rate.default(10),
  MAX_REPLICAS: z.coerce.number().int().min(1).max(50).default(1),
  CLOCK_START: z.iso.datetime({ offset: true }).optional(),
  PICTURE_ORIGIN: z.url().optional(),
  LOG_LEVEL: z.enum(['info', 'warn', 'error', 'silent']).default('info'),
  NODE_ENV: z.string().optional(),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly store:
    | { readonly kind: 'embedded'; readonly folder: string }
    | {
        readonly kind: 'cosmos';
        readonly endpoint: string;
        readonly key?: string;
        readonly database: string;
      };
  readonly files:
    | { readonly kind: 'folder'; readonly folder: string }
    | { readonly kind: 'blob'; readonly connectionString: string }
    /** Entra ID. */
    | { readonly kind: 'blob'; readonly endpoint: string };
  readonly organisationFile?: string;
  readonly guidelineFile?: string;
  /** Absent: the bot is anonymous and serves this machine alone. */
  readonly identity?: {
    readonly appId: string;
    readonly tenantId: string;
    readonly appType: 'SingleTenant' | 'UserAssignedMsi';
    readonly password?: string;
  };
  readonly baseUrl: string;
  readonly tickSeconds: number;
  readonly rates: { readonly bulk: number; readonly answers: number; readonly maxReplicas: number };
  /** The clock starts at this instant and runs on; never in production. */
  readonly clockStart?: string;
  /** Where else on this machine pictures may lie; never with an identity. */
  readonly pictureOrigin?: string;
  readonly logLevel: 'info' | 'warn' | 'error' | 'silent';
}

type Env = Readonly<Record<string, string | undefined>>;

/** Throws CallerError `configuration` whose message says, a line each, what is wrong and what to set. */
export function readConfig(env: Env): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new CallerError('configuration', ['Some settings cannot be used:', ...lines].join('\n'));
  }
  const settings = parsed.data;
  const mistakes = [
    ...identityMistakes(settings),
    ...storeMistakes(settings),
    ...filesMistakes(settings),
    ...clockMistakes(settings),
    ...pictureMistakes(settings),
  ];
  if (mistakes.length > 0) throw new CallerError('configuration', mistakes.join('\n'));
  return Object.freeze(configOf(settings));
}

type Settings = z.infer<typeof schema>;

/** Fail closed: without an identity the bot is only for this machine, and never for production. */
function identityMistakes(settings: Settings): string[] {
  const {
    MICROSOFT_APP_ID: app,
    MICROSOFT_APP_PASSWORD: password,
    MICROSOFT_APP_TENANT_ID: tenant,
  } = settings;
  const how =
    'Set MICROSOFT_APP_ID, MICROSOFT_APP_TENANT_ID and MICROSOFT_APP_PASSWORD, or MICROSOFT_APP_TYPE=UserAssignedMsi for a managed identity.';
  if (app === undefined) {
    if (password !== undefined || tenant !== undefined) {
      return [`MICROSOFT_APP_ID is missing while other parts of the identity are set. ${how}`];
    }
    if (settings.NODE_ENV === 'production')
      return [`The bot has no identity, and NODE_ENV is production. ${how}`];
    if (!isLoopback(settings.HOST)) {
      return [
        `The bot has no identity, and HOST=${settings.HOST} can be reached from other machines. ${how} Or set HOST=127.0.0.1.`,
      ];
    }
    return [];
  }
  return [
    ...(tenant === undefined ? ['MICROSOFT_APP_TENANT_ID is missing: the bot answers one tenant only.'] : []),
    ...(password === undefined && settings.MICROSOFT_APP_TYPE === 'SingleTenant'
      ? [
          'MICROSOFT_APP_PASSWORD is missing. Set it, or MICROSOFT_APP_TYPE=UserAssignedMsi for a managed identity.',
        ]
      : []),
    ...(password !== undefined && settings.MICROSOFT_APP_TYPE === 'UserAssignedMsi'
      ? ['MICROSOFT_APP_PASSWORD is set, but a managed identity has none. Take it away.']
      : []),
  ];
}

function storeMistakes({ STORE, COSMOS_ENDPOINT }: Settings): string[] {
  return STORE === 'cosmos' && COSMOS_ENDPOINT === undefined
    ? ['COSMOS_ENDPOINT is missing. Set it to the address of the Cosmos DB account, or STORE=embedded.']
    : [];
}

/** The SDK sends no token over plain http, and says so only when the first picture comes. */
function filesMistakes(settings: Settings): string[] {
  const { FILES, BLOB_ENDPOINT: endpoint, BLOB_CONNECTION_STRING: connectionString } = settings;
  if (FILES === 'folder') return [];
  if (connectionString !== undefined) {
    return [
      ...(endpoint === undefined
        ? []
        : [
            'BLOB_ENDPOINT and BLOB_CONNECTION_STRING are both set. Take one away: the endpoint is for Entra ID.',
          ]),
      ...(/(^|;)(AccountName=.+|UseDevelopmentStorage=true|BlobEndpoint=.+)/.test(connectionString)
        ? []
        : ['BLOB_CONNECTION_STRING is no connection string. Copy it whole from the storage account.']),
    ];
  }
  if (endpoint === undefined) {
    return [
      'BLOB_ENDPOINT is missing. Set it to the address of the storage account, or BLOB_CONNECTION_STRING, or FILES=folder.',
    ];
  }
  return endpoint.startsWith('https:')
    ? []
    : ['BLOB_ENDPOINT must begin with https. Use BLOB_CONNECTION_STRING for an emulator.'];
}

function clockMistakes({ CLOCK_START, NODE_ENV }: Settings): string[] {
  return CLOCK_START !== undefined && NODE_ENV === 'production'
    ? ['CLOCK_START is set, and NODE_ENV is production. Take CLOCK_START away: real time is used there.']
    : [];
}

function pictureMistakes({ PICTURE_ORIGIN, MICROSOFT_APP_ID }: Settings): string[] {
  if (PICTURE_ORIGIN === undefined) return [];
  if (MICROSOFT_APP_ID !== undefined)
    return ['PICTURE_ORIGIN is set, and so is MICROSOFT_APP_ID. Take PICTURE_ORIGIN away: it is for tests.'];
  return isLoopback(new URL(PICTURE_ORIGIN).hostname)
    ? []
    : ['PICTURE_ORIGIN must be an address of this machine, such as http://127.0.0.1:8080.'];
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function configOf(settings: Settings): Config {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password, COSMOS_KEY: key } = settings;
  return {
    port: settings.PORT,
    host: settings.HOST,
    store:
      settings.STORE === 'embedded'
        ? { kind: 'embedded', folder: resolve(settings.DATA_DIR) }
        : {
            kind: 'cosmos',
            endpoint: settings.COSMOS_ENDPOINT ?? '',
            database: settings.COSMOS_DATABASE,
            ...(key === undefined ? {} : { key }),
          },
    files: filesOf(settings),
    ...(settings.ORGANISATION_FILE === undefined
      ? {}
      : { organisationFile: resolve(settings.ORGANISATION_FILE) }),
    ...(settings.GUIDELINE_FILE === undefined ? {} : { guidelineFile: resolve(settings.GUIDELINE_FILE) }),
    ...(appId === undefined
      ? {}
      : {
          identity: {
            appId,
            tenantId: settings.MICROSOFT_APP_TENANT_ID ?? '',
            appType: settings.MICROSOFT_APP_TYPE,
            ...(password === undefined ? {} : { password }),
          },
        }),
    baseUrl: settings.BASE_URL ?? `http://${settings.HOST}:${settings.PORT}`,
    tickSeconds: settings.TICK_SECONDS,
    rates: {
      bulk: settings.SEND_RATE_BULK,
      answers: settings.SEND_RATE_ANSWERS,
      maxReplicas: settings.MAX_REPLICAS,
    },
    ...(settings.CLOCK_START === undefined ? {} : { clockStart: settings.CLOCK_START }),
    ...(settings.PICTURE_ORIGIN === undefined ? {} : { pictureOrigin: settings.PICTURE_ORIGIN }),
    logLevel: settings.LOG_LEVEL,
  };
}

function filesOf(settings: Settings): Config['files'] {
  const { FILES, BLOB_ENDPOINT: endpoint = '', BLOB_CONNECTION_STRING: connectionString } = settings;
  if (FILES === 'folder') return { kind: 'folder', folder: resolve(settings.DATA_DIR, 'files') };
  return connectionString === undefined ? { kind: 'blob', endpoint } : { kind: 'blob', connectionString };
}
