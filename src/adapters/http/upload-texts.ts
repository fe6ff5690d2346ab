/** Every word of the upload page that no feature says: Swedish first, English checked against it. */
import type { Locale } from '../../kernel/locale';

export interface UploadTexts {
  readonly product: string;
  /** What the pictures should show; the lines are the feature's. */
  readonly what: string;
  readonly choose: string;
  readonly drop: string;
  readonly limits: string;
  readonly room: (count: number) => string;
  readonly full: string;
  /** Heading of the pictures that are on their way, for those who do not see it. */
  readonly sending: string;
  readonly inside: string;
  readonly none: string;
  readonly finish: string;
  readonly finishHint: string;
  readonly thanks: string;
  readonly close: string;
  readonly goneTitle: string;
  readonly failedTitle: string;
  readonly failed: string;
  readonly noScript: string;
  /** Said by the page's script. */
  readonly script: {
    readonly waiting: string;
    readonly underWay: string;
    readonly in: string;
    readonly noRoom: string;
    readonly unreachable: string;
    readonly again: string;
    readonly leaving: string;
  };
}

const sv: UploadTexts = {
  product: 'Kanalvakt',
  what: 'Det här ska synas på bilderna',
  choose: 'Välj bilder',
  drop: 'Du kan också dra hit dem eller klistra in dem.',
  limits: 'Skicka PNG, JPEG, WebP eller PDF. En fil får vara högst 25 MB.',
  room: (count) =>
    count === 1 ? 'Det finns plats för en bild till.' : `Det finns plats för ${count} bilder till.`,
  full: 'Det finns inte plats för fler bilder.',
  sending: 'Bilder på väg',
  inside: 'Bilder som är inne',
  none: 'Ingen bild är inne än.',
  finish: 'Klar',
  finishHint: 'Tryck på Klar när alla bilder är inne. Då slutar länken att gälla.',
  thanks: 'Tack! Bilderna är inne.',
  close: 'Du kan stänga sidan.',
  goneTitle: 'Sidan kan inte visas',
  failedTitle: 'Något gick fel',
  failed: 'Något gick fel hos mig. Försök igen om en stund.',
  noScript: 'Sidan fungerar inte utan skript. Svara med bilden i chatten i Teams i stället.',
  script: {
    waiting: 'Väntar',
    underWay: 'Skickas',
    in: 'är inne',
    noRoom: 'Den fick inte plats och är inte skickad.',
    unreachable: 'Den kom inte fram. Se efter att du har nät.',
    again: 'Försök igen',
    leaving: 'Alla bilder är inte inne än.',
  },
};

const en: UploadTexts = {
  product: 'Kanalvakt',
  what: 'This should be seen in the pictures',
  choose: 'Choose pictures',
  drop: 'You can also drag them here or paste them.',
  limits: 'Send PNG, JPEG, WebP or PDF. A file may be 25 MB at most.',
  room: (count) =>
    count === 1 ? 'There is room for one more picture.' : `There is room for ${count} more pictures.`,
  full: 'There is no room for more pictures.',
  sending: 'Pictures on their way',
  inside: 'Pictures that are in',
  none: 'No picture is in yet.',
  finish: 'Done',
  finishHint: 'Press Done when all pictures are in. The link then ends.',
  thanks: 'Thank you! The pictures are in.',
  close: 'You can close the page.',
  goneTitle: 'The page cannot be shown',
  failedTitle: 'Something went wrong',
  failed: 'Something went wrong on my side. Try again in a while.',
  noScript: 'The page does not work without scripts. Answer with the picture in the chat in Teams instead.',
  script: {
    waiting: 'Waiting',
    underWay: 'Being sent',
    in: 'is in',
    noRoom: 'There was no room for it, and it is not sent.',
    unreachable: 'It did not arrive. See whether you are online.',
    again: 'Try again',
    leaving: 'Not all pictures are in yet.',
  },
};

export const uploadTexts: Readonly<Record<Locale, UploadTexts>> = { sv, en };
