/** Files in Azure Blob Storage: the contract on a server in this process, and what a failing service gives. */
import { randomBytes } from 'node:crypto';
import { BlobServiceClient } from '@azure/storage-blob';
import { openBlobFiles } from '../../src/adapters/blob/files';
import type { Files } from '../../src/ports/files';
import { startBlobServer, type BlobServerForTests } from '../support/blob-server';
import { BYTES, filesContract, NAME, nameOf, read } from './files-contract';

const UNAVAILABLE = { name: 'OutsideError', code: 'files-unavailable' };

describe('blob storage on a server in this process', () => {
  let server: BlobServerForTests;
  let containers = 0;

  beforeAll(async () => {
    server = await startBlobServer();
  });
  afterAll(() => server.close());

  filesContract('blob storage', async () => {
    containers += 1;
    const options = { connectionString: server.connectionString, container: `contract-${containers}` };
    const files = await openBlobFiles(options);
    return { files, reopen: () => openBlobFiles(options), cleanUp: () => files.close() };
  });

  describe('blob storage', () => {
    let files: Files;

    beforeEach(async () => {
      containers += 1;
      files = await openBlobFiles({
        connectionString: server.connectionString,
        container: `own-${containers}`,
      });
    });

    it('is the container of ours when none is named', async () => {
      const own = await openBlobFiles({ connectionString: server.connectionString });
      await own.put(NAME, BYTES, 'image/png');

      const client = BlobServiceClient.fromConnectionString(server.connectionString);
      const blob = client.getContainerClient('kanalvakt').getBlobClient(NAME);

      expect(await blob.getProperties()).toMatchObject({
        contentType: 'image/png',
        contentLength: BYTES.length,
      });
    });

    it('spends one request on a file, and never writes over one', async () => {
      const before = server.requests.length;

      await files.put(NAME, BYTES, 'image/png');
      await files.put(NAME, Buffer.from('other bytes'), 'image/png');

      expect(server.requests.slice(before).map((request) => request.split(' ')[0])).toEqual(['PUT', 'PUT']);
      expect(await read(files, NAME)).toEqual(BYTES);
    });

    it('keeps a file although the first tries have no answer', async () => {
      server.refuseNext(2, 0);
      await files.put(NAME, BYTES, 'image/png');
      server.refuseNext(2, 503);

      expect(await read(files, NAME)).toEqual(BYTES);
    });

    it('breaks off a download that breaks: it never ends like a whole one', async () => {
      const bytes = randomBytes(300_000);
      await files.put(nameOf(bytes), bytes, 'image/png');

      server.cutNext(1_000);
      const broken = read(files, nameOf(bytes));

      await expect(broken).rejects.toMatchObject({ name: 'AbortError' });
      expect((await read(files, nameOf(bytes)))?.equals(bytes)).toBe(true);
    });

    it.each([500, 503, 403, 400, 0])('tells of a %d without repeating what it holds', async (status) => {
      server.refuseNext(3, status);
      const failure = await files.put(NAME, BYTES, 'image/png').catch((error: unknown) => error);
      server.refuseNext(0, 0);

      expect(failure).toMatchObject(UNAVAILABLE);
      expect((failure as Error).message).toContain(status === 0 ? 'ECONNRESET' : String(status));
      expect((failure as Error).cause).toBeUndefined();
      expect(String((failure as Error).stack)).not.toMatch(/secret|127\.0\.0\.1|devstoreaccount1/);
      expect(await read(files, NAME)).toBeUndefined();
    });

    it('does not take a container that is gone for a file that is not there', async () => {
      const client = BlobServiceClient.fromConnectionString(server.connectionString);
      await client.getContainerClient(`own-${containers}`).delete();

      await expect(files.open(NAME)).rejects.toMatchObject(UNAVAILABLE);
      await expect(files.ready()).rejects.toMatchObject(UNAVAILABLE);
    });
  });

  it('is unavailable where no server answers, and for words that are no connection string', async () => {
    const gone = await startBlobServer();
    const files = await openBlobFiles(gone);
    await gone.close();

    await expect(files.ready()).rejects.toMatchObject(UNAVAILABLE);
    const failure = await openBlobFiles({ connectionString: 'AccountKey=secret' }).catch(
      (error: unknown) => error,
    );

    expect(failure).toMatchObject(UNAVAILABLE);
    expect(String((failure as Error).stack)).not.toContain('secret');
  });
});

const { TEST_BLOB_CONNECTION_STRING: real } = process.env;
if (real !== undefined) {
  filesContract('blob storage in the cloud', async () => {
    const options = { connectionString: real, container: `contract-${randomBytes(8).toString('hex')}` };
    const files = await openBlobFiles(options);
    return {
      files,
      reopen: () => openBlobFiles(options),
      async cleanUp() {
        await BlobServiceClient.fromConnectionString(real).deleteContainer(options.container);
      },
    };
  });
}
