/**
 * Who may do what with an application, written as the rule book says it and by hand: an oracle that calls no rule of the
 * bot (design, section 4; G-1.7, G-2.0, G-4.0a–b, G-4.1.1, G-4.2c, G-5.4). Everything that is not written is forbidden.
 */
import type { Attacker } from './people';

/** Who, and verbs separated by blanks; `verb:status` says where the application stands afterwards. */
type Verbs = Partial<Record<Attacker, string>>;

export interface Rule {
  /** What this person can do now. */
  readonly may: Verbs;
  /** What is this person's to do, but not now: told in a sentence, and no forgery. */
  readonly late: Verbs;
  /** Who may look at it. */
  readonly sees: string;
}

/** What the applicant does, whatever it leads to. */
const FORM = 'next back save submit consult proceed join resume withdraw';
export const DECIDE = 'approve ask hand-over reject';
const TALK = 'plan record';
/** A talk leaves the cards that stand as good as they were; everything else that is taken makes them old. */
export const QUIET = TALK;
const LOOK = 'confirm return';
const DECIDING = 'approve:approved ask:changes hand-over:submitted reject:rejected';
/** Of a chain: the first approval leaves it with the next. */
const STEP = 'approve:submitted ask:changes hand-over:submitted reject:rejected';
/** Nobody else is left to hand it to. */
const ALONE = 'approve:approved ask:changes reject:rejected';
const WRITING = 'next:draft back:draft save:draft submit:submitted withdraw:withdrawn';

const CREATORS = { emma: 'report' };
const ADVISERS = { karin: `${TALK} ${LOOK}`, kim: `${TALK} ${LOOK}` };
/** Once it is sent in: each has a part, before or after. */
const SENT: Verbs = {
  anna: `${FORM} report`,
  ...CREATORS,
  karin: `${DECIDE} ${TALK} ${LOOK}`,
  kim: `${DECIDE} ${TALK} ${LOOK}`,
  sara: 'acknowledge',
};
const WAITING: Verbs = { ...SENT, anna: `${FORM} record report` };
const CONCERNED = 'anna bo emma karin kim sara dag';

/** A draft nobody else has been shown: the lead has nothing to confirm yet, which is no forgery. */
const PRIVATE: Verbs = { anna: FORM, sara: 'acknowledge' };

export const RULES = {
  draft: { may: { anna: `${WRITING} consult:draft` }, late: PRIVATE, sees: 'anna' },
  'draft, a talk asked for': {
    may: {
      anna: WRITING,
      karin: 'plan:draft record:draft',
      kim: 'plan:draft record:draft',
    },
    late: PRIVATE,
    sees: 'anna karin kim sara dag',
  },
  'draft, a talk held': {
    may: { anna: WRITING },
    late: { ...PRIVATE, karin: TALK, kim: TALK },
    sees: 'anna karin kim sara dag',
  },
  'draft, an account looks alike': {
    may: { anna: `${WRITING} consult:draft proceed:submitted join:joining` },
    late: PRIVATE,
    sees: 'anna',
  },
  joining: {
    may: { anna: 'resume:draft withdraw:withdrawn', tove: 'welcome:joined decline:draft' },
    late: PRIVATE,
    sees: 'anna tove',
  },
  claiming: { may: {}, late: SENT, sees: CONCERNED },
  submitted: {
    may: { anna: 'withdraw:withdrawn', karin: DECIDING, kim: DECIDING },
    late: WAITING,
    sees: CONCERNED,
  },
  'submitted before the talk': {
    may: {
      anna: 'withdraw:withdrawn record:submitted',
      karin: 'ask:changes hand-over:submitted reject:rejected plan:submitted record:submitted',
      kim: 'ask:changes hand-over:submitted reject:rejected plan:submitted record:submitted',
    },
    late: WAITING,
    sees: CONCERNED,
  },
  'submitted, official': {
    may: { anna: 'withdraw:withdrawn', sara: ALONE },
    late: { ...WAITING, ...ADVISERS, sara: `hand-over ${TALK} acknowledge` },
    sees: CONCERNED,
  },
  'submitted, nobody answered': {
    may: { anna: 'withdraw:withdrawn', karin: DECIDING, kim: DECIDING, sara: ALONE },
    late: { ...WAITING, sara: `hand-over ${TALK} acknowledge` },
    sees: CONCERNED,
  },
  'submitted, handed to the deputy': {
    may: { anna: 'withdraw:withdrawn', kim: DECIDING },
    late: WAITING,
    sees: CONCERNED,
  },
  'submitted, handed to one who left the file': {
    may: { anna: 'withdraw:withdrawn', karin: DECIDING, kim: DECIDING },
    late: WAITING,
    sees: `${CONCERNED} klas`,
  },
  'submitted, first step of a chain': {
    may: { anna: 'withdraw:withdrawn', maja: STEP },
    late: { ...WAITING, ...ADVISERS, maja: TALK },
    sees: `${CONCERNED} maja`,
  },
  'submitted, second step of a chain': {
    may: { anna: 'withdraw:withdrawn', karin: DECIDING, kim: DECIDING },
    late: { ...WAITING, maja: `${DECIDE} ${TALK}` },
    sees: `${CONCERNED} maja`,
  },
  'the communicator’s own': {
    may: { karin: 'withdraw:withdrawn', kim: DECIDING },
    late: { ...WAITING, anna: '', karin: `${FORM} record report` },
    sees: 'bo emma karin kim sara dag',
  },
  'the deputy’s own': {
    may: { kim: 'withdraw:withdrawn', karin: DECIDING },
    late: { ...WAITING, anna: '', kim: `${FORM} record report` },
    sees: 'bo emma karin kim sara dag',
  },
  'the only communicator’s own': {
    may: { vera: 'withdraw:withdrawn', sara: ALONE },
    late: {
      ...CREATORS,
      vera: `${FORM} record report`,
      sara: `hand-over ${TALK} ${LOOK} acknowledge`,
    },
    sees: 'vera bo emma sara dag',
  },
  'the manager’s own': {
    may: { maja: 'withdraw:withdrawn', sara: 'approve:submitted ask:changes reject:rejected' },
    late: {
      ...CREATORS,
      ...ADVISERS,
      maja: `${FORM} record report`,
      sara: `hand-over ${TALK} acknowledge`,
    },
    sees: 'maja bo emma karin kim sara dag',
  },
  'the lead’s own': {
    may: { sara: 'withdraw:withdrawn', dag: ALONE },
    late: { ...CREATORS, ...ADVISERS, sara: `${FORM} record report acknowledge`, dag: `hand-over ${TALK}` },
    sees: 'bo emma karin kim sara dag',
  },
  changes: {
    may: {
      anna: 'next:changes back:changes save:changes submit:submitted withdraw:withdrawn',
      karin: 'ask:changes',
      kim: 'ask:changes',
    },
    late: SENT,
    sees: CONCERNED,
  },
  approved: { may: { sara: 'acknowledge:acknowledged' }, late: SENT, sees: CONCERNED },
  'approved by the lead': {
    may: { dag: 'acknowledge:acknowledged' },
    late: { ...SENT, ...ADVISERS, sara: `${DECIDE} ${TALK}` },
    sees: CONCERNED,
  },
  acknowledged: {
    may: { anna: 'report:active', emma: 'report:active' },
    late: SENT,
    sees: CONCERNED,
  },
  'acknowledged, to be looked at': {
    may: { anna: 'report:created', emma: 'report:created' },
    late: { ...SENT, maja: `${DECIDE} ${TALK}` },
    sees: `${CONCERNED} maja`,
  },
  created: {
    may: {
      karin: 'confirm:active return:acknowledged',
      kim: 'confirm:active return:acknowledged',
    },
    late: { ...SENT, maja: `${DECIDE} ${TALK}` },
    sees: `${CONCERNED} maja`,
  },
  active: { may: {}, late: SENT, sees: CONCERNED },
  rejected: { may: {}, late: SENT, sees: CONCERNED },
  lapsed: { may: {}, late: SENT, sees: CONCERNED },
  joined: { may: {}, late: { ...PRIVATE, tove: 'welcome decline' }, sees: 'anna tove' },
  'withdrawn as a draft': { may: {}, late: PRIVATE, sees: 'anna' },
  'withdrawn after it was sent in': {
    may: {},
    late: { ...PRIVATE, karin: `${DECIDE} ${TALK}`, kim: `${DECIDE} ${TALK}` },
    sees: 'anna karin kim sara dag',
  },
} as const satisfies Record<string, Rule>;
export type Situation = keyof typeof RULES | 'nothing';

/** Anybody who belongs to an organisation may begin an application, whatever their office. */
export const BEGINNING = 'next:draft back:draft save:draft submit:submitted consult:draft';
/** On what does not exist (any more) everybody is the applicant, and the lead has nothing to confirm. */
export const NOTHING = { everybody: FORM, lead: 'acknowledge' };
