/** Decisions as people meet them: a rejection with words, a click that comes too late, and words that try to be more. */
import { apply } from './support/form';
import { openStage, type Stage } from './support/stage';
import { changes } from './walks/changes';
import { handover } from './walks/handover';
import { talkFirst } from './walks/talk-first';
import { withdraw } from './walks/withdraw';

let stage: Stage<'anna' | 'karin' | 'kim' | 'sara'>;
beforeAll(async () => {
  stage = await openStage(['anna', 'karin', 'kim', 'sara']);
});
afterAll(() => stage.close());

/** Without the characters that have no shape of their own: joiners and marks of direction. */
function visible(text: string): string {
  return text.replace(/[\u2060\u202a-\u202e\u2066-\u2069]/g, '');
}

describe('in the windows of Anna, Karin, Kim and Sara', () => {
  talkFirst(() => stage);
  changes(() => stage);
  handover(() => stage);
  withdraw(() => stage);

  it('a rejection needs words, and the applicant reads them', async () => {
    const { anna, karin } = stage.windows;
    const words = 'Kontot liknar ett som redan finns. Hör av dig till Stadsbiblioteket.';

    await apply(anna, { changed: { handle: '@avslag.demo' } });
    await karin.expectText('@avslag.demo');
    await karin.click('Avslå');
    await karin.expectText('Svaret saknas.');
    await karin.picture('reject-problem');
    await karin.fill('Ditt meddelande', words);
    await karin.click('Avslå');

    await karin.expectText('Karin Kommunikatör avslog ansökan.');
    await karin.picture('rejected-karin');
    await anna.expectText(words);
    await anna.expectText('Kontakta Karin Kommunikatör');
    await anna.picture('rejected-anna');
  });

  it('when Kim has decided, Karin sees it in her card, and a click on an older card is told', async () => {
    const { anna, karin, kim } = stage.windows;

    await apply(anna, { changed: { handle: '@sen.demo' } });
    await karin.expectText('@sen.demo');
    await kim.expectText('@sen.demo');
    await karin.say('att göra');
    await karin.expectCards('@sen.demo', 2);
    await kim.click('Godkänn');

    await karin.expectText('Kim Kollega godkände ansökan, för Karin Kommunikatör.');
    await karin.picture('updated-karin');
    await karin.click('Godkänn');
    await karin.expectText(/(Kortet var gammalt|Det är redan gjort)\. Kim Kollega godkände ansökan/);
    await karin.picture('late-click', /(Kortet var gammalt|Det är redan gjort)\./);
  });

  it('what a person typed is shown as the characters it is', async () => {
    const { anna, karin } = stage.windows;
    const hostile = [
      '<b>fet</b>',
      '[x](http://e.x)',
      '${title}',
      '{{DATE(2026-01-01T00:00:00Z)}}',
      '<at>Anna</at>',
      '\u202Etxet',
    ];

    await apply(anna, {
      changed: { handle: '<b>@fientlig.demo</b>', unit: hostile.join(' '), purpose: hostile.join('\n') },
    });
    await karin.expectText('@fientlig.demo');
    const card = karin.card('@fientlig.demo');
    const shown = visible(await card.innerText());

    expect(shown).toContain('<b>@fientlig.demo</b>');
    expect(shown).toContain(visible(`Instagram · ${hostile.join(' ')} · Kultur och fritid`));
    for (const words of hostile) expect(shown).toContain(visible(words));
    expect(await card.locator('a, b, strong, at').count()).toBe(0);
    await karin.picture('hostile', '@fientlig.demo');
  });
});
