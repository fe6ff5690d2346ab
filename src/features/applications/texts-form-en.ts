/** The form in English: steps, fields, what is wrong with an answer, and the accounts that look alike. */
import type { FormTexts } from './texts-shape';

export const form: FormTexts = {
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
        'You plan the account with your department communicator. Have you not talked yet? You can submit now, and talk afterwards.',
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
    'later-date': () => 'That day has not come yet. Talk to each other first, then choose the day.',
    'earlier-date': () => 'That day has passed. Choose a day to come.',
    'training-wanted': () => 'The responsible person needs the course first. Save the draft for now.',
    'unknown-person': () => 'I find nobody with that name. Write the e-mail address instead.',
    'same-person': () => 'The deputy cannot be the responsible person. Choose somebody else.',
    'too-few-deputies': () => 'More deputies are needed. Add one more.',
    'too-many': () => 'There are many questions already. Wait for the answers first.',
    taken: ({ name }) => `The account exists already. Contact ${name ?? ''} if you want to join.`,
    'bad-link': () => 'The link must start with https://. Copy the address from the account’s page.',
    'other-account': () =>
      'The link leads to another account than the one that was approved. Check the link.',
    unchecked: () => 'This has to be done first.',
  },
  twins: {
    heading: (count) => (count === 1 ? 'There is an account like yours' : 'There are accounts like yours'),
    intro: (count) =>
      `Perhaps you can join ${count === 1 ? 'it' : 'one of them'}. Ask whoever is responsible, or write why yours is needed.`,
    declinedIntro: 'Write why your account is needed all the same. Then you can submit.',
    same: 'The account exists already',
    sameIntro: 'Ask to join it, or go back and choose another name.',
    yours: 'You are responsible for the account.',
    responsible: (name) => `Responsible: ${name}`,
  },
  asks: (name, words) => `${name} asks: ${words}`,
  declined: ({ name, handle, words }) =>
    `${name} said no about ${handle}: ${words}\nYou can go on with your own application.`,
};
