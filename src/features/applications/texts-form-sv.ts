/** The form in Swedish: steps, fields, what is wrong with an answer, and the accounts that look alike. */
import type { FormTexts } from './texts-shape';

export const form: FormTexts = {
  progress: (step, of) => `Steg ${step} av ${of}`,
  steps: {
    account: {
      heading: 'Vilket konto vill ni ha?',
      intro:
        'Du behöver svara på några frågor innan ni startar kontot. Det tar ungefär tio minuter. Svar med stjärna behövs.',
    },
    unit: { heading: 'Vilka står bakom kontot?', intro: 'Berätta vilka ni är och vilka ni vill nå.' },
    questions: { heading: 'Varför behövs kontot?', intro: 'Skriv kort. Din kommunikatör läser svaren.' },
    people: {
      heading: 'Vem tar hand om kontot?',
      intro: 'Varje konto har en person som ansvarar för det, och minst en ersättare.',
    },
    presence: { heading: 'Hur är ni på plats?', intro: 'De som skriver till er vill veta när de får svar.' },
    consultation: {
      heading: 'Har ni pratat med kommunikatören?',
      intro:
        'Ni planerar kontot med er förvaltningskommunikatör. Har ni inte pratat än? Du kan skicka in, och prata sedan.',
    },
  },
  fields: {
    platform: { label: 'Plattform' },
    platformName: { label: 'Vilken annan plattform?', help: 'Fyll bara i om du valde Annan plattform.' },
    handle: { label: 'Kontots namn', help: 'Till exempel @biblioteket. Du kan också klistra in en länk.' },
    accountType: { label: 'Vad är det för konto?' },
    department: { label: 'Förvaltning' },
    unit: { label: 'Verksamhet', help: 'Till exempel stadsbiblioteket.' },
    manager: { label: 'Chef för verksamheten' },
    purpose: { label: 'Vad ska kontot användas till?', help: 'Texten kan ni visa på kontots sida.' },
    audience: { label: 'Vilka vill ni nå?' },
    responsible: { label: 'Ansvarig för kontot', help: 'Skriv namn eller e-post. Det får vara du själv.' },
    deputies: { label: 'Ersättare', help: 'Skriv namn eller e-post. Sätt komma mellan om ni är flera.' },
    mailbox: { label: 'Verksamhetens e-post', help: 'Den gemensamma brevlådan, inte din egen adress.' },
    training: { label: 'Har den ansvariga gått kommunens utbildning i sociala medier?' },
    watchers: { label: 'Vilka läser och svarar?', help: 'Till exempel två i receptionen, varannan vecka.' },
    frequency: { label: 'Hur ofta tittar ni till kontot?' },
    responseTime: { label: 'När får den som skriver ett svar?' },
    colour: { label: 'Färg på profilbilden', help: 'Bilden visar att kontot hör till kommunen.' },
    consultedWith: { label: 'Vem har ni pratat med?' },
    consultedOn: { label: 'Vilken dag?' },
  },
  otherPlatform: 'Annan plattform',
  accountTypes: { unit: 'Ett konto för vår verksamhet', official: 'Ett officiellt konto i kommunens namn' },
  yesNo: { yes: 'Ja', no: 'Nej', unsure: 'Vet inte' },
  clientError: 'Fyll i det här fältet.',
  problems: {
    missing: () => 'Svaret saknas. Skriv ett svar så kan du gå vidare.',
    'too-long': ({ max }) => `Texten är för lång. Korta den till högst ${max ?? 0} tecken.`,
    'not-a-choice': () => 'Välj ett av svaren i listan.',
    'bad-email': () => 'Det ser inte ut som en e-postadress. Skriv till exempel biblioteket@kommunen.se.',
    'bad-handle': () => 'Jag hittar inget namn i länken. Skriv kontots namn, till exempel @biblioteket.',
    'wrong-platform': () => 'Länken hör till en annan plattform. Kontrollera länken.',
    'bad-date': () => 'Skriv datumet som år, månad och dag, till exempel 2026-11-20.',
    'later-date': () => 'Dagen har inte varit än. Prata med varandra först och välj sedan dagen.',
    'earlier-date': () => 'Dagen har redan varit. Välj en dag som kommer.',
    'training-wanted': () => 'Den ansvariga behöver gå utbildningen först. Spara utkastet så länge.',
    'unknown-person': () => 'Jag hittar ingen med det namnet. Skriv e-postadressen i stället.',
    'same-person': () => 'Ersättaren kan inte vara samma person som den ansvariga. Välj någon annan.',
    'too-few-deputies': () => 'Det behövs fler ersättare. Lägg till en till.',
    'too-many': () => 'Det är många frågor redan. Vänta på svaren först.',
    taken: ({ name }) => `Kontot finns redan. Kontakta ${name ?? ''} om du vill vara med.`,
    'bad-link': () => 'Länken ska börja med https://. Kopiera adressen från kontots sida.',
    'other-account': () => 'Länken går till ett annat konto än det som blev godkänt. Kontrollera länken.',
    unchecked: () => 'Det här behöver vara klart först.',
  },
  twins: {
    heading: (count) =>
      count === 1 ? 'Det finns ett konto som liknar ert' : 'Det finns konton som liknar ert',
    intro: (count) =>
      `Kanske kan ni vara med i ${count === 1 ? 'det' : 'ett av dem'}. Fråga den som ansvarar, eller skriv varför ert konto behövs.`,
    declinedIntro: 'Skriv varför ert konto behövs ändå. Då kan du skicka in ansökan.',
    same: 'Kontot finns redan',
    sameIntro: 'Be att få vara med i det, eller gå tillbaka och välj ett annat namn.',
    yours: 'Du ansvarar för kontot.',
    responsible: (name) => `Ansvarig: ${name}`,
  },
  asks: (name, words) => `${name} frågar: ${words}`,
  declined: ({ name, handle, words }) =>
    `${name} svarade nej om ${handle}: ${words}\nDu kan fortsätta med din egen ansökan.`,
};
