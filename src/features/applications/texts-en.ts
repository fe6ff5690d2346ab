/** An application in English, as plain as the Swedish. */
import { form } from './texts-form-en';
import type { Texts } from './texts-shape';

export const en: Texts = {
  ...form,
  title: 'Application for an account',
  buttons: {
    next: 'Next',
    back: 'Back',
    save: 'Save draft',
    submit: 'Submit',
    consult: 'I want to talk first',
    proceed: 'Go on anyway',
    join: 'Ask to join',
    resume: 'Go on without waiting',
    welcome: 'Yes, welcome',
    decline: 'No',
    withdraw: 'Withdraw',
    propose: 'Propose a time',
    talked: 'We have talked',
    chat: 'Write to the applicant',
    approve: 'Approve',
    ask: 'Request changes',
    handOver: 'Hand over',
    reject: 'Reject',
    acknowledge: 'Acknowledge',
    report: 'Account created',
    look: 'Look at the account',
    confirm: 'The account is right',
    giveBack: 'Something is missing',
    open: 'Open',
  },
  inputs: {
    words: {
      label: 'Your message',
      help: 'Needed when you request changes or reject. Then the applicant reads it.',
    },
    wordsAndTalk: {
      label: 'Your message',
      help: 'Write what you agreed on, what you wonder about, or why you reject. The applicant reads it.',
    },
    moreWords: {
      label: 'Do you want to know more?',
      help: 'Write one more question. The applicant reads it.',
    },
    agreed: {
      label: 'What did you agree on?',
      help: 'Fill it in when you have talked. It goes with the application.',
    },
    toApplicant: { label: 'Your answer', help: 'If you say no you need to write why.' },
    missing: {
      label: 'What is missing?',
      help: 'Needed when something is missing. Whoever created the account reads it.',
    },
    about: {
      label: 'Which answer needs more?',
      help: 'If you choose none, your question is about the whole application.',
    },
    to: { label: 'Who will decide instead?', help: 'Your message above then goes to the colleague.' },
    day: { label: 'Which day did you talk?', help: 'Without a day I take today.' },
    dayOrProposed: { label: 'Which day?', help: 'The day you talked, or the day you propose.' },
    time: { label: 'What time?', help: 'Needed when you propose a time. For example 10.00 in Teams.' },
    reason: {
      label: 'Why is one more account needed?',
      help: 'The communicator reads it when deciding.',
    },
  },
  handOver: 'Hand over to a colleague',
  changedLabel: (label) => `${label} (changed)`,
  was: (now, before) => `${now === '' ? 'No answer' : now}\nBefore: ${before === '' ? 'no answer' : before}`,
  unchanged: 'No answer was changed.',
  handed: (name, words) => (words === '' ? name : `${name}: ${words}`),
  talkToldBy: (name, day, words) => `${day}, wrote ${name}${words === '' ? '' : `\n${words}`}`,
  talk: (name, day, words) => `With ${name}, ${day}${words === '' ? '' : `\n${words}`}`,
  link: {
    label: 'Link to the account',
    help: 'Copy the address from the account’s page. It starts with https://.',
  },
  standing: {
    draft: 'Draft',
    joining: 'Waiting for an answer',
    claiming: 'Being sent in',
    submitted: 'Waiting for a decision',
    changes: 'More is asked for',
    approved: 'Approved',
    acknowledged: 'Ready to be created',
    created: 'Created, to be looked at',
    active: 'Active account',
    rejected: 'Rejected',
    lapsed: 'Closed without an answer',
    joined: 'Joined another account',
    withdrawn: 'Withdrawn',
    expired: 'Deleted draft',
  },
  over: 'No longer needed',
  rules: (title, decidedBy, day) => `${title}. Decided by ${decidedBy} on ${day}.`,
  waitsForYou: 'Waiting for you',
  answered: 'You have answered',
  since: (days) => (days === 0 ? 'since today' : days === 1 ? '1 working day' : `${days} working days`),
  next: {
    draft: 'Go on when you like, and submit when all is done.',
    talkAsked: (names) => `You have asked ${names} to get in touch. You can go on writing meanwhile.`,
    talkPlanned: (name, day, time) =>
      `${name} proposes ${day}, ${time}. Write to ${name} if it does not suit you.`,
    talked: (name, day, words) =>
      `${name} wrote that you talked on ${day}.${words === '' ? ' ' : ` This is what you agreed on: ${words}\n`}Now you can finish the application.`,
    advise: (applicant) =>
      `${applicant} wants to talk to you before sending the application in. Get in touch.`,
    advisePlanned: (name, applicant, day, time) =>
      `${name} has proposed ${day}, ${time}, to ${applicant}. Write afterwards what you agreed on.`,
    advised: (applicant) => `You have talked. Now ${applicant} finishes the application.`,
    adviseSubmitted: (applicant) =>
      `The application cannot be approved before you have talked. Get in touch with ${applicant}, and write here when it is done.`,
    join: (applicant, handle) =>
      `${applicant} wants to join ${handle}, which you are responsible for. What do you say?`,
    answered: (applicant, handle) => `${applicant} asked to join ${handle}. You need not do anything more.`,
    joining: (name, handle) =>
      `You have asked ${name} to join ${handle}. You will get the answer here in Teams.`,
    joined: (name, handle, words) =>
      `${name} said yes. You are part of ${handle} now, and the application is closed.${words === '' ? '' : ` ${name} writes: ${words}`}`,
    joinedOther: (applicant, handle) => `${applicant} joins ${handle} instead. You need not do anything.`,
    joinedBy: (applicant, handle) => `${applicant} joins ${handle}. Give them what they need to sign in.`,
    claiming: 'I am checking that the name is free. Write “my cases” in a while.',
    submitted: (names) =>
      `Thank you! The application was sent to ${names}. You will hear from me here in Teams.`,
    submittedBeforeTalk: (names) =>
      `Thank you! The application was sent to ${names}. You need to talk before it can be approved. They will get in touch.`,
    waits: (names) => `The application waits for a decision by ${names}.`,
    decide: (name) => `${name} wants to start the account. Read the answers and decide.`,
    decideAgain: (name) => `${name} has answered the questions. See what was changed, and decide.`,
    decideAfterTalk: (name) =>
      `${name} wants to start the account. Talk to them first, and write here when it is done. Then you can approve.`,
    stepOf: (step, of) => `This is step ${step} of ${of}.`,
    amend: (name) => `${name} needs to know more. Answer the questions and submit again.`,
    changes: (applicant) =>
      `${applicant} has been asked. The application comes back when they have answered.`,
    approved: (name) =>
      `The application is approved. Now ${name} confirms the new account. Then it can be created.`,
    acknowledge: 'A new account is on its way. Confirm that you have got the information.',
    acknowledged: (name) => `${name} creates the account and adds the link.`,
    create:
      'The application is approved. Now you can create the account. Go through the list and add the link here.',
    returned: (name, words) =>
      `${name} has looked at the account. This is missing: ${words}\nMend it and send the link again.`,
    created: (names) => `The account is created. Now ${names} looks at it. Then it is active.`,
    inspect: (name) =>
      `${name} has created the account. Look at it. See that it belongs to the municipality, that the colour is right and that the contact is there.`,
    active: 'The account is in the register now. Write “register” to see it.',
    rejected: (reason, name) =>
      `We cannot approve the account right now. The reason is: ${reason}\nDo you want to talk about other ways to reach the audience? Contact ${name}.`,
    refused: (reason) => `The application was rejected. The reason is: ${reason}`,
    lapsed:
      'The application is closed because the questions got no answer. Write “new application” to start again.',
    withdrawn: 'The application is withdrawn. You can make a new one at any time.',
    expired:
      'The draft is deleted because nobody touched it for a long time. Write “new application” to start again.',
    settled: (name) => `The application of ${name} is closed. You need not do anything.`,
  },
  notices: {
    gone: () => 'The application does not exist any more. Write “new application” to start again.',
    stale: ({ what }) => `The card was old. ${what ?? ''}This is how it looks now.`,
    invalid: ({ count }) =>
      count === 1
        ? 'One answer needs a change. See the question.'
        : 'Some answers need a change. See the questions.',
    already: ({ what }) => `It has been done already. ${what ?? ''}This is how it looks now.`,
    'not-yet': () => 'It is not time yet. Read what happens now.',
    early: () => 'It is not time yet.',
    'no-consultation': () => 'You can approve when you have talked. First write which day it was.',
    busy: () => 'Several people changed this at the same time. Nothing of yours was saved. Try again.',
    taken: ({ name }) =>
      `There is such an account already. Contact ${name ?? ''} if you want to join, or choose another name.`,
    'own-application': ({ names }) => `You cannot decide on your own application. It goes to ${names ?? ''}.`,
    'not-decider': ({ names }) =>
      `You cannot decide here.${names === undefined ? '' : ` That is for ${names}.`}`,
    'not-lead': ({ name }) => `Only ${name ?? ''} can confirm the new account.`,
    'not-applicant': () => 'Only the person who made the application can do this.',
    'not-adviser': ({ names }) =>
      `Only the communicator can do this.${names === undefined ? '' : ` Ask ${names}.`}`,
    'not-asked': () => 'Only the person responsible for the account can answer.',
    'not-inspector': ({ names }) =>
      `Somebody other than whoever created the account looks at it.${names === undefined ? '' : ` Ask ${names}.`}`,
    'not-yours': () => 'You cannot see this application. Ask the person who made it.',
    'system-only': () => 'I do that myself when it is time.',
  },
  happened: {
    consultationAsked: (name) => `${name} wanted to talk first.`,
    consultationPlanned: (name, day, time) => `${name} proposed ${day}, ${time}.`,
    consultationHeld: (name) => `${name} recorded the talk.`,
    joinAsked: (name, handle) => `${name} asked to join ${handle}.`,
    welcomed: (name) => `${name} agreed to share the account.`,
    declined: (name) => `${name} did not agree to share the account.`,
    resumed: (name) =>
      name === ''
        ? 'The question about sharing an account got no answer.'
        : `${name} went on with the application.`,
    submitted: (name) => `${name} sent in the application.`,
    resubmitted: (name) => `${name} answered and sent it in again.`,
    taken: (name) => `The name was taken by ${name}.`,
    withdrawn: (name) => `${name} withdrew the application.`,
    asked: (name) => `${name} requested changes.`,
    handedOver: (name, to) => `${name} handed over to ${to}.`,
    endorsed: (name, forName) => `${name} approved their step${forName === '' ? '' : `, for ${forName}`}.`,
    approved: (name, forName) =>
      `${name} approved the application${forName === '' ? '' : `, for ${forName}`}.`,
    rejected: (name, forName) =>
      `${name} rejected the application${forName === '' ? '' : `, for ${forName}`}.`,
    acknowledged: (name) => `${name} confirmed the new account.`,
    created: (name) => `${name} created the account.`,
    returned: (name) => `${name} saw that something is missing.`,
    confirmed: (name) => `${name} looked at the account. It is right.`,
    lapsed: 'The application was closed because the questions got no answer.',
  },
  facts: {
    purpose: 'Purpose',
    audience: 'Audience',
    responsible: 'Responsible',
    deputies: 'Deputies',
    mailbox: 'Contact',
    colour: 'Colour',
    talk: 'Consultation',
    twin: 'The account that exists',
    twins: 'Accounts like it',
    goOn: 'Reason for one more',
    changed: 'Changed since last time',
    question: 'Question',
    handed: 'Handed over by',
    applicant: 'Applicant',
    guideline: 'Guideline',
    link: 'Link',
  },
  late: {
    consultation: (name, days, applicant) =>
      applicant === ''
        ? `You want to talk about ${name}, and have waited for ${days} working days.`
        : `${applicant} wants to talk about ${name}, and has waited for ${days} working days.`,
    joining: (name, days, applicant) =>
      applicant === ''
        ? `You have waited for an answer for ${days} working days. You can go on with the application for ${name}.`
        : `${applicant} wants to join your account, and has waited for an answer for ${days} working days.`,
    decision: (name, days, applicant) =>
      `${applicant === '' ? 'Your application' : `The application of ${applicant}`} for ${name} has waited for a decision for ${days} working days.`,
    changes: (name, days) =>
      `The questions about ${name} have waited for an answer for ${days} working days.`,
    receipt: (name, days) => `The new account ${name} has waited to be confirmed for ${days} working days.`,
    creation: (name, days) =>
      `The account ${name} is approved but not created. ${days} working days have passed.`,
    inspection: (name, days) =>
      `The account ${name} is created. It has waited to be looked at for ${days} working days.`,
    draft: (name, day) => `Your draft for ${name} will be deleted on ${day}. Open it to go on.`,
  },
  saved: 'The draft is saved. Write “my cases” when you want to go on.',
  done: 'Yes, it is done',
  more: 'Show or hide all answers',
  history: 'What has happened',
  earlier: 'Show or hide earlier steps',
  summaries: {
    form: 'Application for an account',
    consult: 'Somebody wants to talk to you about a new account.',
    planned: 'A time for the talk is proposed.',
    talked: 'The talk is recorded. Now you can finish the application.',
    join: 'Somebody wants to join an account that you are responsible for.',
    welcomed: 'You may join the account.',
    declined: 'You have got an answer about the account.',
    decide: 'A new application waits for your decision.',
    again: 'The application was answered, and waits for your decision.',
    handed: 'A colleague has handed a decision over to you.',
    informed: 'The application that you handed over has been decided.',
    changes: 'More is asked for in your application.',
    lapsed: 'Your application is closed because the questions got no answer.',
    acknowledge: 'A new account is on its way. Confirm that you have got the information.',
    approved: 'Your application is approved.',
    rejected: 'Your application was rejected.',
    create: 'Now you can create the account.',
    inspect: 'A new account is created. Look at it.',
    returned: 'Something is missing on the account.',
    active: 'The account is active, and in the register.',
    other: 'Application for an account',
  },
  unnamed: 'New account',
};
