/** Words that say little about which account is meant, and how little. */
import { isNumber, stemsOf } from './swedish';

/** Every name may hold them. */
export const EMPTY = stemsOf(
  `kommun kommunal officiell official konto kanal sida avdelning enhet förvaltning kontor kontoret verksamhet
  info information test demo sverige sweden se swe och i på vid för av till med om the in of nu
  instagram insta facebook fb twitter x youtube yt tiktok linkedin threads bluesky mastodon snapchat snap pinterest
  vimeo`,
);

/** Everyday additions to a name: an account with one of them is still the same unit's. */
const ADDITIONS = stemsOf('stad barn ung unga jobb nyheter tips event press');

/** Kinds of units that a municipality has several of; what stands beside them tells one from another. */
export const KINDS = stemsOf(
  `gymnasieskola förskola grundskola gymnasium skola fritidsgård fritidshem äldreboende vårdboende boende träffpunkt
  bibliotek badhus simhall ishall sporthall museum arkiv bad`,
);

/** Different words for one kind. */
export const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['gymnasieskol', 'gymnasi'],
  ['grundskol', 'skol'],
  ['badhus', 'bad'],
]);

/** Words of any text and of any account's purpose: "visa", "öppettider", "svar på frågor". */
const GENERAL = stemsOf(
  `och att det som en ett på är av för med till den de dem deras i om så men nu så från när var vad hur vi vår våra vårt
  oss ni er era ert man du din dina ditt dig jag sig sin sina sitt här där mer mest mycket många alla allt hela också
  ska kan vill få får ha har hos in ut upp ner över under mellan inom utan efter innan före genom kring mot vid samt
  eller både även bara andra annan olika varje ny nya nytt denna detta dessa dess finns bli blir bra se rätt direkt
  göra gör kommer komma händer sker vilka vilken vilket egna lätt snabb snabba kort korta stor stora små aktuell
  aktuella aktuellt visa berätta informera sprida dela svara fråga frågor svar nå ge öka skapa stärka utveckla
  marknadsföra lyfta inspirera uppmärksamma bjuda presentera publicera kommunicera följa möta hitta veta bo söka
  börja information info nyheter tips bild bilder film filmer inlägg öppettider program verksamhet arbete arbeta
  vardag dag vecka månad år tid kväll aktivitet evenemang händelse konto kanal kommun
  dialog kontakt intresse kunskap möjlighet service stöd råd hjälp besök besökare boende invånare medborgare
  människor personer folk anställda tjänst ledig lediga plats livet exempel bland annat`,
);

/** People, offers and qualities that many accounts have. */
const VAGUE = stemsOf(
  `barn ung unga ungdom ungdomar vuxna äldre elev elever förälder föräldrar vårdnadshavare anhöriga familj familjer
  medarbetare pedagog lärare skola förskola jobb kurs kurser träff träffar hållbara trygga digitala
  gemensamma lokala`,
);

/** Two accounts that are both for children and families have said one thing in common, not two. */
const HALF = 0.5;

/** How much a stem says about what an account is for, 0–1. */
export function weightOf(word: string): number {
  if (GENERAL.has(word) || isNumber(word)) return 0;
  return VAGUE.has(word) ? HALF : 1;
}

export function isAddition(word: string): boolean {
  return ADDITIONS.has(word) || isNumber(word);
}
