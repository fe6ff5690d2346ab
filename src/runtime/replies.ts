/** How the runtime answers: a card of a matter, or a sentence that says why nothing was done. */
import type { Person } from '../kernel/actor';
import type { Refusal } from '../kernel/decision';
import type { MatterRef } from '../kernel/effect';
import type { Locale } from '../kernel/locale';
import type { Moment } from '../kernel/matter';
import type { Organisation } from '../kernel/organisation';
import type { View } from '../kernel/view';
import type { Reply } from '../ports/front';
import type { Audit } from './audit';

/** Words of the runtime itself, in the reader's language. */
export interface Notices {
  /** A card that says in one sentence why nothing was done, and what to do; `more` adds a sentence each. */
  readonly notice: (refusal: Refusal, locale: Locale, more?: readonly Refusal[]) => View;
  /** The sentence for something that is no card, such as a failure on our side. */
  readonly sentence: (refusal: Refusal, locale: Locale) => string;
}

/** Who is there, in which organisation, when. */
export interface Present {
  readonly organisation: Organisation;
  readonly actor: Person;
  readonly moment: Moment;
}

export interface Replies {
  shown(actor: Person, shown: View | Refusal, matter: MatterRef): Reply;
  told(actor: Person, refusal: Refusal, more?: readonly Refusal[]): Reply;
  /** Not from one of our cards, or from one of long ago. `verb` is one of ours: what was sent may be anything. */
  forged(present: Present, verb: string, refusal: Refusal): Promise<Reply>;
}

export function createReplies({ notice }: Pick<Notices, 'notice'>, audit: Audit): Replies {
  function told(actor: Person, refusal: Refusal, more?: readonly Refusal[]): Reply {
    return { kind: 'card', view: notice(refusal, actor.locale, more), locale: actor.locale };
  }

  return {
    told,

    shown: (actor, shown, matter) =>
      'card' in shown ? { kind: 'card', view: shown, locale: actor.locale, matter } : told(actor, shown),

    async forged({ organisation, actor }, verb, refusal) {
      await audit(organisation, actor, { what: 'forged', verb, code: refusal.code });
      return told(actor, refusal);
    },
  };
}
