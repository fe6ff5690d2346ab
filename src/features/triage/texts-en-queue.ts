/** Words of the registrar's queue and of the figures in English. */
import type { QueueTexts } from './texts-shape-queue';

export const queue: QueueTexts = {
  title: 'Assessed posts',
  choose: 'Choose which',
  show: 'Show',
  figures: 'Figures',
  table: 'Take out as a table',
  open: 'Open',
  earlier: 'Previous',
  later: 'Next',
  all: 'All',
  notClosed: 'All that are under way',
  none: 'There are no cases of what you have chosen.',
  notFor: 'The list is for communicators and registrars. Write “my cases” to see your own.',
  noFigures: 'There are no figures yet.',
  page: (page, pages) => `Page ${page} of ${pages}`,
  count: (count) =>
    count === 1
      ? 'One case, the one that has waited longest first.'
      : `${count} cases, those that have waited longest first.`,
  review: (count) =>
    count === 0
      ? 'No case needs to be brought up when the guideline is reviewed.'
      : `${count === 1 ? 'One case' : `${count} cases`} to bring up when the guideline is reviewed.`,
  labels: { department: 'Department', category: 'May touch', step: 'Step', age: 'For how long' },
  ages: { late: 'Those that are late', week: 'Older than a week', month: 'Older than a month' },
  ageHelp: 'Late are those whose step should have been done.',
  byCategory: 'What it was about',
  byMonth: 'Cases per month',
  times: 'How long it took for half of them',
  time: {
    evidence: (hours) => `To the evidence: ${hoursOf(hours)}`,
    registration: (hours) => `To the diary: ${hoursOf(hours)}`,
    removal: (hours) => `To the removal: ${hoursOf(hours)}`,
    done: (hours) => `To the end: ${hoursOf(hours)}`,
  },
  reviewed: 'To learn from',
  unsure: (count, percent) => `Unsure answers: ${count} (${percent} per cent)`,
  overruled: (count) => `Decisions against the suggestion: ${count}`,
  file: (day) => `assessed posts ${day}.csv`,
  head: {
    number: 'Case',
    department: 'Department',
    opened: 'Begun',
    step: 'Step',
    where: 'Where',
    what: 'What',
    day: 'Written',
    category: 'Points',
    secrecy: 'Secrecy',
    registration: 'Diary number',
  },
};

function hoursOf(hours: number): string {
  if (hours >= 48) return `${Math.round(hours / 24)} days`;
  return hours === 1 ? 'an hour' : `${hours} hours`;
}
