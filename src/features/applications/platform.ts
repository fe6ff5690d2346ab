/** Tells which platform an answer means: "Twitter" under another platform is X, and "insta gram" is Instagram. Pure. */
import { distance } from 'fastest-levenshtein';

/** A platform as the guideline lists it; hosts in lower case without `www.`. */
interface Platform {
  readonly id: string;
  readonly name: string;
  readonly hosts?: readonly string[];
}

/** The choice in the form for platforms that the guideline does not list. */
const OTHER = 'other';
/** A name this long is understood with one mistake; in shorter ones one letter makes another word ("Video" is not Vimeo). */
const SHORTEST_MISSPELT = 6;
/** One letter too many, too few or wrong: "Twitch" is two away from "Twitter" and stays itself. */
const MISTAKES = 1;
/** No platform's name is longer, and what is pasted by mistake need not be read to its end. */
const MOST_READ = 100;

/**
 * Id of the platform that is meant: `platform` itself, or for `other` the listed one that `platformName` names – by its
 * name, a host or a host's first label. What names none, or more than one, stays `other`.
 */
export function platformOf(platform: string, platformName: string, platforms: readonly Platform[]): string {
  if (platform !== OTHER) return platform;
  const typed = plain(platformName.slice(0, MOST_READ));
  const words = platformName
    .slice(0, MOST_READ)
    .split(/[\s/()|,]+/)
    .map(plain)
    .filter((word) => word !== '');
  return (
    only(platforms.filter((known) => namesOf(known).includes(typed))) ??
    only(platforms.filter((known) => namesOf(known).some((name) => misspelt(typed, name)))) ??
    only(
      platforms.filter((known) => words.length > 0 && words.every((word) => namesOf(known).includes(word))),
    ) ??
    platform
  );
}

function only([first, second]: readonly Platform[]): string | undefined {
  return second === undefined ? first?.id : undefined;
}

/** "X", "x.com", "twitter.com" and "twitter" are all names of one platform. */
function namesOf({ name, hosts = [] }: Platform): string[] {
  return [name, ...hosts.flatMap((host) => [host, host.split('.')[0] ?? host])].map(plain);
}

function misspelt(typed: string, name: string): boolean {
  return name.length >= SHORTEST_MISSPELT && distance(typed, name) <= MISTAKES;
}

/** Lower-case letters and digits only, without a link's beginning. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/^(https?:\/\/)?(www\.|m\.)?/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
