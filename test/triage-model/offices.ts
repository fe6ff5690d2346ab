/** Whose part it is: the account's people, the department's offices, the lead, and who may read what may be secret. */
import type { Known, Order, Townsman } from './model';

const registrar = (who: Townsman, { place }: Known): boolean => place !== undefined && who === 'rolf';
function office({ place }: Known): readonly Townsman[] {
  if (place === undefined) return ['sara'];
  return place === 'page of care' ? ['vera'] : ['karin', 'kim'];
}
const account = ({ place }: Known): boolean => place === 'unit' || place === 'official';
const owns = (who: Townsman, known: Known): boolean => account(known) && (who === 'anna' || who === 'bo');
const serves = (who: Townsman, known: Known): boolean =>
  owns(who, known) || office(known).includes(who) || who === 'sara';
const handles = (who: Townsman, known: Known): boolean =>
  known.handlers.includes(who) || registrar(who, known);
const concerned = (who: Townsman, known: Known): boolean =>
  who === known.reporter || handles(who, known) || serves(who, known);
const second = (who: Townsman, known: Known): boolean => office(known).includes(who) || who === 'sara';

export function reads(who: Townsman, known: Known): boolean {
  const masked =
    known.status === 'describing' ||
    known.status === 'asking' ||
    known.secrecy === 'suspected' ||
    known.secrecy === 'secret';
  return !masked || handles(who, known);
}

/** Who finds it when they send a picture without a word. */
export function awaits(who: Townsman, known: Known): boolean {
  if (known.status !== 'evidence') return false;
  if (known.holder) return known.holder === who;
  if (known.ruler === known.reporter && who === known.reporter) return true;
  const doers = (account(known) ? (['anna'] as const) : office(known)).filter((one) => reads(one, known));
  if (doers.length > 0) return (doers as readonly Townsman[]).includes(who);
  return known.handlers.length > 0 ? known.handlers.includes(who) : who === 'rolf';
}

export function mayDo(who: Townsman, known: Known, order: Order): boolean {
  const removes =
    owns(who, known) || office(known).includes(who) || (who === 'sara' && known.place !== 'unit');
  switch (order.do) {
    case 'describe':
      return handles(who, known);
    case 'answer':
      return handles(who, known) || serves(who, known);
    case 'withdraw':
    case 'hand-over':
      return who === known.reporter || who === 'sara';
    case 'rule':
    case 'cull':
      if (known.status === 'suggested' && known.asked) return registrar(who, known);
      return serves(who, known) || registrar(who, known);
    case 'consult':
      return serves(who, known) || who === known.reporter;
    case 'agree':
      return second(who, known) && who !== known.proposer;
    case 'disagree':
      return second(who, known) || who === known.proposer;
    case 'send-back':
    case 'register':
    case 'register-later':
    case 'register-not':
    case 'set-secrecy':
    case 'name-handler':
      return registrar(who, known);
    case 'remove':
    case 'tell':
      return removes;
    case 'report':
      return order.to === 'police' ? who === 'sara' : serves(who, known);
    default:
      return concerned(who, known);
  }
}
