/** What a capture does with pictures, and what its upload page says (G-7.3c). */
import { dayIn, showDay } from '../../kernel/calendar';
import type { Refusal } from '../../kernel/decision';
import type { Picture } from '../../kernel/picture';
import type { Pictures } from '../../ports/flow';
import type { Download, PageFile, UploadPage } from '../../ports/page';
import type { CaptureCommand } from './commands';
import type { CaptureEvent } from './events';
import { doubtOf } from './evolve';
import type { Facts, Showing } from './facts';
import { current, type Capture, type Kept } from './model';
import { titleOf } from './present';
import { refusal, roomIn } from './take';
import { texts } from './texts';
import type { Texts } from './texts-shape';

export const pictures: Pictures<Capture, CaptureCommand, CaptureEvent, Facts> = {
  refuses: (state, actor, facts, linkAt) => refusal(state, actor, facts, linkAt),
  take: (picture, via) => ({ type: 'take', picture, via }),
  setAside: (state, sha256) =>
    state.pictures.filter((one) => one.superseded !== undefined && one.sha256 === sha256).length,
  answer: (yes) => ({ type: yes ? 'trust' : 'drop' }),
  finish: () => ({ type: 'finish' }),
  page,
};

/** One picture of the trail or in doubt, under a name that says what it is. */
export function pictureOf(state: Capture, part: string | undefined): Download | Refusal {
  const picture = [...state.pictures, ...besides(state)].find(({ sha256 }) => sha256 === part);
  return picture ? { kind: 'picture', name: nameOf(state, picture), picture } : { code: 'gone' };
}

/** What may be opened from the card, in its order: those that count, then supplements, or those in doubt. */
export function shownOn(state: Capture): Kept[] {
  return [...current(state), ...besides(state)];
}

function besides(state: Capture): Kept[] {
  return state.status === 'sealed' ? state.supplements : (doubtOf(state)?.pictures ?? []);
}

function page({ matter, locale, facts }: Showing): UploadPage {
  const words = texts[locale];
  if (!matter) throw new Error('the page of a capture that does not exist');
  const { state } = matter;
  const doubt = doubtOf(state);
  const shown =
    state.status === 'sealed' ? state.supplements : [...current(state), ...(doubt?.pictures ?? [])];
  return {
    title: titleOf(state, words, locale),
    name: state.account.handle,
    about: [state.account.platformName, state.account.unit].join(' · '),
    status: statusOf(state, facts, words, showDay(state.to, locale, facts.moment.today)),
    // How many there may be, and of which kind, the page says where they are chosen.
    what: facts.guideline.seasons.pictures.show.map((one) => one[locale]),
    files: shown.map((picture): PageFile => {
      const day = showDay(dayIn(facts.moment.organisation.timeZone, picture.at), locale, facts.moment.today);
      return {
        sha256: picture.sha256,
        about: words.file(typeName(picture), sizeName(picture.bytes, locale), day),
      };
    }),
    room: doubt ? 0 : roomIn(state, facts),
    ...(doubt
      ? { question: { text: words.doubt[doubt.why], yes: words.buttons.trust, no: words.buttons.drop } }
      : {}),
  };
}

function statusOf(state: Capture, { moment }: Facts, { upload }: Texts, day: string): string {
  if (state.status === 'sealed') return upload.sealed;
  if (current(state).length > 0) return upload.done;
  return state.to < moment.today ? upload.late(day) : upload.status(day);
}

function typeName({ type }: Picture): string {
  return { 'image/png': 'PNG', 'image/jpeg': 'JPEG', 'image/webp': 'WebP', 'application/pdf': 'PDF' }[type];
}

function sizeName(bytes: number, locale: 'sv' | 'en'): string {
  const size =
    bytes < 1_000_000
      ? { n: Math.max(1, Math.round(bytes / 1000)), unit: 'kB' }
      : { n: Math.round(bytes / 100_000) / 10, unit: 'MB' };
  return `${size.n.toLocaleString(locale === 'sv' ? 'sv-SE' : 'en-GB')} ${size.unit}`;
}

function nameOf({ account, season }: Capture, { sha256, file }: Picture): string {
  const extension = file.slice(file.lastIndexOf('.') + 1);
  return `${account.platformName} ${account.handle} ${season} ${sha256.slice(0, 8)}.${extension}`;
}
