/** What people decide on a case, and what it leads to: events, state, and who is told. */
import type { CaseCommand } from '../../../src/features/triage/commands';
import type { Case } from '../../../src/features/triage/model';
import { texts } from '../../../src/features/triage/texts';
import { diaryPackage } from '../../../src/features/triage/diary';
import { refusal } from '../../../src/features/triage/secure';
import { PEOPLE, type Who } from '../../support/house';
import { account } from '../../support/accounts';
import { moment, person } from '../world';
import {
  answers,
  at,
  CULL,
  DESCRIBE,
  effectsOf,
  facts,
  ID,
  NUMBER,
  picture,
  POST,
  refusalOf,
  REMOVE,
  ruling,
  SAFE,
  SECURE,
  send,
  STEPS,
  TELL,
  TEXT,
  walk,
} from './walk';

function said(state: Case | undefined, who: Who, command: CaseCommand, more = {}): string {
  const done = send(state, who, command, more);
  if (done.refused) return refusalOf(done);
  const events = done.events.map(({ type }) => type).join(', ');
  return `${events === '' ? 'nothing' : `${events} → ${done.state?.status ?? ''}`}; ${effectsOf(done)}`;
}

describe('Safety', () => {
  it('comes first, and both questions are answered', () => {
    expect(said(undefined, 'anna', DESCRIBE)).toBe('needs-safety');
    expect(said(undefined, 'anna', { type: 'safety', life: '', children: '' })).toBe(
      'invalid: life missing: children missing',
    );
    expect(said(undefined, 'anna', SAFE)).toBe('opened → describing; ');
  });

  it('tells the lead of danger to life, sure or not, and goes on', () => {
    const danger = (life: 'yes' | 'unsure') =>
      said(undefined, 'anna', { type: 'safety', life, children: 'no' });

    expect([danger('yes'), danger('unsure')]).toEqual(Array(2).fill('opened → describing; danger to sara'));
  });

  it.each(['yes', 'unsure'] as const)(
    'G-7.1b3: children %s: nothing is ever taken, and the lead is told',
    (children) => {
      const command: CaseCommand = { type: 'safety', life: 'no', children };
      const alarm = send(undefined, 'anna', command).state;

      expect(said(undefined, 'anna', command)).toBe('opened → alarm; alarm to sara; refresh');
      expect(refusal(alarm, person('anna'))).toEqual({ code: 'alarm' });
      for (const more of [DESCRIBE, picture('a'), answers('violence'), SECURE, { type: 'link' } as const])
        expect(['alarm', 'not-yours']).toContain(refusalOf(send(alarm, 'anna', more)));
      expect(said(alarm, 'sara', { type: 'hand-over', reference: 'K-1' })).toBe(
        'handed-over → handed; refresh',
      );
    },
  );

  it('G-7.1b3: what turns out to show a child later leaves nothing in the case', () => {
    const late: CaseCommand = { type: 'safety', life: 'no', children: 'yes' };

    for (const [state, who] of [
      [walk([['anna', picture('a')]], STEPS.evidence), 'karin'],
      [STEPS.registration, 'rolf'],
      [STEPS.removal, 'anna'],
    ] as const) {
      const alarm = send(state, who, late).state;
      expect(alarm?.status).toBe('alarm');
      expect(JSON.stringify(alarm)).not.toMatch(/zebrafink|sha256/);
    }
    expect(said(STEPS.registration, 'rolf', late)).toBe(
      'opened → alarm; alarm to sara; alarm to anna; refresh',
    );
    expect(said(STEPS.asking, 'anna', SAFE)).toBe('already');
  });
});

describe('The answers', () => {
  it('are all needed, and lead to a suggestion that names its rule', () => {
    const some: CaseCommand = { type: 'answer', answers: { attack: 'yes', hatred: 'maybe' } };
    const state = send(STEPS.asking, 'anna', answers('attack')).state;

    expect(refusalOf(send(STEPS.asking, 'anna', some))).toMatch(
      /^invalid: answer-hatred bad-answer: answer-violence missing: .*answer-minor missing$/,
    );
    expect(state).toMatchObject({
      suggestion: {
        outcome: 'register-delete',
        rule: 'register-and-delete',
        version: 1,
        clauses: ['G-7.1b', 'G-7.1b1'],
      },
      secrecy: { status: 'open' },
    });
  });

  it('G-7.1: unsure goes to the registrar', () => {
    expect(said(STEPS.asking, 'anna', answers('?views'))).toBe('answered → suggested; ask to rolf; refresh');
    expect(said(STEPS.asked, 'rolf', ruling('keep'))).toBe('invalid: words missing');
    expect(said(STEPS.asked, 'rolf', ruling('keep', 'Kritik.'))).toBe('ruled → done; done to anna; refresh');
    expect(send(STEPS.asked, 'rolf', ruling('keep', 'Kritik.')).state).not.toHaveProperty('ruling.against');
  });

  it('G-7.1b6: make a case secret, and later answers make it no less so', () => {
    const secret = walk([['anna', answers('secret')]], STEPS.asking);
    const named = walk([['rolf', { type: 'set-secrecy', secrecy: 'secret', reference: 'osl-26-1' }]], secret);
    const again = send(named, 'anna', answers('attack')).state;

    expect(secret).toMatchObject({ secrecy: { status: 'secret' } });
    expect(again).toMatchObject({ secrecy: { status: 'secret', reference: 'osl-26-1' } });
    expect(send(named, 'anna', answers('secret')).state).toMatchObject({
      secrecy: { reference: 'osl-26-1' },
    });
    expect(send(STEPS.asking, 'anna', answers('?secret')).state).toMatchObject({
      secrecy: { status: 'suspected' },
    });
    expect(
      refusalOf(send(secret, 'rolf', { type: 'set-secrecy', secrecy: 'secret', reference: 'osl-5-1' })),
    ).toBe('invalid: reference unknown-reference');
    expect(send(secret, 'rolf', { type: 'set-secrecy', secrecy: 'open', reference: '' }).state).toMatchObject(
      {
        secrecy: { status: 'open' },
      },
    );
  });
});

describe('The ruling', () => {
  it('as suggested needs no word; otherwise a reason, which is counted and never hindered', () => {
    expect(said(STEPS.suggested, 'karin', ruling('register-delete'))).toBe(
      'ruled → evidence; evidence to anna; refresh',
    );
    for (const outcome of ['register', 'keep'] as const) {
      expect(said(STEPS.suggested, 'karin', ruling(outcome))).toBe('invalid: words missing');
      expect(send(STEPS.suggested, 'karin', ruling(outcome, 'Det är kritik.')).state).toMatchObject({
        ruling: { outcome, ground: 'Det är kritik.', against: 'register-delete', by: PEOPLE.karin.aad },
      });
    }
    expect(send(STEPS.suggested, 'karin', ruling('register-delete')).state).not.toHaveProperty(
      'ruling.against',
    );
  });

  it('G-7.1: of what is kept is one click, and all get a receipt', () => {
    const kept = walk([['anna', answers()]], STEPS.asking);

    expect(said(kept, 'anna', ruling('keep'))).toBe('ruled → done; done to rolf; refresh');
  });

  it('asks the registrar instead, and overrules nothing', () => {
    const asked = send(STEPS.suggested, 'anna', { type: 'consult' });

    expect(effectsOf(asked)).toBe('ask to rolf; refresh');
    expect(asked.state).toMatchObject({ status: 'suggested', asked: 'registrar' });
    expect(said(asked.state, 'anna', ruling('register-delete'))).toBe('registrar-decides');
  });

  it('tells the lead where a report to the police is offered', () => {
    const hatred = walk([['anna', answers('hatred')]], STEPS.asking);

    expect(said(hatred, 'anna', ruling('register-delete'))).toBe('ruled → evidence; report to sara; refresh');
    expect(said(hatred, 'anna', { type: 'report', to: 'police', words: '' })).toBe('not-lead');
    const ruled = walk([['anna', ruling('register-delete')]], hatred);
    expect(said(ruled, 'sara', { type: 'report', to: 'police', words: '' })).toBe(
      'reported → evidence; refresh',
    );
    expect(said(STEPS.evidence, 'sara', { type: 'report', to: 'police', words: '' })).toBe('not-offered');
  });

  it('is changed while nothing is registered, with a reason', () => {
    expect(said(STEPS.evidence, 'anna', ruling('register-delete'))).toBe('already');
    expect(said(STEPS.evidence, 'anna', ruling('register'))).toBe('invalid: words missing');
    expect(said(STEPS.evidence, 'anna', ruling('keep', 'Jag läste fel.'))).toBe(
      'ruled → done; done to rolf; refresh',
    );
  });
});

describe('Culling', () => {
  const minor = walk([['anna', answers('minor')]], STEPS.asking);
  const form = (changed: object): CaseCommand =>
    ({ type: 'cull', form: { ...(CULL as { form: object }).form, ...changed } }) as CaseCommand;

  it('G-7.4a–c: needs one reason', () => {
    expect(said(minor, 'anna', form({ reason: '' }))).toBe('invalid: reason missing');
  });

  it.each([
    ['G-7.4d', 'insight'],
    ['G-7.4e', 'justice'],
    ['G-7.4f', 'administration'],
    ['G-7.4g', 'research'],
  ])('%s: needs the confirmation of %s', (_clause, id) => {
    const confirmed = ['insight', 'justice', 'administration', 'research'].filter((one) => one !== id);

    expect(said(minor, 'anna', form({ confirmed }))).toBe(`invalid: confirm-${id} missing`);
  });

  it('G-7.4: takes a second person, and keeps the decision’s reference', () => {
    const proposed = send(minor, 'anna', CULL);

    expect(effectsOf(proposed)).toBe('second to karin; second to kim; second to sara; refresh');
    expect(said(proposed.state, 'karin', { type: 'agree' })).toBe(
      'culled → done; done to anna; done to rolf; refresh',
    );
    expect(send(proposed.state, 'karin', { type: 'agree' }).state).toMatchObject({
      culling: { decision: 'KFN-2025-00042, § 17', reason: 'outdated', by: PEOPLE.anna.aad },
      second: { by: PEOPLE.karin.aad },
    });
    expect(said(walk([['karin', CULL]], minor), 'karin', { type: 'agree' })).toBe('same-person');
    expect(said(proposed.state, 'karin', { type: 'disagree', words: '' })).toBe('invalid: words missing');
    expect(said(proposed.state, 'karin', { type: 'disagree', words: 'Den behövs.' })).toBe(
      'culling-stopped → suggested; stopped to anna; refresh',
    );
  });

  it('G-7.4: is not to be had without a local decision', () => {
    const none = moment();

    expect(said(minor, 'anna', CULL, { moment: none })).toBe('no-culling');
    expect(send(STEPS.asking, 'anna', answers('minor'), { moment: none }).state).toMatchObject({
      suggestion: { outcome: 'keep' },
    });
  });
});

describe('The evidence', () => {
  it('G-7.1c: needs a picture and the address, and goes to the registrar', () => {
    const withPicture = walk([['anna', picture('a')]], STEPS.evidence);
    const bare = walk([
      ['anna', SAFE],
      ['anna', { type: 'describe', post: { ...POST, link: '' } }],
      ['anna', answers('attack')],
      ['anna', ruling('register-delete')],
      ['anna', picture('a')],
    ]);

    expect(said(STEPS.evidence, 'anna', SECURE)).toBe('needs-picture');
    expect(said(bare, 'anna', SECURE)).toBe('needs-link: link missing');
    expect(said(bare, 'anna', { type: 'secure', link: 'javascript:alert(1)' })).toBe(
      'invalid: link bad-link',
    );
    expect(said(bare, 'anna', { type: 'secure', link: POST.link })).toBe(
      'secured → registration; package to rolf; refresh',
    );
    expect(said(withPicture, 'anna', SECURE)).toBe('secured → registration; package to rolf; refresh');
    expect(said(walk([['anna', { type: 'supersede' }]], withPicture), 'anna', SECURE)).toBe('needs-picture');
  });

  it('takes the same picture once, and no more than there is room for', () => {
    const one = walk([['anna', picture('a')]], STEPS.evidence);
    const full = walk(
      Array.from({ length: 10 }, (_, digit) => `${digit}`).map((digit) => ['anna', picture(digit)] as const),
      STEPS.evidence,
    );

    expect(said(one, 'anna', picture('a'))).toBe('nothing; ');
    expect(said(full, 'anna', picture('b'))).toBe('full');
  });

  it('comes by a link that was given to this person, as long as it holds', () => {
    const given = walk([['anna', { type: 'link' }]], STEPS.evidence);
    const since = at().now;

    expect(refusal(given, person('anna'), since)).toBeUndefined();
    expect(refusal(given, person('bo'), since)?.code).toBe('link-over');
    expect(refusal(walk([['anna', { type: 'finish' }]], given), person('anna'), since)?.code).toBe(
      'link-over',
    );
  });

  it('is sent back with words, and secured anew', () => {
    expect(said(STEPS.registration, 'rolf', { type: 'send-back', words: '' })).toBe('invalid: words missing');
    expect(said(STEPS.registration, 'rolf', { type: 'send-back', words: 'Suddig.' })).toBe(
      'sent-back → evidence; sent-back to anna; refresh',
    );
  });
});

describe('The registration', () => {
  it.each<[CaseCommand, string]>([
    [NUMBER, 'registered → removal; registered to anna; refresh'],
    [{ type: 'register', number: '' }, 'invalid: number missing'],
    [{ type: 'register', number: 'ja' }, 'invalid: number bad-number'],
    [{ type: 'register', number: '1'.repeat(121) }, 'invalid: number too-long'],
    [{ type: 'register-later', day: '2026-11-24' }, 'registered → removal; registered to anna; refresh'],
    [{ type: 'register-later', day: '2026-11-23' }, 'invalid: day bad-date'],
    [{ type: 'register-later', day: '2026-02-30' }, 'invalid: day bad-date'],
    [{ type: 'register-later', day: '2027-01-30' }, 'invalid: day bad-date'],
    [{ type: 'register-not', words: '' }, 'invalid: words missing'],
    [{ type: 'register-not', words: 'Av liten vikt.' }, 'registered → removal; registered to anna; refresh'],
  ])('G-7.1c: %j', (command, expected) => {
    expect(said(STEPS.registration, 'rolf', command)).toBe(expected);
  });

  it('G-7.1a: of what stays leads to an answer, and nothing is removed', () => {
    const registered = walk(
      [
        ['anna', answers('views')],
        ['anna', ruling('register')],
        ['anna', picture('a')],
        ['anna', SECURE],
        ['rolf', NUMBER],
      ],
      STEPS.asking,
    );

    expect(registered.status).toBe('telling');
    expect(said(registered, 'anna', REMOVE)).toBe('not-removed');
    expect(said(registered, 'anna', TELL)).toBe('told → done; done to rolf; refresh');
  });

  it('G-7.1b6: what may be secret is always registered', () => {
    const secret = walk(
      [
        ['anna', answers('secret')],
        ['anna', ruling('register-delete')],
        ['anna', picture('a')],
        ['anna', SECURE],
      ],
      STEPS.asking,
    );

    expect(said(secret, 'rolf', { type: 'register-not', words: 'Av liten vikt.' })).toBe(
      'secret-is-registered',
    );
  });

  it('G-7.1c: what was put off gets its number later, also when the case is done', () => {
    const done = walk(
      [
        ['rolf', { type: 'register-later', day: '2026-11-30' }],
        ['anna', REMOVE],
        ['anna', TELL],
      ],
      STEPS.registration,
    );

    expect(said(done, 'rolf', NUMBER)).toBe('number-added → done; refresh');
    expect(said(walk([['rolf', NUMBER]], done), 'rolf', NUMBER)).toBe('already');
  });

  it('gets a package that is ready to paste, with what may be secret, and no author', () => {
    const state = STEPS.registration;
    const lines = diaryPackage(ID, state, PEOPLE.rolf.aad, facts(), 'sv', texts.sv);
    const secret = walk([['rolf', { type: 'set-secrecy', secrecy: 'secret', reference: 'osl-26-1' }]], state);
    const masked = diaryPackage(ID, secret, PEOPLE.rolf.aad, facts(), 'sv', texts.sv);

    expect(Object.fromEntries(lines!.map(({ label, value }) => [label, value]))).toEqual({
      Rubrik: `Kommentar på ${account().handle}, ${account().platformName} den 2026-11-23`,
      Ärende: '2026-11-23-K3F9QZ',
      Skrevs: '2026-11-23 09:30',
      Säkrades: '2026-11-23 10:00',
      Avsändare: 'Någon utanför kommunen, se bilden',
      Mottagare: 'Kommunen',
      'Kan beröra': '7.1b1 reglerna om förtal och angrepp på personer',
      'Förslag om sekretess': 'Ingen',
      Länk: POST.link,
      Bilder: `SHA-256 ${'a'.repeat(64)}`,
    });
    expect(masked!.find(({ label }) => label === 'Förslag om sekretess')?.value).toBe(
      'Offentlighets- och sekretesslagen 26 kap. 1 §: socialtjänst',
    );
    expect(diaryPackage(ID, secret, PEOPLE.karin.aad, facts(), 'sv', texts.sv)).toBeUndefined();
  });
});

describe('The end', () => {
  it.each<[Partial<Extract<CaseCommand, { type: 'remove' }>>, string]>([
    [{}, 'removed → telling; refresh'],
    [{ day: '2026-11-23', time: '09:45' }, 'removed → telling; refresh'],
    [{ time: '10:30' }, 'invalid: time in-future'],
    [{ day: '2026-11-24' }, 'invalid: day in-future'],
    [{ day: '2026-11-22' }, 'invalid: day bad-date'],
    [{ time: '25:00' }, 'invalid: time bad-time'],
    [{ how: 'remains' }, 'invalid: words missing'],
    [{ how: 'remains', words: 'Det är inte vår sida.' }, 'removed → telling; refresh'],
  ])('G-7.1c: *Borttaget* with %j', (changed, expected) => {
    expect(said(STEPS.removal, 'anna', { ...REMOVE, ...changed } as CaseCommand)).toBe(expected);
  });

  it('G-7.1c: the author is told, or a word says why not; all get a receipt', () => {
    expect(said(STEPS.telling, 'karin', TELL)).toBe('told → done; done to anna; done to rolf; refresh');
    expect(said(STEPS.telling, 'anna', { type: 'tell', told: 'not-told', words: '' })).toBe(
      'invalid: words missing',
    );
  });

  it('a case that is withdrawn holds nothing of the post', () => {
    expect(JSON.stringify(STEPS.withdrawn)).not.toContain(TEXT);
  });
});

describe('*Jag tar det*', () => {
  const held = walk([['bo', { type: 'hold' }]], STEPS.evidence);

  it('is seen by the others, whose steps wait, and not by the registrar’s', () => {
    const waiting = walk([['anna', { type: 'hold' }]], STEPS.registration);

    expect(send(held, 'anna', picture('a')).refused).toEqual({
      code: 'held',
      details: { name: PEOPLE.bo.name },
    });
    expect(said(held, 'anna', { type: 'hold' })).toBe('held');
    expect(said(held, 'bo', picture('a'))).toBe('kept → evidence; refresh');
    expect(said(waiting, 'rolf', NUMBER)).toBe('registered → removal; registered to anna; refresh');
  });

  it('is let go on demand, and whoever held it is told', () => {
    expect(said(held, 'anna', { type: 'release' })).toBe('released → evidence; released to bo; refresh');
    expect(said(held, 'bo', { type: 'release' })).toBe('released → evidence; refresh');
    expect(said(STEPS.evidence, 'anna', { type: 'release' })).toBe('already');
  });
});
