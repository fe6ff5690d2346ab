/** Hears a wish for an account in what somebody wrote: "vi vill ha instagram för biblioteket". Pure. */
import { distance } from 'fastest-levenshtein';
import type { Guideline } from '../../guidelines/schema';
import type { Answers } from './model';

/** A wish needs one of these and a platform or the word for account; a question about one is no wish. */
const WISHES =
  /(^|\s)(vill|skulle|önskar|behöver|ska|tänkte|kan vi|får vi|want|would like|need|could we|can we|may we)(\s|$)/;
/** Whoever begins so asks about the guideline. */
const QUESTION = /^(fråga|ask)(\s|$)/;
const ACCOUNT = /(^|\s)(kontot?|sida|kanal|account|page|channel)(\s|$)/;
/** What the account is for: "för biblioteket", "till oss på badhuset", "for the library". */
const UNIT = /(?:^|\s)(?:för|åt|till|for)\s+(?:oss på\s+|us at\s+|vår\s+|vårt\s+|our\s+|the\s+)?(\S.{1,80})$/;
/** A platform's name is also understood from its first letters ("insta"). */
const SHORTEST = 4;

/** Answers for the form, as far as the words hold them; undefined when no account is wished for. */
export function hear(text: string, guideline: Guideline): Answers | undefined {
  const said = text
    .toLowerCase()
    .replace(/[-!?.,;:"”]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const platform = platformIn(said, guideline);
  if (QUESTION.test(said) || !WISHES.test(said) || (platform === undefined && !ACCOUNT.test(said)))
    return undefined;
  const unit = UNIT.exec(said)?.[1];
  const at = unit === undefined ? -1 : text.toLowerCase().lastIndexOf(unit);
  return {
    ...(platform === undefined ? {} : { platform }),
    ...(unit === undefined ? {} : { unit: capital(at < 0 ? unit : text.slice(at, at + unit.length)) }),
  };
}

function platformIn(said: string, { platforms }: Guideline): string | undefined {
  const words = said.split(' ');
  const named = platforms.find(({ name }) => words.some((word) => means(word, name.toLowerCase())));
  return named?.id;
}

/** The name itself, its beginning, or the name with a small mistake; short names must be exact. */
function means(word: string, name: string): boolean {
  if (word === name) return true;
  if (name.length < SHORTEST || word.length < SHORTEST) return false;
  return name.startsWith(word) || word.startsWith(name) || distance(word, name) <= (name.length < 8 ? 1 : 2);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
