/** What a case does with pictures, and what its upload page says: the evidence (G-7.1c). */
import { dayIn, showDay } from '../../kernel/calendar';
import type { Refusal } from '../../kernel/decision';
import type { Pictures } from '../../ports/flow';
import type { Download, PageFile, UploadPage } from '../../ports/page';
import type { CaseCommand } from './commands';
import type { CaseEvent } from './events';
import type { Facts, Showing } from './facts';
import { mayRead } from './masking';
import { current, numberOf, type Case } from './model';
import { permits } from './policy';
import { refusal, roomIn } from './secure';
import { texts } from './texts';

export const pictures: Pictures<Case, CaseCommand, CaseEvent, Facts> = {
  // Asked before anything is fetched: a masked case takes nothing from whoever may not read it (G-7.1b6).
  refuses: (state, actor, facts, linkAt) =>
    permits(actor, { type: 'take' }, state, facts) ?? refusal(state, actor, linkAt),
  take: (picture, via) => ({ type: 'take', picture, via }),
  // The page of a case asks no question.
  answer: () => ({ type: 'finish' }),
  finish: () => ({ type: 'finish' }),
  page,
};

/** One picture of the trail; whoever may not read the case gets none. */
export function pictureOf(
  id: string,
  state: Case,
  part: string | undefined,
  forbidden: Refusal | undefined,
): Download | Refusal {
  if (forbidden) return forbidden;
  const picture = 'pictures' in state ? state.pictures.find(({ sha256 }) => sha256 === part) : undefined;
  if (!picture) return { code: 'gone' };
  const extension = picture.file.slice(picture.file.lastIndexOf('.') + 1);
  return { kind: 'picture', name: `${numberOf(id)} ${picture.sha256.slice(0, 8)}.${extension}`, picture };
}

/** Whoever has an old link to what became secret learns its number, and nothing of what is in it. */
function page({ id, matter, viewer, locale, facts }: Showing): UploadPage {
  const words = texts[locale];
  if (!matter) throw new Error('the page of a case that does not exist');
  const { state } = matter;
  const shown = 'pictures' in state && mayRead(viewer.id, state, facts) ? current(state) : [];
  return {
    title: words.upload.title,
    name: words.numbered(numberOf(id)),
    about: words.list.about,
    status: shown.length > 0 ? words.upload.some : words.upload.none,
    what: words.upload.what,
    files: shown.map((picture): PageFile => {
      const day = showDay(dayIn(facts.moment.organisation.timeZone, picture.at), locale, facts.moment.today);
      return { sha256: picture.sha256, about: words.upload.file(picture.name, day) };
    }),
    room: 'pictures' in state ? roomIn(state) : 0,
  };
}
