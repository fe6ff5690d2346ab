/** The one link on an application's card: to the chat with the applicant, or to the account that is looked at. Pure. */
import { colleagueOf } from '../../kernel/organisation';
import type { Ground } from './facts';
import type { Application } from './model';
import type { Part } from './part';
import type { Texts } from './texts-shape';

/** Opens the 1:1 chat with somebody by their address (Teams deep link). */
const CHAT = 'https://teams.microsoft.com/l/chat/0/0?users=';

export interface Opening {
  readonly title: string;
  readonly url: string;
}

export function openingOf(
  state: Application,
  part: Part,
  { moment }: Ground,
  words: Texts,
): Opening | undefined {
  switch (part) {
    case 'inspect':
      return state.status === 'created' ? { title: words.buttons.look, url: state.link } : undefined;
    case 'advise':
    case 'decide':
    case 'join': {
      const email = colleagueOf(moment.organisation, state.applicant.id)?.email;
      return email === undefined
        ? undefined
        : { title: words.buttons.chat, url: `${CHAT}${encodeURIComponent(email)}` };
    }
    default:
      return undefined;
  }
}
