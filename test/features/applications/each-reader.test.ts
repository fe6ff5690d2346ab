/** What one reader must not be told in the place of another, and the one thing each is led to. */
import type { ApplicationEvent } from '../../../src/features/applications/events';
import type { Application, Draft } from '../../../src/features/applications/model';
import { present } from '../../../src/features/applications/present';
import { actionsOf, inputsOf, nodesOf } from '../../support/card-parts';
import { PEOPLE, wordsOf, type Who } from '../../support/house';
import { cardOf } from '../cards';
import { person } from '../world';
import { application, facts, ID, twin } from './applications';

const HELD = {
  status: 'held',
  day: '2026-11-20',
  by: PEOPLE.karin.aad,
  name: 'Karin Kommunikatör',
  words: 'Börja med Instagram.',
} as const;

function shown(state: Application, who: Who, event?: Partial<ApplicationEvent>): object {
  const { aad: by, name } = PEOPLE.anna;
  const at = '2026-11-20T09:00:00.000Z';
  const events = event === undefined ? [] : [{ at, by, name, event: event as ApplicationEvent }];
  const matter = { kind: 'application', id: ID, revision: 3, state, events };
  return cardOf(present({ id: ID, matter, viewer: person(who), locale: 'sv', facts: facts() }));
}

/** The titles of the buttons that stand out. */
function leading(card: object): readonly string[] {
  return nodesOf(card).flatMap(({ style, title }) => (style === 'positive' ? [String(title)] : []));
}

function draft(changed: Partial<Draft>): Draft {
  return { ...application('draft'), ...changed };
}

describe('an account that looks alike', () => {
  const declined = { handle: 'stadsbiblioteket', name: 'Bo Boendestöd', words: 'Vi är många redan.' };

  it('who said no reads that they have answered, not what the applicant may do now', () => {
    const wishes = [{ person: PEOPLE.bo.aad, handle: 'stadsbiblioteket' }];

    const words = wordsOf(shown(draft({ twins: [twin()], declined, wishes }), 'bo'));

    expect(words).toContain('Anna Anställd frågade om att få vara med i stadsbiblioteket.');
    expect(words).not.toContain('Du kan fortsätta med din egen ansökan.');
    expect(words).not.toContain('Utkast');
  });

  it('asking to join is what a single one leads to; after a no it is going on', () => {
    const before = shown(draft({ twins: [twin()] }), 'anna');
    const after = shown(draft({ twins: [twin()], declined }), 'anna');

    expect(leading(before)).toEqual(['Be att få vara med']);
    expect(leading(after)).toEqual(['Fortsätt ändå']);
    expect(actionsOf(after).map(({ title }) => title)).not.toContain('Be att få vara med');
  });
});

describe('G-2.0: a talk', () => {
  it('that is asked for leads to a time, one with a time to what was agreed', () => {
    const at = '2026-11-20T09:00:00.000Z';
    const asked = draft({ consultation: { status: 'asked', at, told: 0 } });
    const planned = draft({
      consultation: {
        status: 'planned',
        at,
        day: '2026-11-24',
        time: '10.00',
        name: 'Karin Kommunikatör',
        told: 0,
      },
    });

    expect(leading(shown(asked, 'karin'))).toEqual(['Föreslå tid']);
    expect(leading(shown(planned, 'karin'))).toEqual(['Vi har pratat']);
  });

  it('that is written down is read by both, and not asked about again', () => {
    const state = draft({ consultation: HELD });
    const last = draft({ consultation: HELD, step: 5 });

    expect(wordsOf(shown(state, 'karin'))).toContain(HELD.words);
    expect(wordsOf(shown(state, 'anna', { type: 'consultation-held' }))).toContain(HELD.words);
    expect(wordsOf(shown(last, 'anna'))).toContain(HELD.words);
    expect(inputsOf(shown(last, 'anna'))).toEqual({});
  });

  it('does not tell the communicator that the applicant’s draft is saved', () => {
    const event = { type: 'answered', saved: true } as const;

    expect(wordsOf(shown(draft({ consultation: HELD }), 'anna', event))).toContain('Utkastet är sparat.');
    expect(wordsOf(shown(draft({ consultation: HELD }), 'karin', event))).not.toContain(
      'Utkastet är sparat.',
    );
  });
});

describe('a decision', () => {
  it('that waits for answers says so on the form; with the answers it leads to what was changed', () => {
    const changes = application('changes');
    const before = { ...changes.answers, purpose: 'Visa böcker.' };
    const again = { ...application('submitted'), before };

    expect(wordsOf(shown(changes, 'anna'))).toContain('Karin Kommunikatör behöver veta mer.');
    expect(wordsOf(shown(again, 'karin'))).toContain('Anna Anställd har svarat på frågorna.');
    expect(wordsOf(shown(application('submitted'), 'karin'))).not.toContain('har svarat på frågorna');
  });

  it('that was handed over shows the note to the colleague, and not to the applicant', () => {
    const handed = {
      to: PEOPLE.sara.aad,
      toName: 'Sara Samordnare',
      by: PEOPLE.karin.aad,
      name: 'Karin Kommunikatör',
      words: 'Titta på namnet.',
      at: '2026-11-20T09:00:00.000Z',
    };
    const state = { ...application('submitted'), handed };

    expect(wordsOf(shown(state, 'sara'))).toContain('Titta på namnet.');
    expect(wordsOf(shown(state, 'anna'))).not.toContain('Titta på namnet.');
  });
});
