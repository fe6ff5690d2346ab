/** An application in English, as plain as the Swedish. */
import type { Texts } from './texts-shape';

export const en: Texts = {
  title: 'Application for an account',
  progress: (step, of) => `Step ${step} of ${of}`,
  steps: {
    account: {
      heading: 'Which account do you want?',
      intro:
        'You need to answer some questions before you start the account. It takes about ten minutes. Answers with a star are needed.',
    },
    unit: { heading: 'Who is behind the account?', intro: 'Tell us who you are and whom you want to reach.' },
    questions: {
      heading: 'Why is the account needed?',
      intro: 'Keep it short. Your communicator reads the answers.',
    },
    people: {
      heading: 'Who takes care of the account?',
      intro: 'Every account has one person who is responsible for it, and at least one deputy.',
    },
    presence: {
      heading: 'How will you be there?',
      intro: 'People who write to you want to know when they get an answer.',
    },
    consultation: {
      heading: 'Have you talked to the communicator?',
      intro:
        'You plan the account together with your department communicator, who supports you in your department.',
    },
  },
  fields: {
    platform: { label: 'Platform' },
    platformName: { label: 'Which other platform?', help: 'Only if you chose Another platform.' },
    handle: { label: 'Name of the account', help: 'For example @biblioteket. You can also paste a link.' },
    accountType: { label: 'What kind of account is it?' },
    department: { label: 'Department' },
    unit: { label: 'Unit', help: 'For example the city library.' },
    manager: { label: 'Manager of the unit' },
    purpose: {
      label: 'What will the account be used for?',
      help: 'You can show the text on the account’s page.',
    },
    audience: { label: 'Whom do you want to reach?' },
    responsible: {
      label: 'Responsible for the account',
      help: 'Write a name or an e-mail address. It may be you.',
    },
    deputies: { label: 'Deputies', help: 'Write names or e-mail addresses, with commas between them.' },
    mailbox: { label: 'The unit’s e-mail', help: 'The shared mailbox, not your own address.' },
    training: { label: 'Has the responsible person taken the municipality’s course in social media?' },
    watchers: {
      label: 'Who reads and answers?',
      help: 'For example two at the front desk, every other week.',
    },
    frequency: { label: 'How often do you look at the account?' },
    responseTime: { label: 'When do people get an answer?' },
    colour: {
      label: 'Colour of the profile picture',
      help: 'It shows that the account belongs to the municipality.',
    },
    consultedWith: { label: 'Whom have you talked to?' },
    consultedOn: { label: 'Which day?' },
  },
  otherPlatform: 'Another platform',
  accountTypes: {
    unit: 'An account for our unit',
    official: 'An official account in the municipality’s name',
  },
  yesNo: { yes: 'Yes', no: 'No', unsure: 'I do not know' },
  clientError: 'Fill in this field.',
  problems: {
    missing: () => 'The answer is missing. Write an answer and you can go on.',
    'too-long': ({ max }) => `The text is too long. Shorten it to at most ${max ?? 0} characters.`,
    'not-a-choice': () => 'Choose one of the answers in the list.',
    'bad-email': () =>
      'That does not look like an e-mail address. Write for example library@municipality.se.',
    'bad-handle': () => 'I find no name in the link. Write the account’s name, for example @biblioteket.',
    'wrong-platform': () => 'The link belongs to another platform. Check the link.',
    'bad-date': () => 'Write the date as year, month and day, for example 2026-11-20.',
    'later-date': () => 'That day has not come yet. Talk to the communicator first, then choose the day.',
    'training-wanted': () => 'The responsible person needs the course first. Save the draft for now.',
    'unknown-person': () => 'I find nobody with that name. Write the e-mail address instead.',
    'same-person': () => 'The deputy cannot be the responsible person. Choose somebody else.',
    'too-few-deputies': () => 'More deputies are needed. Add one more.',
    taken: ({ name }) => `The account exists already. Contact ${name ?? ''} if you want to join.`,
    'bad-link': () => 'The link must start with https://. Copy the address from the account’s page.',
    'other-account': () =>
      'The link leads to another account than the one that was approved. Check the link.',
    unchecked: () => 'This has to be done first.',
  },
  buttons: {
    next: 'Next',
    back: 'Back',
    save: 'Save draft',
    submit: 'Submit',
    withdraw: 'Withdraw',
    approve: 'Approve',
    reject: 'Reject',
    acknowledge: 'Acknowledge',
    report: 'Account created',
    open: 'Open',
  },
  rejectWords: {
    label: 'Reason, if you reject',
    help: 'The applicant reads what you write. Please say what they can do instead.',
  },
  link: {
    label: 'Link to the account',
    help: 'Copy the address from the account’s page. It starts with https://.',
  },
  standing: {
    draft: 'Draft',
    claiming: 'Being sent in',
    submitted: 'Waiting for a decision',
    approved: 'Approved',
    acknowledged: 'Ready to be created',
    active: 'Active account',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    expired: 'Deleted draft',
  },
  waitsForYou: 'Waiting for you',
  since: (days) => (days === 0 ? 'since today' : days === 1 ? '1 working day' : `${days} working days`),
  next: {
    draft: 'Go on when you like, and submit when all is done.',
    claiming: 'I am checking that the name is free. Write “my cases” in a while.',
    submitted: (names) =>
      `Thank you! The application was sent to ${names}. You will hear from me here in Teams.`,
    waits: (names) => `The application waits for a decision by ${names}.`,
    decide: (name) => `${name} wants to start the account. Read the answers and decide.`,
    approved: (name) =>
      `The application is approved. Now ${name} confirms the new account. Then it can be created.`,
    acknowledge: 'A new account is on its way. Confirm that you have got the information.',
    acknowledged: (name) => `${name} creates the account and adds the link.`,
    create:
      'The application is approved. Now you can create the account. Go through the list and add the link here.',
    active: 'The account is in the register now. Write “register” to see it.',
    rejected: (reason, name) =>
      `We cannot approve the account right now. The reason is: ${reason}\nDo you want to talk about other ways to reach the audience? Contact ${name}.`,
    refused: (reason) => `The application was rejected. The reason is: ${reason}`,
    withdrawn: 'The application is withdrawn. You can make a new one at any time.',
    expired:
      'The draft is deleted because nobody touched it for a long time. Write “new application” to start again.',
    settled: (name) => `${name} has withdrawn the application. You need not do anything.`,
  },
  notices: {
    gone: () => 'The application does not exist any more. Write “new application” to start again.',
    stale: ({ what }) => `The card was old. ${what ?? ''} This is how it looks now.`,
    invalid: ({ count }) =>
      count === 1
        ? 'One answer needs a change. See the question.'
        : 'Some answers need a change. See the questions.',
    already: ({ what }) => `It has been done already. ${what ?? ''} This is how it looks now.`,
    'not-yet': () => 'It is not time yet. Read what happens now.',
    early: () => 'It is not time yet.',
    busy: () => 'Several people changed this at the same time. Nothing of yours was saved. Try again.',
    taken: ({ name }) =>
      `There is such an account already. Contact ${name ?? ''} if you want to join, or choose another name.`,
    'own-application': ({ names }) => `You cannot decide on your own application. It goes to ${names ?? ''}.`,
    'not-decider': ({ names }) =>
      `Only the department’s communicator can decide here.${names === undefined ? '' : ` Ask ${names}.`}`,
    'not-lead': ({ name }) => `Only ${name ?? ''} can confirm the new account.`,
    'not-applicant': () => 'Only the person who made the application can do this.',
    'not-yours': () => 'You cannot see this application. Ask the person who made it.',
    'system-only': () => 'I do that myself when it is time.',
  },
  happened: {
    begun: (name) => `${name} began the application.`,
    submitted: (name) => `${name} sent in the application.`,
    claimed: 'The name was free.',
    taken: (name) => `The name was taken by ${name}.`,
    withdrawn: (name) => `${name} withdrew the application.`,
    approved: (name, forName) =>
      `${name} approved the application${forName === '' ? '' : `, for ${forName}`}.`,
    rejected: (name, forName) =>
      `${name} rejected the application${forName === '' ? '' : `, for ${forName}`}.`,
    acknowledged: (name) => `${name} confirmed the new account.`,
    created: (name) => `${name} created the account.`,
  },
  facts: {
    purpose: 'Purpose',
    audience: 'Audience',
    responsible: 'Responsible',
    deputies: 'Deputies',
    consultation: 'Consultation',
    unit: 'Unit',
    applicant: 'Applicant',
    training: 'Training',
    guideline: 'Guideline',
    reason: 'Reason',
    link: 'Link',
    approval: 'Approved by',
  },
  consultation: (name, day) => `With ${name}, ${day}`,
  late: {
    decision: (name, days, applicant) =>
      `${applicant === '' ? 'Your application' : `The application of ${applicant}`} for ${name} has waited for a decision for ${days} working days.`,
    receipt: (name, days) => `The new account ${name} has waited to be confirmed for ${days} working days.`,
    creation: (name, days) =>
      `The account ${name} is approved but not created. ${days} working days have passed.`,
    draft: (name, day) => `Your draft for ${name} will be deleted on ${day}. Open it to go on.`,
  },
  saved: 'The draft is saved. Write “my cases” when you want to go on.',
  done: 'Yes, it is done',
  more: 'Show or hide all answers',
  history: 'What has happened',
  earlier: 'Show or hide earlier steps',
  summaries: {
    form: 'Application for an account',
    decide: 'A new application waits for your decision.',
    acknowledge: 'A new account is on its way. Confirm that you have got the information.',
    approved: 'Your application is approved.',
    rejected: 'Your application was rejected.',
    create: 'Now you can create the account.',
    other: 'Application for an account',
  },
  on: (platform) => `on ${platform}`,
  unnamed: 'New account',
};
