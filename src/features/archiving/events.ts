/** What happened to a capture: its trail, told on its card and in the package. */
import type { PersonRef } from '../register/model';
import type { Doubt, In, Kept, Stop } from './model';

export type CaptureEvent =
  | { readonly type: 'opened'; readonly capture: In<'waiting'> }
  | { readonly type: 'reminded'; readonly count: number }
  /** The card went out: with the message of the day, or because somebody of the office asked for it. */
  | { readonly type: 'sent' }
  | { readonly type: 'sent-again' }
  | { readonly type: 'snoozed'; readonly until: string }
  | { readonly type: 'woken' }
  | { readonly type: 'link-given'; readonly person: string; readonly at: string }
  | { readonly type: 'link-revoked'; readonly person: string }
  | { readonly type: 'kept'; readonly picture: Kept }
  | { readonly type: 'doubted'; readonly picture: Kept; readonly why: Doubt['why'] }
  | { readonly type: 'trusted'; readonly at: string }
  | { readonly type: 'dropped'; readonly by: string; readonly name: string; readonly at: string }
  /** Every picture that counted was the wrong one. */
  | { readonly type: 'superseded'; readonly by: string; readonly name: string; readonly at: string }
  | { readonly type: 'disputed'; readonly claim: In<'disputed'>['claim']; readonly dispute: Stop }
  | { readonly type: 'insisted'; readonly name: string; readonly words: string }
  | {
      readonly type: 'assigned';
      readonly responsible: PersonRef;
      readonly from: string;
      readonly told: number;
    }
  | { readonly type: 'ruled-out'; readonly stop: Stop }
  | { readonly type: 'account-closed'; readonly stop: Stop }
  /** `packed`: of an extra one, the season in whose package it lies. */
  | { readonly type: 'sealed'; readonly at: string; readonly reason: string; readonly packed?: string }
  | { readonly type: 'supplemented'; readonly picture: Kept };
