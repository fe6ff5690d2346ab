/** The place for files in production: Azure Blob Storage, one container, a file written once and never over. */
import { BlobServiceClient, RestError, type ContainerClient } from '@azure/storage-blob';
import type { Readable } from 'node:stream';
import { OutsideError } from '../../kernel/errors';
import { checkFileName } from '../../kernel/file-name';
import type { Files } from '../../ports/files';

export type BlobOptions = {
  readonly container?: string;
} & (
  | { readonly connectionString: string }
  /** `https://….blob.core.windows.net`: the process signs in as itself (Entra ID). */
  | { readonly endpoint: string }
);

export const DEFAULT_CONTAINER = 'kanalvakt';

/** A file is written under its own name once, so a try that had no answer may be made again. */
const RETRIES = { maxTries: 3, tryTimeoutInMs: 15_000, retryDelayInMs: 200, maxRetryDelayInMs: 2_000 };

/**
 * Connects and makes sure of the container: made when missing with a connection string, only looked for with Entra
 * ID. Rejects with OutsideError `files-unavailable`.
 */
export async function openBlobFiles(options: BlobOptions): Promise<Files> {
  const container = await attempt('be reached', async () => {
    const found = (await clientOf(options)).getContainerClient(options.container ?? DEFAULT_CONTAINER);
    if ('connectionString' in options) await found.createIfNotExists();
    else await found.getProperties();
    return found;
  });

  return {
    async put(name, bytes, type) {
      checkFileName(name, type);
      await attempt('keep a file', () => upload(container, name, bytes, type));
    },
    async open(name) {
      checkFileName(name);
      return attempt('open a file', () => download(container, name));
    },
    async ready() {
      await attempt('be reached', () => container.getProperties());
    },
    close: () => Promise.resolve(),
  };
}

/** One request: the blob is there whole, or not at all. */
async function upload(
  container: ContainerClient,
  name: string,
  bytes: Uint8Array,
  type: string,
): Promise<void> {
  try {
    await container.getBlockBlobClient(name).upload(bytes, bytes.byteLength, {
      blobHTTPHeaders: { blobContentType: type },
      conditions: { ifNoneMatch: '*' },
    });
  } catch (error) {
    if (!isThereAlready(error)) throw error;
  }
}

async function download(container: ContainerClient, name: string): Promise<Readable | undefined> {
  try {
    const { readableStreamBody } = await container.getBlobClient(name).download();
    // In Node it is always a Readable; the type is that of every platform.
    return readableStreamBody as Readable | undefined;
  } catch (error) {
    if (codeOf(error) === 'BlobNotFound') return undefined;
    throw error;
  }
}

function isThereAlready(error: unknown): boolean {
  return codeOf(error) === 'BlobAlreadyExists';
}

async function clientOf(options: BlobOptions): Promise<BlobServiceClient> {
  const settings = { retryOptions: RETRIES };
  if ('connectionString' in options) {
    return BlobServiceClient.fromConnectionString(options.connectionString, settings);
  }
  // Loaded only here: it is large, and not needed with a connection string.
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new BlobServiceClient(options.endpoint, new DefaultAzureCredential(), settings);
}

/** Says which failure it was; the SDK's own error is left out, as it repeats the request with its address. */
async function attempt<T>(operation: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const status = error instanceof RestError ? error.statusCode : undefined;
    const name = error instanceof Error ? error.name : 'unknown';
    const answer = [status, codeOf(error) ?? name].filter((part) => part !== undefined).join('/');
    throw new OutsideError('files-unavailable', `Blob storage cannot ${operation} (${answer}).`);
  }
}

/** The service's or the system's name for what went wrong, such as `ContainerNotFound`. */
function codeOf(error: unknown): string | undefined {
  const { code } = Object(error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
