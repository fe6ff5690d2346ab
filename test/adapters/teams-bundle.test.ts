/** What is loaded: nothing of the AI half at run time, and in the bundle none of what it would draw in either. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { DEAD_WEIGHT } from '../../src/adapters/teams/dead-weight';
import { invoke, persona } from '../support/activities';

const root = join(__dirname, '../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs code in a process of its own, and reads the JSON that it prints. */
function run(code: string): unknown {
  const file = join(folder, 'run.cjs');
  writeFileSync(file, code);
  return JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8', timeout: 20_000 })) as unknown;
}

/** Packages among file paths. */
function packages(paths: readonly string[]): readonly string[] {
  const names = paths.map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? 'own');
  return [...new Set(names)];
}

describe('the SDK', () => {
  it('as it is required from its own files loads neither models nor tokenizers', () => {
    const files = ['Application', 'TeamsAdapter', 'TurnState'];
    const requires = files.map((file) => `require('${root}/node_modules/@microsoft/teams-ai/lib/${file}');`);

    const loaded = run(
      `${requires.join('')} console.log(JSON.stringify(Object.keys(require.cache)));`,
    ) as string[];

    expect(packages(loaded)).toContain('@microsoft/teams-ai');
    expect(packages(loaded).filter((name) => /openai|tokenizer/.test(name))).toEqual([]);
    expect(
      loaded.filter((path) => /teams-ai\/lib\/(models|planners|prompts|tokenizers)\//.test(path)),
    ).toEqual([]);
  });

  it('bundled without its dead weight draws in no dialogs, and still carries a turn', async () => {
    const outfile = join(folder, 'bot.cjs');

    const { metafile } = await build({
      stdin: {
        contents: `
          export { createIdentity } from './src/adapters/teams/identity';
          export { createTeamsMessenger } from './src/adapters/teams/messenger';
          export { createRates } from './src/adapters/teams/rates';
          export { createTeamsFront } from './src/adapters/teams/receive';`,
        resolveDir: root,
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      target: 'node20',
      outfile,
      metafile: true,
      plugins: [
        {
          name: 'dead-weight',
          setup(bundler) {
            for (const { module, contents } of DEAD_WEIGHT)
              bundler.onLoad({ filter: module }, () => ({ contents }));
          },
        },
      ],
    });
    const answer = run(`
      const bot = require('${outfile}');
      const clock = Date;
      const log = { info() {}, warn() {}, alert() {} };
      const identity = bot.createIdentity({});
      const renderer = { card: (view) => view.data };
      const rates = bot.createRates({ answers: 10, bulk: 20, maxReplicas: 1 }, clock);
      const messenger = bot.createTeamsMessenger({ identity, renderer, rates, clock, log });
      const front = { clicked: () => Promise.resolve({ kind: 'card', view: { data: { well: true } } }) };
      bot.createTeamsFront({ front, renderer, identity, messenger, clock, log, sorry: () => '', inChat: () => '' })
        .receive({}, ${JSON.stringify(invoke(persona(1), 'v'))})
        .then((answer) => console.log(JSON.stringify(answer)));`);

    expect(answer).toMatchObject({ status: 200, body: { statusCode: 200, value: { well: true } } });
    const bundled = packages(Object.keys(metafile.inputs));
    expect(bundled).toContain('@microsoft/teams-ai');
    expect(
      bundled.filter((name) => /openai|tokenizer|dialogs|recognizers|globalize|colorizer/.test(name)),
    ).toEqual([]);
  });
});
