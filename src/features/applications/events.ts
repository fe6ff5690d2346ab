/** What has happened to an application: the trail that is kept. */
import type { z } from 'zod';
import type { Decided, PersonRef, Receipt } from '../register/model';
import type { Answers, Question, Twin } from './model';

export type ApplicationEvent =
  | {
      readonly type: 'begun';
      readonly applicant: { readonly id: string; readonly name: string };
      readonly guideline: string;
      readonly at: string;
    }
  | {
      readonly type: 'answered';
      readonly at: string;
      readonly answers: Answers;
      readonly step: number;
      /** Kept for later at the person's own wish. */
      readonly saved?: true;
    }
  /** Accounts that look alike were found; the applicant has to answer to that first. */
  | { readonly type: 'compared'; readonly twins: Twin[] }
  | { readonly type: 'join-asked'; readonly twin: Twin; readonly at: string }
  | { readonly type: 'welcomed'; readonly name: string; readonly words: string; readonly at: string }
  | { readonly type: 'declined'; readonly name: string; readonly words: string }
  | { readonly type: 'resumed' }
  | { readonly type: 'consultation-asked'; readonly at: string }
  | {
      readonly type: 'consultation-planned';
      readonly at: string;
      readonly day: string;
      readonly time: string;
      readonly name: string;
    }
  | {
      readonly type: 'consultation-held';
      readonly day: string;
      readonly by: string;
      readonly name: string;
      readonly words: string;
    }
  | ({ readonly type: 'submitted' } & Sent)
  /** The same handle, sent in again after questions. */
  | ({ readonly type: 'resubmitted' } & Sent)
  | { readonly type: 'claimed' }
  | { readonly type: 'taken'; readonly name: string }
  | { readonly type: 'withdrawn'; readonly at: string }
  /** One step of the chain approved, and another is left. */
  | { readonly type: 'endorsed'; readonly approval: Decided }
  | { readonly type: 'approved'; readonly approval: Decided }
  | { readonly type: 'asked'; readonly question: Question; readonly step: number }
  | {
      readonly type: 'handed-over';
      readonly to: string;
      readonly toName: string;
      readonly by: string;
      readonly name: string;
      readonly words: string;
      readonly at: string;
    }
  | { readonly type: 'rejected'; readonly rejection: Decided; readonly words: string }
  | { readonly type: 'acknowledged'; readonly receipt: z.infer<typeof Receipt> }
  /** The account exists, and somebody has to look at it. */
  | { readonly type: 'reported'; readonly link: string; readonly at: string }
  | { readonly type: 'returned'; readonly name: string; readonly words: string; readonly at: string }
  | { readonly type: 'confirmed'; readonly at: string }
  | { readonly type: 'created'; readonly link: string; readonly at: string }
  /** `count` reminders more were told; with `escalated` the lead may decide. */
  | {
      readonly type: 'reminded';
      readonly situation: 'draft' | 'consultation' | 'waiting';
      readonly count: number;
      readonly escalated: boolean;
    }
  | { readonly type: 'lapsed'; readonly at: string }
  | { readonly type: 'expired' };

/** What a submission carries. */
export interface Sent {
  readonly at: string;
  readonly guideline: string;
  readonly handle: string;
  readonly claim: string;
  readonly responsible: PersonRef;
  readonly deputies: PersonRef[];
  readonly manager?: PersonRef;
  readonly overlap?: { readonly twins: Twin[]; readonly reason: string };
}
