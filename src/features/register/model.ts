/** The account, the shared concept of all features: its state, what may happen to it, and how handles are told apart. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A person as a matter remembers them; without `id` until they are known to the bot. */
export const PersonRef = z.object({
  id: z.string().exactOptional(),
  name: z.string(),
  email: z.string().exactOptional(),
});
export type PersonRef = z.infer<typeof PersonRef>;

/** G-1.6: official accounts bear the municipality's name, unit accounts belong to one unit. */
export const AccountType = z.enum(['official', 'unit']);
export type AccountType = z.infer<typeof AccountType>;

/** A decision as it is kept: who, for whom, in which office, when. */
export const Decided = z.object({
  by: z.string(),
  name: z.string(),
  as: z.enum(['manager', 'communicator', 'deputy', 'lead', 'director']),
  /** Name of the person a deputy stood in for. */
  forName: z.string().exactOptional(),
  at: z.string(),
});
export type Decided = z.infer<typeof Decided>;

export const Receipt = z.object({ by: z.string(), name: z.string(), at: z.string() });

/** Everything the register holds about an account (G-7.2a); dates are ISO instants in UTC. */
export const Account = z.object({
  status: z.enum(['active', 'reserved']),
  platform: z.string(),
  platformName: z.string(),
  handle: z.string(),
  link: z.string(),
  accountType: AccountType,
  department: z.string(),
  unit: z.string(),
  manager: z.string(),
  purpose: z.string(),
  audience: z.string(),
  responsible: PersonRef,
  deputies: z.array(PersonRef),
  mailbox: z.string(),
  colour: z.string(),
  /** Id of the application, which holds the answers and the trail before the account was created. */
  application: z.string(),
  guideline: z.string(),
  approval: Decided,
  receipt: Receipt,
  activeSince: z.string(),
  /** Who closed it, when and why; its handle stays reserved. */
  closed: z.object({ by: z.string(), name: z.string(), at: z.string(), reason: z.string() }).exactOptional(),
});
export type Account = z.infer<typeof Account>;
type Closed = NonNullable<Account['closed']>;

/** Between documents; people change an account by the matters that lead to it. */
export type AccountCommand =
  | { readonly type: 'open'; readonly account: Account }
  | {
      readonly type: 'assign';
      readonly responsible: PersonRef;
      readonly at: string;
      readonly by: string;
      readonly name: string;
    }
  | ({ readonly type: 'close' } & Closed)
  | { readonly type: 'tick' };
export type AccountEvent =
  | { readonly type: 'opened'; readonly account: Account }
  | {
      readonly type: 'assigned';
      readonly responsible: PersonRef;
      readonly before: string;
      readonly at: string;
      readonly name: string;
    }
  | { readonly type: 'closed'; readonly closed: Closed };

/** Who answers for an account, as far as they are known to the bot. */
export interface Answered {
  readonly department: string;
  readonly responsible: Pick<PersonRef, 'id'>;
  readonly deputies: readonly Pick<PersonRef, 'id'>[];
}

/** One row of the register, held in memory (design, section 3). */
export interface AccountRow extends Answered {
  readonly id: string;
  readonly platform: string;
  readonly platformName: string;
  readonly handle: string;
  readonly unit: string;
  readonly status: Account['status'];
  readonly purpose: string;
  readonly activeSince: string;
  readonly responsible: Pick<PersonRef, 'id' | 'name'>;
}

/** Path segments that say what kind of page follows, not which. */
const PAGE_KINDS = new Set([
  'add',
  'c',
  'channel',
  'channels',
  'company',
  'groups',
  'in',
  'p',
  'pages',
  'people',
  'pg',
  'profile',
  'school',
  'showcase',
  'user',
]);

/**
 * `@Name`, `name` and `https://www.instagram.com/Name/` are one handle: `name`. Undefined for a link without one.
 * Hosts are not judged here; `hostOf` tells which platform a link belongs to.
 */
export function normaliseHandle(typed: string): string | undefined {
  const url = linkOf(typed);
  const name = url ? fromPath(url) : typed;
  const plain = name?.trim().replace(/^@/, '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
  return plain === undefined || plain === '' ? undefined : plain;
}

/** The host of a link in lower case without `www.`; undefined for what is no link. */
export function hostOf(typed: string): string | undefined {
  return linkOf(typed)
    ?.hostname.toLowerCase()
    .replace(/^(www|m|sv-se)\./, '');
}

/** A link is what starts with a scheme, or with a host and a path. */
function linkOf(typed: string): URL | undefined {
  const text = typed.trim();
  const link = /^https?:\/\//i.test(text)
    ? text
    : /^[\w-]+(\.[\w-]+)+\/\S/.test(text)
      ? `https://${text}`
      : '';
  return URL.canParse(link) ? new URL(link) : undefined;
}

function fromPath(url: URL): string | undefined {
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const named = segments.find((segment) => !PAGE_KINDS.has(segment.toLowerCase()));
  if (named === 'profile.php') return url.searchParams.get('id') ?? undefined;
  if (named === undefined) return undefined;
  try {
    return decodeURIComponent(named);
  } catch {
    return named;
  }
}

const LONGEST_ID = 200;

/** Id of the claim on a handle: one per platform and handle, encoded so that two never share one. */
export function claimId(platform: string, platformName: string, handle: string): string {
  const place = platform === 'other' ? `other:${encoded(platformName.trim().toLowerCase())}` : platform;
  const id = `${place}:${encoded(handle)}`;
  return id.length <= LONGEST_ID ? id : `long:${createHash('sha256').update(id).digest('hex')}`;
}

/** `a–z 0–9 .` stay; every other byte becomes `-` and two hexadecimal digits. */
function encoded(text: string): string {
  return [...Buffer.from(text.normalize('NFC'), 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[a-z0-9.]/.test(character) ? character : `-${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
}
