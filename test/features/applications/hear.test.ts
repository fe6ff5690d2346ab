/** Free text that wishes for an account opens the form with what it says. */
import { hear } from '../../../src/features/applications/hear';
import { sundsvall } from '../../guidelines/sundsvall';

const guideline = sundsvall();

it.each([
  ['vi vill ha instagram för biblioteket', { platform: 'instagram', unit: 'Biblioteket' }],
  [
    'Vi skulle vilja starta en Facebook-sida för Kulturskolan!',
    { platform: 'facebook', unit: 'Kulturskolan' },
  ],
  ['behöver insta till oss på Badhuset', { platform: 'instagram', unit: 'Badhuset' }],
  ['jag vill ha ett konto', {}],
  ['vi vill ha instragram', { platform: 'instagram' }],
  ['we want youtube for the library', { platform: 'youtube', unit: 'Library' }],
  ['kan vi få ett X-konto', { platform: 'x' }],
])('hears in "%s" what the form can begin with', (text, answers) => {
  expect(hear(text, guideline)).toEqual(answers);
});

it.each([
  'hej',
  'vad är instagram',
  'vi har problem med facebook',
  'hur raderar jag ett konto',
  'fråga om vi vill ha instagram',
  '',
])('hears no wish for an account in "%s"', (text) => {
  expect(hear(text, guideline)).toBeUndefined();
});
