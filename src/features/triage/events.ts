/** What happened to a case: its trail, told on its card and counted for the follow-up. */
import type { KeptPicture } from '../../kernel/picture';
import type { PersonRef } from '../register/model';
import type { Act, Answer, Culling, In, Post, Registration, Removal, Report, Ruling } from './model';
import type { Secrecy, Suggestion, Telling } from './model';

interface Named {
  readonly id: string;
  readonly name: string;
}

export type CaseEvent =
  | { readonly type: 'opened'; readonly case: In<'describing'> | In<'alarm'> }
  | {
      readonly type: 'described';
      readonly post: Post;
      readonly department: string;
      readonly responsible?: PersonRef;
      readonly deputies: readonly PersonRef[];
      readonly at: string;
    }
  | {
      readonly type: 'answered';
      readonly answers: Readonly<Record<string, Answer>>;
      readonly suggestion: Suggestion;
      readonly secrecy: Secrecy;
      readonly at: string;
    }
  | { readonly type: 'withdrawn'; readonly at: string }
  | { readonly type: 'held'; readonly holder: Act }
  | { readonly type: 'released'; readonly by: string; readonly name: string }
  /** After a working day nobody holds it any more. */
  | { readonly type: 'lapsed' }
  | { readonly type: 'consulted'; readonly at: string }
  | { readonly type: 'ruled'; readonly ruling: Ruling }
  | { readonly type: 'culling-proposed'; readonly ruling: Ruling; readonly culling: Culling }
  | { readonly type: 'culled'; readonly second: Act }
  | { readonly type: 'culling-stopped'; readonly words: string; readonly at: string }
  | { readonly type: 'link-given'; readonly person: string; readonly at: string }
  | { readonly type: 'link-revoked'; readonly person: string }
  | { readonly type: 'kept'; readonly picture: KeptPicture }
  | { readonly type: 'superseded'; readonly by: string; readonly name: string; readonly at: string }
  | { readonly type: 'secured'; readonly evidence: Act; readonly link: string }
  | { readonly type: 'sent-back'; readonly returned: Act & { readonly words: string } }
  | { readonly type: 'registered'; readonly registration: Registration }
  /** What was to be registered later has its number. */
  | { readonly type: 'number-added'; readonly registration: Registration }
  | { readonly type: 'secrecy-set'; readonly secrecy: Secrecy; readonly name: string }
  | { readonly type: 'handler-named'; readonly handler: Named }
  | { readonly type: 'removed'; readonly removal: Removal }
  | { readonly type: 'told'; readonly telling: Telling }
  | { readonly type: 'reported'; readonly report: Report }
  | { readonly type: 'handed-over'; readonly police: Act & { readonly reference: string } }
  | { readonly type: 'reminded'; readonly count: number }
  /** The card went out, because its line was the only one of a day. */
  | { readonly type: 'sent' };

/** Events that people do not decide on: they leave the revision as it is. */
export const QUIET: readonly CaseEvent['type'][] = ['reminded', 'sent', 'link-given', 'link-revoked'];

/**
 * The trail says who did what; what the post said stands in the state alone, so that a case that may show a child, or
 * that is taken back, keeps no word of it.
 */
export function trace(event: CaseEvent): CaseEvent {
  if (event.type !== 'described') return event;
  return { ...event, post: { ...event.post, text: '', link: '', page: '' } };
}
