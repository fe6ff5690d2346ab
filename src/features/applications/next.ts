/** One sentence under an application's standing: what comes next, and who does it. Pure. */
import { showDay } from '../../kernel/calendar';
import type { Locale } from '../../kernel/locale';
import { wantsTalk } from './consultation';
import { advisersOf, chainOf, decidersOf, inspectorsOf, namesOf, receiverOf } from './deciders';
import type { Ground } from './facts';
import type { Application, In } from './model';
import type { Part } from './part';
import type { Texts } from './texts-shape';

export function nextOf(state: Application, part: Part, ground: Ground, words: Texts, locale: Locale): string {
  const { next } = words;
  const applicant = state.applicant.name;
  switch (state.status) {
    case 'draft':
      return draftNext(state, part, ground, words, locale);
    case 'joining':
      return part === 'join'
        ? next.join(applicant, state.twin.handle)
        : next.joining(state.twin.responsible.name, state.twin.handle);
    case 'claiming':
      return next.claiming;
    case 'submitted':
      return submittedNext(state, part, ground, words, locale);
    case 'changes':
      return part === 'amend' ? next.amend(state.questions.at(-1)?.name ?? '') : next.changes(applicant);
    case 'approved':
      return part === 'acknowledge'
        ? next.acknowledge
        : next.approved(namesOf([receiverOf(state, ground)], state, ground));
    case 'acknowledged':
      if (part !== 'create') return next.acknowledged(applicant);
      return state.returned ? next.returned(state.returned.name, state.returned.words) : next.create;
    case 'created':
      return part === 'inspect'
        ? next.inspect(applicant)
        : next.created(namesOf(inspectorsOf(state, ground), state, ground));
    case 'active':
      return next.active;
    case 'rejected':
      return part === 'applicant'
        ? next.rejected(state.words, state.rejection.name)
        : next.refused(state.words);
    case 'lapsed':
      return part === 'applicant' ? next.lapsed : next.settled(applicant);
    case 'joined':
      return part === 'applicant'
        ? next.joined(state.name, state.twin.handle, state.words)
        : next.joinedOther(applicant, state.twin.handle);
    case 'withdrawn':
      return part === 'applicant' ? next.withdrawn : next.settled(applicant);
    case 'expired':
      return next.expired;
    default:
      return state satisfies never;
  }
}

function draftNext(
  { applicant, consultation, ...state }: In<'draft'>,
  part: Part,
  ground: Ground,
  { next }: Texts,
  locale: Locale,
): string {
  const { today } = ground.moment;
  const own = part === 'applicant';
  switch (consultation?.status) {
    case 'asked': {
      const names = namesOf(advisersOf({ applicant, ...state }, ground), { applicant, ...state }, ground);
      return own ? next.talkAsked(names) : next.advise(applicant.name);
    }
    case 'planned': {
      const { day, time, name } = consultation;
      return own
        ? next.talkPlanned(name, showDay(day, locale, today), time)
        : next.advisePlanned(name, applicant.name, showDay(day, locale, today), time);
    }
    case 'held':
      return own
        ? next.talked(consultation.name, showDay(consultation.day, locale, today), consultation.words)
        : next.advised(applicant.name);
    case undefined:
      return next.draft;
    default:
      return consultation satisfies never;
  }
}

function submittedNext(
  state: In<'submitted'>,
  part: Part,
  ground: Ground,
  { next }: Texts,
  locale: Locale,
): string {
  const names = namesOf(
    decidersOf(state, ground).map(({ person }) => person),
    state,
    ground,
  );
  const missing = wantsTalk(state, ground);
  if (part === 'decide') {
    if (missing) return next.decideAfterTalk(state.applicant.name);
    const steps = chainOf(state, ground).length;
    const where = steps > 1 ? ` ${next.stepOf(state.approvals.length + 1, steps)}` : '';
    const wanted = state.before ? next.decideAgain : next.decide;
    return `${wanted(state.applicant.name)}${where}`;
  }
  if (part === 'advise') return next.adviseSubmitted(state.applicant.name);
  if (part !== 'applicant') return next.waits(names);
  const { consultation } = state;
  if (missing && consultation?.status === 'planned') {
    const { day, time, name } = consultation;
    return next.talkPlanned(name, showDay(day, locale, ground.moment.today), time);
  }
  return missing ? next.submittedBeforeTalk(names) : next.submitted(names);
}
