/**
 * Bundles the server into `dist/index.js`, and the data it reads beside it as JSON. Further entries are given as
 * arguments: `node tools/build.mjs tools/demo.ts` makes `dist/tools/demo.js` as well.
 */
import { build, transformSync } from 'esbuild';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

/** The list of what of the SDK is never reached lives beside the code that uses the SDK. */
async function deadWeight() {
  const source = readFileSync(join(root, 'src/adapters/teams/dead-weight.ts'), 'utf8');
  const { code } = transformSync(source, { loader: 'ts', format: 'esm' });
  const { DEAD_WEIGHT } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return DEAD_WEIGHT;
}

function lighter(parts) {
  return {
    name: 'dead-weight',
    setup(esbuild) {
      for (const { module, contents } of parts) {
        esbuild.onLoad({ filter: module }, () => ({ contents, loader: 'js' }));
      }
    },
  };
}

/** JSON starts 100 ms faster than YAML. */
function layData(folder) {
  const to = join(dist, folder);
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(join(root, 'src', folder)).filter((name) => name.endsWith('.yaml'))) {
    const content = parse(readFileSync(join(root, 'src', folder, file), 'utf8'));
    writeFileSync(join(to, `${basename(file, '.yaml')}.json`), JSON.stringify(content));
  }
}

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // libsql is a native module; the others are tools of development and stay where npm put them.
  external: [
    'libsql',
    '@microsoft/m365agentsplayground',
    'playwright-core',
    'esbuild',
    'fsevents',
    '@vercel/cosmosdb-server',
  ],
  // Its form for `import` asks for its own address, and a bundle for `require` has none to give.
  alias: { '@azure/storage-common': createRequire(import.meta.url).resolve('@azure/storage-common') },
  absWorkingDir: root,
  logLevel: 'warning',
  // Names of classes are read in logs.
  keepNames: true,
  plugins: [lighter(await deadWeight())],
};

/** What a tool draws in of the server looks for its data beside itself: in `dist/`, wherever the tool's bundle lies. */
function atHome(outfile) {
  const up = JSON.stringify(relative(dirname(outfile), 'dist'));
  return {
    banner: { js: `const __home = require('node:path').join(__dirname, ${up});` },
    define: { __dirname: '__home' },
  };
}

rmSync(dist, { recursive: true, force: true });
await build({
  ...shared,
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.js',
  minifySyntax: true,
  minifyWhitespace: true,
});
for (const entry of process.argv.slice(2)) {
  const outfile = join('dist', relative(root, join(root, entry)).replace(/\.ts$/, '.js'));
  await build({ ...shared, ...atHome(outfile), entryPoints: [entry], outfile });
}
for (const folder of ['guidelines', 'demo']) layData(folder);
/** Style and script of the upload page, as browsers get them. */
cpSync(join(root, 'src/adapters/http/page'), join(dist, 'page'), { recursive: true });
