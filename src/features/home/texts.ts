/** Every word of the welcome, the lists across features and the plain notices: Swedish first, English checked against it. */
import type { Locale } from '../../kernel/locale';

/** Why nothing was done, when there is no card of a matter to say it on. */
export type NoticeCode =
  | 'stranger'
  | 'unknown-verb'
  | 'malformed'
  | 'gone'
  | 'busy'
  | 'too-old'
  | 'forbidden'
  | 'failed'
  | 'in-chat'
  | 'not-yours'
  | 'passed-on'
  | 'not-applicant'
  | 'not-decider'
  | 'not-lead'
  | 'own-application'
  | 'not-adviser'
  | 'not-asked'
  | 'not-inspector'
  | 'coming'
  | 'newer-card'
  | 'full'
  | 'disputed'
  | 'link-over'
  | 'not-responsible'
  | 'not-office'
  | 'not-communicator'
  | 'not-closed'
  | 'no-account'
  | 'upload-gone'
  | 'download-gone'
  | `picture-${'empty' | 'too-large' | 'too-many-pixels' | 'not-a-picture' | 'damaged'}`
  | `picture-${'gone' | 'refused' | 'unavailable' | 'elsewhere' | 'none'}`
  /** Said before or after what is wrong with some of several pictures. */
  | 'pictures-partly'
  | 'pictures-many';

export interface Texts {
  readonly help: {
    readonly title: string;
    readonly welcome: string;
    readonly hello: string;
    readonly unknown: string;
    readonly nearest: (phrases: string) => string;
    readonly todo: (count: number) => string;
    /** The introduction for communicators (G-5.5a); `departments` are those they serve. */
    readonly introduction: (departments: string) => string;
  };
  readonly todo: { readonly title: string; readonly intro: string; readonly empty: string };
  readonly mine: { readonly title: string; readonly intro: string; readonly empty: string };
  readonly unreached: {
    readonly title: string;
    readonly since: (day: string) => string;
    readonly reasons: Readonly<
      Record<'blocked' | 'removed' | 'never-met' | 'other' | 'not-delivered', (name: string) => string>
    >;
  };
  readonly day: { readonly title: string; readonly intro: string };
  /** Asks what one picture, or several, belong to. */
  readonly which: Readonly<
    Record<'one' | 'many' | 'none', { readonly title: string; readonly intro: string }>
  >;
  readonly language: string;
  readonly page: (page: number, pages: number) => string;
  readonly buttons: Readonly<Record<'open' | 'choose' | 'earlier' | 'later', string>>;
  readonly notices: Readonly<Record<NoticeCode, string>>;
  readonly describe: Readonly<Record<'help' | 'mine' | 'todo' | 'swedish' | 'english' | 'coming', string>>;
}

const sv: Texts = {
  help: {
    title: 'Kanalvakt',
    welcome: 'Hej! Jag hjälper dig med kommunens konton i sociala medier. Vad vill du göra?',
    hello: 'Vad vill du göra? Välj här, eller skriv orden.',
    unknown: 'Jag förstod inte vad du menade. Skriv gärna med andra ord.',
    nearest: (phrases) => `Jag förstod inte riktigt. Menade du ${phrases}?`,
    todo: (count) => (count === 1 ? 'En sak väntar på dig.' : `${count} saker väntar på dig.`),
    introduction: (departments) =>
      `Du är förvaltningskommunikatör för ${departments}. Du stöttar dem som vill ha ett konto och fattar beslut om deras ansökningar. De kommer hit som kort. När du har godkänt en ansökan får den som ansvarar för sociala medier veta det. Skriv ”att göra” för att se vad som väntar, och ”förteckning” för att se alla konton.`,
  },
  todo: {
    title: 'Att göra',
    intro: 'Det här väntar på dig. Det äldsta står först.',
    empty: 'Inget väntar på dig just nu.',
  },
  mine: {
    title: 'Mina ärenden',
    intro: 'Det här har du på gång.',
    empty: 'Du har inga ärenden. Skriv ”ny ansökan” om du vill söka ett konto.',
  },
  unreached: {
    title: 'Personer jag inte når',
    since: (day) => `Sedan ${day}`,
    reasons: {
      blocked: (name) => `${name} har blockerat mig i Teams. Be hen att ta bort blockeringen.`,
      removed: (name) => `${name} har inte appen i Teams. Be hen att lägga till Kanalvakt.`,
      'never-met': (name) =>
        `${name} har aldrig skrivit till mig. Be hen att skriva ”hej” till Kanalvakt i Teams.`,
      other: (name) => `Teams tar inte emot mina meddelanden till ${name}. Kontakta hen på annat sätt.`,
      'not-delivered': (name) =>
        `Ett meddelande till ${name} kom kanske inte fram. Kontakta hen på annat sätt.`,
    },
  },
  day: { title: 'Dagens påminnelser', intro: 'Det här väntar på dig.' },
  which: {
    one: {
      title: 'Vad hör bilden till?',
      intro: 'Du har flera ärenden som väntar på en bild. Välj det som bilden visar.',
    },
    many: {
      title: 'Vad hör bilderna till?',
      intro: 'Du har flera ärenden som väntar på en bild. Välj det som bilderna visar.',
    },
    none: {
      title: 'Vad är bilden till?',
      intro:
        'Jag väntar inte på någon skärmdump från dig just nu, och har inte hämtat bilden. Gäller det ett inlägg som ska bedömas?',
    },
  },
  language: 'Jag skriver på svenska från och med nu.',
  page: (page, pages) => `Sida ${page} av ${pages}`,
  buttons: { open: 'Öppna', choose: 'Välj', earlier: 'Föregående', later: 'Nästa' },
  notices: {
    stranger: 'Jag känner inte igen din organisation. Fråga den som ansvarar för sociala medier hos er.',
    'unknown-verb': 'Knappen finns inte längre. Skriv ”hjälp” så ser du vad du kan göra.',
    malformed:
      'Jag kunde inte läsa det som kom från kortet. Skriv ”att göra” eller ”mina ärenden” för ett nytt kort.',
    gone: 'Ärendet finns inte längre. Skriv ”mina ärenden” för att se vad du har på gång.',
    busy: 'Flera ändrade ärendet samtidigt. Inget av ditt är sparat. Försök igen.',
    'too-old': 'Kortet är för gammalt. Skriv ”ny ansökan” för att börja om.',
    forbidden: 'Du kan inte göra det här. Fråga din kommunikatör.',
    'in-chat': 'Jag har skickat ett kort till dig i vår chatt. Fortsätt där.',
    failed: 'Något gick fel hos mig. Inget är sparat eller skickat. Försök igen om en stund.',
    'not-yours': 'Du kan inte se det här ärendet. Fråga den som har lagt upp det.',
    'passed-on': 'Du ansvarar inte för det här kontot. Du behöver inte göra något.',
    'not-applicant': 'Bara den som har gjort ansökan kan göra det här.',
    'not-decider': 'Bara kommunikatören på förvaltningen kan fatta beslut här.',
    'not-lead': 'Bara den som ansvarar för sociala medier kan göra det här.',
    'own-application': 'Du kan inte fatta beslut om din egen ansökan.',
    'not-adviser': 'Bara kommunikatören på förvaltningen kan göra det här.',
    'not-asked': 'Bara den som ansvarar för kontot kan svara.',
    'not-inspector': 'Bara kommunikatören på förvaltningen kan bekräfta kontot.',
    coming: 'Det här kan jag inte än, men det är på väg. Skriv ”hjälp” så ser du vad jag kan nu.',
    full: 'Det finns redan så många bilder som får plats.',
    disputed: 'Kommunikatören ser över vem som ansvarar för kontot. Vänta med bilden.',
    'link-over': 'Länken gäller inte längre. Gå till mig i Teams så får du en ny.',
    'not-responsible': 'Bara den som ansvarar för kontot kan göra det här.',
    'not-office': 'Bara förvaltningens kommunikatör och registrator kan göra det här.',
    'not-communicator': 'Bara förvaltningens kommunikatör kan göra det här.',
    'not-closed': 'Säsongen är inte stängd än, så det finns inget paket.',
    'no-account': 'Kontot finns inte i förteckningen, eller är stängt.',
    'newer-card': 'Det finns ett nyare kort om det här längre ned i chatten.',
    'upload-gone': 'Länken gäller inte längre. Gå till mig i Teams så får du en ny.',
    'download-gone': 'Länken gäller inte längre. Gå till mig i Teams och be om en ny.',
    'picture-empty': 'Det finns inget i filen. Ta en ny skärmdump och skicka den.',
    'picture-too-large': 'Filen är för stor. Skicka en bild på högst 25 megabyte.',
    'picture-too-many-pixels': 'Bilden är för stor. Dela upp den i flera skärmdumpar och skicka dem.',
    'picture-not-a-picture':
      'Jag kan bara ta emot bilder och PDF-filer. Spara skärmdumpen som PNG, JPEG, WebP eller PDF och skicka den igen.',
    'picture-damaged': 'Filen är skadad. Ta en ny skärmdump och skicka den.',
    'picture-gone': 'Jag kommer inte åt bilden längre. Skicka den igen.',
    'picture-refused':
      'Jag får inte hämta bilden därifrån. Spara den på din dator eller telefon och skicka den här i chatten.',
    'picture-unavailable': 'Jag kunde inte ta emot bilden just nu. Skicka den igen om en stund.',
    'picture-elsewhere':
      'Jag kan inte ta emot bilder i en grupp eller en kanal. Skicka bilden till mig här i stället.',
    'picture-none':
      'Jag väntar inte på någon skärmdump från dig just nu. Skriv ”mina ärenden” för att se vad du har på gång.',
    'pictures-partly': 'Jag kunde inte ta emot alla bilder.',
    'pictures-many': 'Jag tar emot tio bilder i taget. Skicka resten i ett nytt meddelande.',
  },
  describe: {
    help: 'Se vad jag kan hjälpa dig med.',
    mine: 'Se dina ansökningar och vad som är nästa steg.',
    todo: 'Se vad som väntar på dig.',
    swedish: 'Byt språk till svenska.',
    english: 'Byt språk till engelska.',
    coming: 'Det här är på väg.',
  },
};

const en: Texts = {
  help: {
    title: 'Kanalvakt',
    welcome: 'Hello! I help you with the municipality’s social media accounts. What do you want to do?',
    hello: 'What do you want to do? Choose here, or write the words.',
    unknown: 'I did not understand. Please use other words.',
    nearest: (phrases) => `I did not quite understand. Did you mean ${phrases}?`,
    todo: (count) => (count === 1 ? 'One thing waits for you.' : `${count} things wait for you.`),
    introduction: (departments) =>
      `You are the department communicator of ${departments}. You support those who want an account and decide on their applications. They come here as cards. When you have approved one, the social media lead is told. Write “to do” to see what waits, and “register” to see all accounts.`,
  },
  todo: {
    title: 'To do',
    intro: 'This waits for you. The oldest comes first.',
    empty: 'Nothing waits for you right now.',
  },
  mine: {
    title: 'My cases',
    intro: 'This is what you have going.',
    empty: 'You have no cases. Write “new application” if you want an account.',
  },
  unreached: {
    title: 'People I cannot reach',
    since: (day) => `Since ${day}`,
    reasons: {
      blocked: (name) => `${name} has blocked me in Teams. Ask them to unblock me.`,
      removed: (name) => `${name} does not have the app in Teams. Ask them to add Kanalvakt.`,
      'never-met': (name) => `${name} has never written to me. Ask them to write “hi” to Kanalvakt in Teams.`,
      other: (name) => `Teams does not take my messages to ${name}. Contact them in another way.`,
      'not-delivered': (name) => `A message to ${name} may not have arrived. Contact them in another way.`,
    },
  },
  day: { title: 'Today’s reminders', intro: 'This waits for you.' },
  which: {
    one: {
      title: 'What does the picture belong to?',
      intro: 'Several of your cases wait for a picture. Choose the one that it shows.',
    },
    many: {
      title: 'What do the pictures belong to?',
      intro: 'Several of your cases wait for a picture. Choose the one that they show.',
    },
    none: {
      title: 'What is the picture for?',
      intro:
        'I do not wait for a screenshot from you right now, and have not fetched the picture. Is it about a post to assess?',
    },
  },
  language: 'I write in English from now on.',
  page: (page, pages) => `Page ${page} of ${pages}`,
  buttons: { open: 'Open', choose: 'Choose', earlier: 'Previous', later: 'Next' },
  notices: {
    stranger:
      'I do not recognise your organisation. Ask the person responsible for social media where you work.',
    'unknown-verb': 'The button does not exist any more. Write “help” to see what you can do.',
    malformed: 'I could not read what came from the card. Write “to do” or “my cases” for a new card.',
    gone: 'This does not exist any more. Write “my cases” to see what you have going.',
    busy: 'Several people changed this at the same time. Nothing of yours was saved. Try again.',
    'too-old': 'The card is too old. Write “new application” to start again.',
    forbidden: 'You cannot do this. Ask your communicator.',
    'in-chat': 'I have sent you a card in our chat. Go on there.',
    failed: 'Something went wrong on my side. Nothing was saved or sent. Try again in a while.',
    'not-yours': 'You cannot see this. Ask the person who made it.',
    'passed-on': 'You are not responsible for this account. You need not do anything.',
    'not-applicant': 'Only the person who made the application can do this.',
    'not-decider': 'Only the department’s communicator can decide here.',
    'not-lead': 'Only the person responsible for social media can do this.',
    'own-application': 'You cannot decide on your own application.',
    'not-adviser': 'Only the department’s communicator can do this.',
    'not-asked': 'Only the person responsible for the account can answer.',
    'not-inspector': 'Only the department’s communicator can confirm the account.',
    coming: 'I cannot do this yet, but it is on its way. Write “help” to see what I can do now.',
    full: 'There are as many pictures as there is room for.',
    disputed: 'The communicator looks into who is responsible for the account. Wait with the picture.',
    'link-over': 'The link does not work any more. Go to me in Teams and you get a new one.',
    'not-responsible': 'Only the person responsible for the account can do this.',
    'not-office': 'Only the department’s communicator and registrar can do this.',
    'not-communicator': 'Only the department’s communicator can do this.',
    'not-closed': 'The season is not closed yet, so there is no package.',
    'no-account': 'The account is not in the register, or is closed.',
    'newer-card': 'There is a newer card about this further down in the chat.',
    'upload-gone': 'The link has ended. Write “screenshot” to me in Teams to get a new one.',
    'download-gone': 'The link has ended. Go to me in Teams and ask for a new one.',
    'picture-empty': 'The file is empty. Take a new screenshot and send it.',
    'picture-too-large': 'The file is too large. Send a picture of 25 megabytes at most.',
    'picture-too-many-pixels': 'The picture is too large. Split it into several screenshots and send them.',
    'picture-not-a-picture':
      'I can only take pictures and PDF files. Save the screenshot as PNG, JPEG, WebP or PDF and send it again.',
    'picture-damaged': 'The file is damaged. Take a new screenshot and send it.',
    'picture-gone': 'I cannot reach the picture any more. Send it again.',
    'picture-refused':
      'I may not fetch the picture from there. Save it on your computer or phone and send it here in the chat.',
    'picture-unavailable': 'I could not take the picture right now. Send it again in a while.',
    'picture-elsewhere':
      'I cannot take pictures in a group or a channel. Send the picture to me here instead.',
    'picture-none':
      'I do not wait for a screenshot from you right now. Write “my cases” to see what you have going.',
    'pictures-partly': 'I could not take all the pictures.',
    'pictures-many': 'I take ten pictures at a time. Send the rest in a new message.',
  },
  describe: {
    help: 'See what I can help you with.',
    mine: 'See your applications and what the next step is.',
    todo: 'See what waits for you.',
    swedish: 'Switch to Swedish.',
    english: 'Switch to English.',
    coming: 'This is on its way.',
  },
};

export const texts: Readonly<Record<Locale, Texts>> = { sv, en };
