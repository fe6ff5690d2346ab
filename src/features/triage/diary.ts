/** The package that goes to the registrar: ready to paste into the diary system, for those who may read it (G-7.1). Pure. */
import { clockIn, dayIn } from '../../kernel/calendar';
import type { PersonId } from '../../kernel/actor';
import type { Locale } from '../../kernel/locale';
import type { Ground } from './facts';
import { mayRead } from './masking';
import { current, numberOf, type Assessed, type Case } from './model';
import { paragraphsOn, touchedBy } from './rules';
import type { Texts } from './texts-shape';

export interface DiaryLine {
  readonly label: string;
  readonly value: string;
}

/** Label and value, in order; undefined for whoever may not read the case, and before it is assessed. No author is named: the picture shows. */
export function diaryPackage(
  id: string,
  state: Case,
  viewer: PersonId,
  ground: Ground,
  locale: Locale,
  words: Texts,
): DiaryLine[] | undefined {
  if (!('suggestion' in state) || !mayRead(viewer, state, ground)) return undefined;
  const { post, suggestion } = state;
  const { diary } = words;
  const touched = touchedBy(suggestion, ground.guideline);
  const ours = post.account?.handle ?? post.page;
  const where = post.platformName === '' ? ours : `${ours}, ${post.platformName}`;
  const written = post.time === '' ? post.day : `${post.day} ${post.time}`;
  const [sender, receiver] = post.from === 'ours' ? [diary.us, diary.someone] : [diary.someone, diary.us];
  const lines: readonly (readonly [string, string])[] = [
    [diary.title, words.diaryTitle(words.kinds[post.kind], where, post.day)],
    [diary.number, numberOf(id)],
    [diary.made, written],
    ...('evidence' in state ? [[diary.secured, secured(state.evidence.at, ground)] as const] : []),
    [diary.sender, sender],
    [diary.receiver, receiver],
    [
      diary.category,
      touched.map(({ clause, touches }) => `${clause.replace('G-', '')} ${touches[locale]}`).join('; ') ||
        diary.none,
    ],
    [diary.secrecy, secrecyOf(state, ground, locale, words)],
    [diary.link, post.link === '' ? diary.none : post.link],
    [
      diary.evidence,
      current(state)
        .map(({ sha256 }) => `SHA-256 ${sha256}`)
        .join('; ') || diary.none,
    ],
  ];
  return lines.map(([label, value]) => ({ label, value }));
}

function secured(at: string, { moment: { organisation } }: Ground): string {
  return `${dayIn(organisation.timeZone, at)} ${clockIn(organisation.timeZone, at)}`;
}

/** Named by the registrar, or all that may be meant; the registrar decides. */
function secrecyOf(state: Assessed, ground: Ground, locale: Locale, words: Texts): string {
  const { secrecy } = state;
  if (secrecy.status === 'open') return words.diary.none;
  const masking = ground.guideline.triage.questions.filter(({ masks }) => masks);
  const named = secrecy.status === 'secret' ? secrecy.reference : undefined;
  const ids = named === undefined ? masking.flatMap(({ references }) => references) : [named];
  const paragraphs = paragraphsOn(ground.moment.today, ids, ground.guideline).map(({ law, reference }) =>
    words.suggestion.paragraph(law.name[locale], reference.place[locale], reference.about[locale]),
  );
  return [...(named === undefined ? [words.diary.registrarSays] : []), ...paragraphs].join('; ');
}
