/** The container that Azure makes is the one the code asks for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CONTAINER } from '../src/adapters/cosmos/container';
import { INDEXING_POLICY, PARTITION_KEY_PATH } from '../src/adapters/cosmos/indexing-policy';

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
