/** The order of steps, with nothing skipped: by table, and by random commands of random people. */
import fc from 'fast-check';
import type { CaseCommand } from '../../../src/features/triage/commands';
import { contentFor } from '../../../src/features/triage/masking';
import type { Case } from '../../../src/features/triage/model';
import { texts } from '../../../src/features/triage/texts';
import { diaryPackage } from '../../../src/features/triage/diary';
import { PEOPLE, type Who } from '../../support/house';
import {
  answers,
  CULL,
  DESCRIBE,
  facts,
  ID,
  NUMBER,
  picture,
  refusalOf,
  REMOVE,
  ruling,
  SAFE,
  SECURE,
  send,
  STEPS,
  TELL,
  TEXT,
} from './walk';

/** Whoever may send it where it has its place. */
const SENDERS: readonly (readonly [command: CaseCommand, who: Who])[] = [
  [answers('views'), 'anna'],
  [ruling('keep', 'Det är kritik.'), 'karin'],
  [CULL, 'karin'],
  [{ type: 'agree' }, 'sara'],
  [SECURE, 'anna'],
  [NUMBER, 'rolf'],
  [REMOVE, 'anna'],
  [TELL, 'anna'],
];

type Step = keyof typeof STEPS;

function said(step: Step | undefined): string {
  const state = step === undefined ? undefined : STEPS[step];
  return SENDERS.map(([command, who]) => `${command.type} ${refusalOf(send(state, who, command))}`).join(
    ', ',
  );
}

describe('G-7.1c: out of order', () => {
  it.each<[Step | undefined, string]>([
    [
      undefined,
      'answer needs-safety, rule needs-safety, cull needs-safety, agree needs-safety, secure needs-safety, register needs-safety, remove needs-safety, tell needs-safety',
    ],
    [
      'describing',
      'answer needs-description, rule not-yours, cull not-yours, agree secret, secure needs-description, register not-yours, remove not-remover, tell not-remover',
    ],
    [
      'asking',
      'answer done, rule secret, cull secret, agree secret, secure needs-answers, register needs-answers, remove needs-answers, tell needs-answers',
    ],
    [
      'suggested',
      'answer done, rule done, cull invalid: words missing, agree needs-ruling, secure needs-ruling, register needs-ruling, remove needs-ruling, tell needs-ruling',
    ],
    [
      'asked',
      'answer done, rule registrar-decides, cull registrar-decides, agree needs-registrar, secure needs-registrar, register needs-registrar, remove needs-registrar, tell needs-registrar',
    ],
    [
      'evidence',
      'answer past, rule done, cull invalid: words missing, agree past, secure needs-picture, register needs-evidence, remove needs-evidence, tell needs-evidence',
    ],
    [
      'registration',
      'answer past, rule past, cull past, agree past, secure past, register done, remove needs-registration, tell needs-registration',
    ],
    [
      'removal',
      'answer past, rule past, cull past, agree past, secure past, register already, remove done, tell needs-removal',
    ],
    [
      'telling',
      'answer past, rule past, cull past, agree past, secure past, register already, remove past, tell done',
    ],
    [
      'done',
      'answer closed, rule closed, cull closed, agree closed, secure closed, register already, remove closed, tell closed',
    ],
    [
      'culling',
      'answer needs-second, rule needs-second, cull needs-second, agree done, secure needs-second, register needs-second, remove needs-second, tell needs-second',
    ],
  ])('at %s each step says what is missing', (step, expected) => {
    expect(said(step)).toBe(expected);
  });

  it('each refusal has its sentence in both languages', () => {
    const codes = Object.keys(STEPS).flatMap((step) =>
      SENDERS.map(([command, who]) => send(STEPS[step as Step], who, command).refused?.code),
    );

    for (const code of new Set(codes)) {
      if (code === undefined) continue;
      expect(Object.keys(texts.sv.refusals)).toContain(code);
      expect(Object.keys(texts.en.refusals)).toContain(code);
    }
  });
});

/** Commands that say too little, too much and the right thing. */
const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.constantFrom<CaseCommand>(
    SAFE,
    DESCRIBE,
    answers('attack'),
    answers('secret'),
    answers('?secret'),
    answers('views'),
    answers('minor'),
    answers(),
    picture('a'),
    picture('b'),
    SECURE,
    NUMBER,
    REMOVE,
    TELL,
    CULL,
    { type: 'agree' },
    { type: 'disagree', words: 'Den behövs.' },
    { type: 'hold' },
    { type: 'release' },
    { type: 'withdraw' },
    { type: 'consult' },
    { type: 'supersede' },
    { type: 'link' },
    { type: 'finish' },
    { type: 'send-back', words: 'Bilden är suddig.' },
    { type: 'register-later', day: '2026-11-30' },
    { type: 'register-not', words: 'Av liten vikt.' },
    { type: 'set-secrecy', secrecy: 'open', reference: '' },
    { type: 'set-secrecy', secrecy: 'secret', reference: 'osl-26-1' },
    { type: 'name-handler', person: 'Emma English' },
    { type: 'report', to: 'platform', words: '' },
    { type: 'report', to: 'police', words: '' },
    { type: 'hand-over', reference: 'K 1' },
    { type: 'safety', life: 'yes', children: 'unsure' },
    { type: 'tick' },
  ),
  fc
    .record({
      outcome: fc.constantFrom('register-delete' as const, 'register' as const, 'keep' as const),
      words: fc.constantFrom('', 'Ett skäl.'),
    })
    .map(({ outcome, words }) => ruling(outcome, words)),
);

const who = fc.constantFrom<Who>('anna', 'bo', 'emma', 'karin', 'kim', 'vera', 'rolf', 'sara', 'dag', 'nils');
/** Often the sensible next thing, so that walks come far. */
const ways = fc.array(fc.tuple(who, command, fc.integer({ min: 0, max: 2 })), {
  minLength: 5,
  maxLength: 60,
});

const SENSIBLE: Partial<Record<Case['status'], readonly (readonly [Who, CaseCommand])[]>> = {
  describing: [['anna', DESCRIBE]],
  asking: [
    ['anna', answers('attack')],
    ['anna', answers('secret')],
    ['anna', answers('minor')],
  ],
  suggested: [
    ['anna', ruling('register-delete', 'Ett skäl.')],
    ['rolf', ruling('register-delete', 'Ett skäl.')],
    ['anna', CULL],
    ['karin', CULL],
  ],
  evidence: [
    ['anna', picture('a')],
    ['anna', SECURE],
  ],
  registration: [['rolf', NUMBER]],
  removal: [['anna', REMOVE]],
  telling: [['anna', TELL]],
  culling: [
    ['karin', { type: 'agree' }],
    ['sara', { type: 'agree' }],
  ],
  alarm: [['sara', { type: 'hand-over', reference: 'K 1' }]],
};

const RANK: readonly string[] = ['evidence', 'registration', 'removal', 'telling'];

/** What must be true of every step that was taken, said without the code that takes it. */
function checkStep(before: Case | undefined, after: Case, actor: string, sent: CaseCommand): void {
  const [from, to] = [RANK.indexOf(before?.status ?? ''), RANK.indexOf(after.status)];
  // Forward one step at a time, or over the removal where nothing is removed.
  if (from >= 0 && to > from + 1) {
    expect([before?.status, after.status]).toEqual(['registration', 'telling']);
    expect('ruling' in after && after.ruling.outcome).toBe('register');
  }
  if (after.status === 'registration') {
    expect(after.pictures.filter(({ superseded }) => !superseded).length).toBeGreaterThan(0);
    expect(after.post.link).not.toBe('');
  }
  if (after.status === 'removal' || after.status === 'telling') {
    expect(after.evidence.at).toBeTruthy();
    expect(after.registration.kind).toMatch(/number|pending|not-needed/);
  }
  if ('removal' in after) expect('registration' in after).toBe(true);
  if (after.status === 'done') {
    const { outcome, by } = after.ruling;
    if (outcome === 'register-delete')
      expect(after).toMatchObject({ evidence: {}, registration: {}, removal: {}, telling: {} });
    if (outcome === 'register') expect(after).toMatchObject({ evidence: {}, registration: {}, telling: {} });
    if (outcome === 'cull') {
      expect(after.culling?.confirmed).toHaveLength(4);
      expect(after.culling?.decision).toBe('KFN-2025-00042, § 17');
      expect(after.second?.by).not.toBe(after.culling?.by);
      expect(after.second?.by).not.toBe(by);
    }
    if (after.registration?.kind === 'not-needed' && before?.status !== 'done' && 'secrecy' in before!)
      expect(sent.type === 'tell' || sent.type === 'register-not').toBe(true);
  }
  if (sent.type === 'register' || sent.type === 'register-later' || sent.type === 'register-not')
    expect(actor).toBe(PEOPLE.rolf.aad);
  if ('ruling' in after && after.ruling.against !== undefined) expect(after.ruling.ground).not.toBe('');
  if (after.status === 'alarm' || after.status === 'handed')
    expect(JSON.stringify(after)).not.toMatch(/zebrafink|sha256|pictures/);
}

function answeredSecret(state: Case | undefined): boolean {
  return state !== undefined && 'secrecy' in state && state.secrecy.status !== 'open';
}

/** Registrar, and whoever was named; said anew, without the code of the policy. */
function readers(state: Case): readonly string[] {
  const named = 'handlers' in state ? state.handlers.map(({ id }) => id) : [];
  return state.department === '' ? named : [...named, PEOPLE.rolf.aad];
}

/** Whether it is masked, by what was sent and taken so far: before the answers, and after yes or unsure to secrecy. */
function maskAfter(sent: CaseCommand, after: Case, before: boolean): boolean {
  if (after.status === 'describing' || after.status === 'asking') return true;
  if (after.status === 'alarm' || after.status === 'handed' || after.status === 'withdrawn') return false;
  if (sent.type === 'set-secrecy') return sent.secrecy === 'secret';
  if (sent.type !== 'answer') return before;
  const said = sent.answers['secret'] ?? 'no';
  const lowered = said === 'no' && 'secrecy' in after && after.secrecy.status === 'open';
  return !lowered;
}

function checkMask(state: Case): void {
  for (const [, { aad }] of Object.entries(PEOPLE)) {
    const seen = JSON.stringify([
      contentFor(aad, ID, state, facts()),
      diaryPackage(ID, state, aad, facts(), 'sv', texts.sv),
    ]);
    if (!readers(state).includes(aad)) expect(seen).not.toMatch(/zebrafink|instagram|[ab]{64}|Ett skäl/);
  }
}

describe('G-7.1c, G-7.4, G-7.1b6: whatever people send, in whatever order', () => {
  it('no step comes before the one it needs, culling takes two, and what is masked stays so', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(ways, (steps) => {
        let state: Case | undefined;
        let masked = true;
        for (const [at, [anybody, anything, dice]] of steps.entries()) {
          const likely = SENSIBLE[state?.status ?? 'done'] ?? [];
          const [name, sent]: readonly [Who, CaseCommand] =
            state === undefined
              ? dice === 2
                ? [anybody, anything]
                : ['anna', SAFE]
              : ((dice > 0 ? likely[(at + steps.length) % Math.max(1, likely.length)] : undefined) ?? [
                  anybody,
                  anything,
                ]);
          const done = send(
            state,
            sent.type === 'tick' ? { type: 'system', organisation: 'sundsvall' } : name,
            sent,
          );
          if (done.refused) {
            expect(done.state).toBe(state);
            continue;
          }
          if (!done.state) continue;
          if (done.events.length > 0) checkStep(state, done.state, PEOPLE[name].aad, sent);
          // Only a registrar lifts the mask of what was answered to be secret.
          if (answeredSecret(state) && 'secrecy' in done.state && done.state.secrecy.status === 'open') {
            expect(sent.type).toBe('set-secrecy');
            expect(name).toBe('rolf');
          }
          state = done.state;
          if (done.events.length > 0) masked = maskAfter(sent, state, masked);
          seen.add(`${state.status}${masked ? ' masked' : ''}`);
          if (masked) checkMask(state);
          for (const effect of done.effects)
            expect(JSON.stringify(effect)).not.toMatch(/zebrafink|instagram/);
        }
      }),
      { numRuns: 600, seed: 20261123 },
    );

    // The walks come to every place there is, or the property would say little.
    expect([...seen].sort()).toEqual(
      expect.arrayContaining([
        'alarm',
        'asking masked',
        'culling',
        'describing masked',
        'done',
        'done masked',
        'evidence masked',
        'handed',
        'registration masked',
        'removal',
        'telling masked',
        'withdrawn',
      ]),
    );
  });

  it('the text of the example would be seen, were it shown', () => {
    expect(JSON.stringify(contentFor(PEOPLE.anna.aad, ID, STEPS.asking, facts()))).toContain(TEXT);
    expect(contentFor(PEOPLE.karin.aad, ID, STEPS.asking, facts())).toEqual({
      masked: true,
      number: '2026-11-23-K3F9QZ',
    });
  });
});
