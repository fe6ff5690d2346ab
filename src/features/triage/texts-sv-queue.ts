/** Words of the registrar's queue and of the figures in Swedish. */
import type { QueueTexts } from './texts-shape-queue';

export const queue: QueueTexts = {
  title: 'Bedömda inlägg',
  choose: 'Välj vilka',
  show: 'Visa',
  figures: 'Siffror',
  table: 'Hämta som tabell',
  open: 'Öppna',
  earlier: 'Föregående',
  later: 'Nästa',
  all: 'Alla',
  notClosed: 'Alla som pågår',
  none: 'Inga ärenden finns med det du har valt.',
  notFor: 'Listan är till för kommunikatörer och registratorer. Skriv ”mina ärenden” för att se dina egna.',
  noFigures: 'Det finns inga siffror än.',
  page: (page, pages) => `Sida ${page} av ${pages}`,
  count: (count) =>
    count === 1
      ? 'Ett ärende, det som väntat längst först.'
      : `${count} ärenden, de som väntat längst först.`,
  review: (count) =>
    count === 0
      ? 'Inget ärende behöver tas upp när riktlinjen ses över.'
      : `${count === 1 ? 'Ett ärende' : `${count} ärenden`} att ta upp när riktlinjen ses över.`,
  labels: { department: 'Förvaltning', category: 'Kan beröra', step: 'Steg', age: 'Hur länge' },
  ages: { late: 'De som är sena', week: 'Äldre än en vecka', month: 'Äldre än en månad' },
  ageHelp: 'Sena är de där steget borde vara klart.',
  byCategory: 'Det handlade om',
  byMonth: 'Ärenden per månad',
  times: 'Så lång tid tog det för hälften',
  time: {
    evidence: (hours) => `Till bevis: ${hoursOf(hours)}`,
    registration: (hours) => `Till diariet: ${hoursOf(hours)}`,
    removal: (hours) => `Till borttaget: ${hoursOf(hours)}`,
    done: (hours) => `Till klart: ${hoursOf(hours)}`,
  },
  reviewed: 'Att lära av',
  unsure: (count, percent) => `Osäkra svar: ${count} (${percent} procent)`,
  overruled: (count) => `Beslut mot förslaget: ${count}`,
  file: (day) => `bedömda inlägg ${day}.csv`,
  head: {
    number: 'Ärende',
    department: 'Förvaltning',
    opened: 'Började',
    step: 'Steg',
    where: 'Var',
    what: 'Vad',
    day: 'Skrevs',
    category: 'Punkter',
    secrecy: 'Sekretess',
    registration: 'Diarienummer',
  },
};

function hoursOf(hours: number): string {
  if (hours >= 48) return `${Math.round(hours / 24)} dygn`;
  return hours === 1 ? 'en timme' : `${hours} timmar`;
}
