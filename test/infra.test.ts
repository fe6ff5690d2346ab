/** What Azure makes is what the code asks for, and no more open than it must be. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CONTAINER as FILES_CONTAINER } from '../src/adapters/blob/files';
import { DEFAULT_CONTAINER } from '../src/adapters/cosmos/container';
import { INDEXING_POLICY, PARTITION_KEY_PATH } from '../src/adapters/cosmos/indexing-policy';
import { readConfig } from '../src/config';

const MODULES = join(__dirname, '../infra/modules');

it('the indexing policy in infra is the one the code makes a container with', () => {
  const policy = JSON.parse(readFileSync(join(MODULES, 'indexing-policy.json'), 'utf8'));

  expect(policy).toEqual(INDEXING_POLICY);
});

it('the container in infra has the name and the partition key that the code looks for', () => {
  const bicep = readFileSync(join(MODULES, 'cosmos.bicep'), 'utf8');

  expect(bicep).toContain(`id: '${DEFAULT_CONTAINER}'`);
  expect(bicep).toContain(`paths: ['${PARTITION_KEY_PATH}']`);
});

describe('the container for screenshots in infra', () => {
  const bicep = readFileSync(join(MODULES, 'storage.bicep'), 'utf8');

  it('has the name that the code looks for', () => {
    expect(bicep).toMatch(
      new RegExp(`blobServices/containers@[^{]+\\{\\s+parent: blobs\\s+name: '${FILES_CONTAINER}'`),
    );
  });

  it.each([
    'allowSharedKeyAccess: false',
    'allowBlobPublicAccess: false',
    "publicAccess: 'None'",
    'supportsHttpsTrafficOnly: true',
    "minimumTlsVersion: 'TLS1_2'",
    'isVersioningEnabled: true',
    'deleteRetentionPolicy: { enabled: true, days: 30 }',
    'containerDeleteRetentionPolicy: { enabled: true, days: 30 }',
  ])('says %s', (line) => {
    expect(bicep).toContain(line);
  });

  it("is written to by the bot's identity alone, as Storage Blob Data Contributor of this container", () => {
    const assignments = bicep.match(/resource \w+ 'Microsoft.Authorization\/roleAssignments[\s\S]+?\n\}/g);

    expect(assignments).toHaveLength(1);
    expect(assignments![0]).toContain('scope: container');
    expect(assignments![0]).toContain('principalId: principalId');
    expect(assignments![0]).toContain("'ba92f5b4-2d11-453d-a403-e96b0029c9fe'");
  });
});

it('the outputs of infra are settings that the bot starts with', () => {
  const main = readFileSync(join(MODULES, '../main.bicep'), 'utf8');
  const given: Readonly<Record<string, string>> = {
    'cosmos.outputs.endpoint': 'https://db.example.se',
    'cosmos.outputs.database': 'kanalvakt',
    'storage.outputs.endpoint': 'https://files.example.se/',
    'identity.outputs.clientId': 'app',
    'tenant().tenantId': 'tenant',
  };
  const outputs = [...main.matchAll(/^output (\w+) string = (?:'(.*)'|(.+))$/gm)];
  const env = outputs.map(([, name, text, reference]) => [name, text ?? given[reference ?? '']] as const);

  const config = readConfig({ NODE_ENV: 'production', HOST: '0.0.0.0', ...Object.fromEntries(env) });

  expect(config).toMatchObject({
    store: { kind: 'cosmos', endpoint: 'https://db.example.se', database: 'kanalvakt' },
    files: { kind: 'blob', endpoint: 'https://files.example.se/' },
    identity: { appId: 'app', tenantId: 'tenant', appType: 'UserAssignedMsi' },
  });
});
