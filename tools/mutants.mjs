/**
 * Breaks the runtime on purpose, one promise at a time, in a copy of the repository, and expects the model-based test
 * to notice each time. Part of the long form: `node tools/mutants.mjs [name…]`; with `--anchors` it only looks whether
 * everything that is to be broken can still be found.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const COPIED = [
  'src/kernel',
  'src/ports',
  'src/runtime',
  'test/runtime',
  'test/support',
  '.jest.config.cjs',
  'package.json',
  'tsconfig.json',
];
const TEST = 'test/runtime/promises.test.ts';
const RUNS = process.env.MUTANT_RUNS ?? '1000';
const MOST_MS = 300_000;
const AT_ONCE = 2;

/** Every anchor must occur exactly once in its file; `test`: where chance alone finds it too seldom. */
const MUTANTS = [
  {
    name: 'a replay is not noticed',
    file: 'src/runtime/step.ts',
    from: 'if (key !== undefined && envelope?.accepted.some((accepted) => accepted.key === key))',
    to: 'if (key === undefined && envelope?.accepted.some((accepted) => accepted.key === key))',
  },
  {
    name: 'the ETag is ignored when writing',
    file: 'src/runtime/documents.ts',
    from: 'await store.replace(document, loaded.etag)',
    to: "await store.replace(document, (await store.get(pk, id))?.etag ?? '')",
  },
  {
    name: 'the store takes every write',
    file: 'test/support/memory-store.ts',
    from: "if (rows.get(keyOf(document.pk, document.id))?.etag !== etag) return { ok: false, why: 'stale' };",
    to: 'void etag;',
  },
  {
    name: 'messages are sent before the commit',
    file: 'src/runtime/runtime.ts',
    from: 'return { documents, reading, run: createCommands({ documents, reading, instance }) };',
    to: `const hasty = {
      ...documents,
      async commit(aggregate: never, moment: { organisation: Organisation }, id: string, envelope: never, loaded: never) {
        const early = { pk: '', id, etag: '', envelope } as never;
        const { outbox: waiting } = envelope as { outbox: { effect: { kind: string } }[] };
        for (const pending of waiting.filter(({ effect }) => effect.kind === 'notify'))
          await performed.perform({ aggregate, organisation: moment.organisation, loaded: early, lane: 'answers' }, pending as never);
        return documents.commit(aggregate, moment as never, id, envelope, loaded);
      },
    };
    return { documents, reading, run: createCommands({ documents: hasty as never, reading, instance }) };`,
    also: [
      {
        from: 'const onTurns = options.store',
        to: 'const performed = { perform: undefined as never as (...given: unknown[]) => Promise<unknown> };\n  const onTurns = options.store',
      },
      { from: 'perform: createPerform({', to: 'perform: performed.perform = createPerform({' },
    ],
  },
  {
    name: 'what was sent is not marked',
    file: 'src/runtime/outbox.ts',
    from: '    let at: Loaded | undefined = seen;\n',
    to: '    let at: Loaded | undefined = done.performed.length > 0 ? undefined : seen;\n',
  },
  {
    name: 'a claim of another process is ignored by a click',
    file: 'src/runtime/commands.ts',
    from: 'if (claimHolds(envelope.claim, now) && envelope.claim.token !== instance) return envelope;',
    to: '',
  },
  {
    name: 'a claim of another process is ignored by the timer',
    file: 'src/runtime/tick.ts',
    from: 'const busy = claimHolds(loaded.envelope.claim, moment.now);',
    to: 'const busy = false as boolean;',
    also: [
      {
        from: 'const page = await store.due(now, PAGE, after);',
        to: "const page = await store.due('9999-01-01T00:00:00.000Z', PAGE, after);",
      },
    ],
  },
  {
    name: 'the revision of a card is ignored',
    file: 'src/runtime/step.ts',
    from: 'envelope !== undefined : attempt.revision === present;',
    to: 'envelope !== undefined : attempt.revision !== -1;',
  },
  {
    name: 'new effects go before those that wait',
    file: 'src/runtime/pending.ts',
    from: 'outbox = [\n      ...outbox,\n',
    to: 'outbox = [\n',
    also: [
      {
        from: '...(answered === undefined ? {} : { except: answered }) },\n    ];',
        to: '...(answered === undefined ? {} : { except: answered }) },\n      ...outbox,\n    ];',
      },
    ],
  },
  {
    name: 'effects overtake one that waits for the same receiver',
    file: 'src/runtime/outbox.ts',
    from: 'if (result.again) waiting.add(receiver);',
    to: '',
  },
  {
    name: 'what a dead process may have sent is not doubted',
    file: 'src/runtime/pending.ts',
    from: "return died ? { ...rest, doubtful: rest.doubtful ?? 'crash' } : rest;",
    to: 'return rest;',
  },
  {
    name: 'a click does not doubt what a dead process may have sent',
    file: 'src/runtime/commands.ts',
    from: 'const known = loaded && inherited(loaded.envelope, moment.now, instance);',
    to: 'const known = loaded?.envelope;',
  },
  {
    name: 'an unclear answer is taken for a refusal',
    file: 'src/runtime/pending.ts',
    from: "again: { ...pending, attempts, doubtful: 'ambiguous', next: plusSeconds(now, AMBIGUOUS_SECONDS) },",
    to: 'again: { ...pending, attempts, next: plusSeconds(now, AMBIGUOUS_SECONDS) },',
  },
  {
    name: 'a message that was refused for now is dropped',
    file: 'src/runtime/pending.ts',
    from: 'return mayTryAgain(pending)\n',
    to: 'return pending.attempts < 0\n',
  },
  {
    name: 'nothing is taken over from a dead process',
    file: 'src/runtime/pending.ts',
    from: 'if (claimHolds(envelope.claim, now)) return envelope.claim.until;',
    to: 'if (envelope.claim) return undefined;',
  },
  {
    name: 'effects are numbered from one in every document',
    file: 'src/runtime/step.ts',
    from: '{ ...EMPTY, seq: Date.parse(moment.now) }',
    to: 'EMPTY',
  },
  {
    name: 'the card of whoever clicked is never refreshed by an older refresh',
    file: 'src/runtime/pending.ts',
    from: 'if (older.some((pending) => pending.except !== except)) answered = undefined;',
    to: 'void older;',
    test: 'test/runtime/replicas.test.ts',
  },
  {
    name: 'a person is spared a refresh instead of a card',
    file: 'src/runtime/perform.ts',
    from: 'if (activity === except && work.unanswered !== true) continue;',
    to: 'if (except !== undefined) continue;',
  },
  {
    name: 'what was sent is sent again when something fails after it',
    file: 'src/runtime/perform.ts',
    from: 'await remembered(work, effect, sent, after.delivery?.outcome).catch((error: unknown) =>',
    to: 'await remembered(work, effect, sent, after.delivery?.outcome).catch((error: unknown) => { throw error; }).catch((error: unknown) => { if (sent.ok) throw error; }).catch((error: unknown) => { if (sent.ok) throw error;',
    also: [
      {
        from: "log.alert('person-not-written', { person: effect.to, key: effect.key }, error),\n    );",
        to: "log.alert('person-not-written', { person: effect.to, key: effect.key }, error); });",
      },
    ],
  },
  {
    name: 'an outage while marking makes the process forget what it sent',
    file: 'src/runtime/outbox.ts',
    from: 'if (halted() || failures >= most) return undefined;',
    to: 'if (failures > 0) return undefined;',
    also: [
      {
        from: 'const result = await attempt(keyOf(loaded), pending, () => perform({ ...work, served }, pending));',
        to: 'void attempt;\n      const result = await perform({ ...work, served }, pending);',
      },
    ],
  },
  {
    name: 'one document that cannot be read stops the round',
    file: 'src/runtime/retime.ts',
    from: "      log.alert('retime-failed', { pk: document.pk, id: document.id }, error);\n      return document.dueAt;",
    to: '      throw error;',
  },
  {
    name: 'the lease is taken although somebody holds it',
    file: 'src/runtime/lease.ts',
    from: 'if (runs && body.holder !== instance) {',
    to: 'if (runs && body.holder === undefined) {',
  },
  {
    name: 'a quiet event raises the revision',
    file: 'src/runtime/step.ts',
    from: 'const loud = events.some((event) => !aggregate.quiet.includes(event.type));',
    to: 'const loud = events.length > 0;',
  },
  {
    name: 'what comes first is left to the messages after the answer',
    file: 'src/runtime/outbox.ts',
    from: 'first: (work, card) => drain(work, card === undefined ? FIRST : { ...FIRST, answered: card }),',
    to: 'first: ({ loaded }) => Promise.resolve({ loaded, sure: FIRST.most > 0 }),',
  },
  {
    name: 'resolved lines stay in the message of the day',
    file: 'src/runtime/day.ts',
    from: 'return text === undefined ? [] : [{ matter, text }];',
    to: "return [{ matter, text: text ?? 'resolved' }];",
  },
  {
    name: 'the message of the day comes in the night',
    file: 'src/runtime/day.ts',
    from: "const SENT_AT = '08:30';",
    to: "const SENT_AT = '03:30';",
  },
];

function change(folder, file, from, to) {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const found = text.split(from).length - 1;
  if (found !== 1) throw new Error(`${file}: the anchor occurs ${found} times, not once:\n${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

function copyOf() {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  for (const path of COPIED) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** `noticed` with the promise that was broken, `survived`, or `stuck` when the test did not end. */
function run(folder, test) {
  return new Promise((resolve) => {
    const env = { ...process.env, RUNS, SHRINK: 'no', FORCE_COLOR: '0' };
    const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
    const child = spawn(process.execPath, [jest, '-c', '.jest.config.cjs', '-i', test], { cwd: folder, env });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const timer = setTimeout(() => child.kill('SIGKILL'), MOST_MS);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal) return resolve({ verdict: 'stuck', by: 'it did not end' });
      if (code === 0) return resolve({ verdict: 'survived', by: '' });
      const after = /failed after (\d+) tests/.exec(output)?.[1];
      const broken = /Cause:\s*\n\s*(.+)/.exec(output)?.[1];
      const example = /● (.+)/.exec(output)?.[1];
      if (after === undefined && (test === TEST || example === undefined || !/ passed/.test(output)))
        return resolve({ verdict: 'broken', by: output.slice(-2_000) });
      if (after === undefined) return resolve({ verdict: 'noticed', by: example });
      return resolve({ verdict: 'noticed', by: `${broken ?? 'an error'} (sequence ${after})` });
    });
  });
}

async function attempt({ name, file, from, to, also = [], test = TEST }) {
  const folder = copyOf();
  try {
    change(folder, file, from, to);
    for (const more of also) change(folder, more.file ?? file, more.from, more.to);
    return anchorsOnly ? { name, verdict: 'found', by: '' } : { name, ...(await run(folder, test)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const anchorsOnly = process.argv.includes('--anchors');
const wanted = process.argv.slice(2).filter((word) => word !== '--anchors');
const chosen = MUTANTS.filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
const queue = [...chosen];
const results = new Map();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const result = await attempt(mutant);
      results.set(mutant.name, result);
      process.stderr.write(`${result.verdict.padEnd(9)} ${result.name}\n`);
    }
  }),
);
process.stdout.write('\n| what is broken | verdict | by the promise |\n|---|---|---|\n');
for (const { name } of chosen) {
  const { verdict, by } = results.get(name);
  process.stdout.write(`| ${name} | ${verdict} | ${by} |\n`);
}
const bad = [...results.values()].filter(({ verdict }) => verdict === 'survived' || verdict === 'broken');
process.stdout.write(
  `\n${results.size - bad.length} of ${results.size} ${anchorsOnly ? 'found' : 'noticed'}.\n`,
);
process.exitCode = bad.length === 0 ? 0 : 1;
