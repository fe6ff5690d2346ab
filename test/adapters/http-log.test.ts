/** The logs: one JSON line each, ids and codes, and of errors only what cannot hold what people wrote. */
import { createLog } from '../../src/adapters/log/pino';
import { OutsideError } from '../../src/kernel/errors';

function lines(level?: 'info' | 'warn' | 'silent') {
  const written: Record<string, unknown>[] = [];
  const destination = {
    write: (line: string) => void written.push(JSON.parse(line) as Record<string, unknown>),
  };
  return { written, log: createLog({ destination, ...(level ? { level } : {}) }) };
}

describe('the log', () => {
  it('writes the event and its fields', () => {
    const { log, written } = lines();

    log.info('http.answered', { status: 200, ok: true, none: undefined });
    log.warn('teams.refused', { code: 'x'.repeat(500) });

    expect(written).toEqual([
      { level: 30, time: expect.any(String), event: 'http.answered', status: 200, ok: true },
      { level: 40, time: expect.any(String), event: 'teams.refused', code: 'x'.repeat(200) },
    ]);
  });

  it('keeps what is below its level to itself', () => {
    const { log, written } = lines('warn');

    log.info('a');

    expect(written).toEqual([]);
  });

  it('tells of our own errors what they say, of foreign ones only where they came from', () => {
    const { log, written } = lines();
    const foreign = Object.assign(new Error('Ann Larsson\nskrev detta'), { code: 'EX' });

    log.alert(
      'turn.failed',
      { person: 'p' },
      new OutsideError('store-down', 'The store is down.', { cause: foreign }),
    );
    log.alert('turn.failed', {}, new TypeError('x is undefined'));
    log.alert('turn.failed', {}, 'Ann Larsson');

    expect(written).toMatchObject([
      {
        level: 50,
        alert: true,
        person: 'p',
        error: {
          name: 'OutsideError',
          code: 'store-down',
          message: 'The store is down.',
          cause: { code: 'EX' },
        },
      },
      { error: { name: 'TypeError', message: 'x is undefined' } },
      { error: { name: 'string' } },
    ]);
    expect(written[0]).toHaveProperty('error.cause.frames.0', expect.stringMatching(/^at /));
    expect(JSON.stringify(written)).not.toMatch(/Larsson|skrev/);
  });
});
