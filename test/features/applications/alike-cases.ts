/** Which accounts a communicator would call alike, and which not: wishes and registers as a municipality has them. */
import type { Wish } from '../../../src/features/applications/alike';
import type { AccountRow } from '../../../src/features/register/model';

export interface AlikeCase {
  readonly title: string;
  readonly wish: Wish;
  readonly rows: readonly AccountRow[];
  /** Ids of the rows that are alike, each with its reason. */
  readonly expected: readonly { readonly id: string; readonly why: 'name' | 'purpose' }[];
}

/** What the municipality's own name is made of. */
export const COMMON = ['Sundsvall', 'Sundsvalls', 'kommun'];

/** `handle | unit | purpose | audience`, before it `platform: ` where that is not Instagram; `reserved ` for a row. */
type Line = string;

function parts(line: Line): { platform: string; platformName: string; fields: string[] } {
  const [, platform = 'instagram', platformName = '', rest = ''] =
    /^(?:([a-z]+)(?:\((\w+)\))?: )?(.*)$/s.exec(line) ?? [];
  return { platform, platformName, fields: rest.split('|').map((field) => field.trim()) };
}

export function rowOf(line: Line, id: string): AccountRow {
  const reserved = line.startsWith('reserved ');
  const { platform, platformName, fields } = parts(line.replace(/^reserved /, ''));
  const [handle = '', unit = '', purpose = ''] = fields;
  return {
    id,
    platform,
    platformName,
    handle,
    department: 'kultur-fritid',
    unit,
    status: reserved ? 'reserved' : 'active',
    responsible: { name: 'Karin Kommunikatör' },
    deputies: [],
    purpose,
    activeSince: '2026-01-01T00:00:00.000Z',
  };
}

export function wishOf(line: Line): Wish {
  const { platform, platformName, fields } = parts(line);
  const [handle = '', unit = '', purpose = '', audience = ''] = fields;
  return { platform, ...(platformName === '' ? {} : { platformName }), handle, unit, purpose, audience };
}

/** Each case is its title, the wish, and the register; where there is a reason, the first row is alike and no other. */
function read(table: string, why?: 'name' | 'purpose'): AlikeCase[] {
  return table
    .split('\n# ')
    .slice(1)
    .map((text) => {
      const [title = '', wish = '', ...lines] = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      const rows = lines.map((line, at) => rowOf(line, `account-${at + 1}`));
      return { title, wish: wishOf(wish), rows, expected: why ? [{ id: 'account-1', why }] : [] };
    });
}

const BY_NAME = `
# the same words
  @stadsbiblioteket.sundsvall | Stadsbiblioteket
  stadsbiblioteket | Stadsbiblioteket
  simhallarna | Simhallarna
# the municipality’s name first or last
  biblioteketsundsvall | Biblioteket
  sundsvallsbiblioteket | Biblioteken
  kulturskolansundsvall | Kulturskolan
# another case
  StadsBibliotek | Kultur
  stadsbiblioteket | Stadsbiblioteket
# definite and not
  badhus_sundsvall | Badhus
  badhuset | Badhuset
  ishallen | Ishallen
# singular and plural
  simhallensundsvall | Simhallen
  simhallarna | Simhallarna
# plural, definite and not
  forskolor | Förskolor
  forskolorna.sundsvall | Förskolorna
  grundskolorna | Grundskolorna
# another order
  forskolan.bjorken | Förskolan Björken
  bjorken_forskola | Björkens förskola
  forskolan_granen | Förskolan Granen
# another order, glued
  bjorkenforskola | Björkens förskola
  forskolanbjorken | Förskolan Björken
  forskolantallen | Förskolan Tallen
# a name in two words or one
  hagaskolan | Hagaskolan
  haga.skola | Haga skola
  bredsand.skola | Bredsands skola
# Swedish letters and without
  @träffpunkten_höglunda | Träffpunkt Höglunda
  traffpunkthoglunda | Träffpunkten Höglunda
  traffpunktskonsmon | Träffpunkt Skönsmon
# Swedish letters written out
  naeringslivskontoret | Naeringslivskontoret
  näringsliv.sundsvall | Näringslivskontoret
# å written out
  aasenshemtjaenst | Aasens hemtjaenst
  asenshemtjanst | Åsens hemtjänst
# ö written out
  skoensmonsfritidsgaard | Fritidsgaarden Skoensmon
  fritidsgardenskonsmon | Fritidsgården Skönsmon
# combining letters
  ko\u0308pmangatan | Ko\u0308pmangatan
  kopmangatan | Köpmangatan
# a letter too few
  stadsbiblotek | Stadsbiblotek
  stadsbiblioteket | Stadsbiblioteket
  stadsarkivet | Stadsarkivet
# a letter too many
  kulturmagassinet | Kulturmagassinet
  kulturmagasinet | Kulturmagasinet
# two letters swapped
  hemtjäntsen | Hemtjäntsen
  hemtjansten.sundsvall | Hemtjänsten
  hemsjukvarden | Hemsjukvården
# a wrong letter
  elevhelsan | Elevhelsan
  elevhalsan | Elevhälsan
  elevkaren | Elevkåren
# a wrong letter in a school’s name
  bredsandskolan | Bredsandskolan
  bredsandsskolan | Bredsandsskolan
  bergsakersskolan | Bergsåkersskolan
# a link
  https://www.instagram.com/Bokbussen_Sundsvall/ | Bokbussen
  bokbussen | Bokbussen
  bokbytarhyllan | Bokbytarhyllan
# dots and underscores
  gata_och_park | Gatuavdelningen
  gataochpark.sundsvall | Gata och park
  lekparker | Lekparkerna
# glued and not
  gataparksundsvall | Gatuenheten
  gataochparksundsvall | Gata och park
# the unit only
  lasmer.sundsvall | Stadsbiblioteket
  stadsbiblioteket | Stadsbiblioteket
  skolbiblioteken | Skolbiblioteken
# a handle that is another’s unit
  planenheten | Stadsbyggnadskontoret
  stadenvaxer | Planenheten
  bygglov | Bygglovsenheten
# a unit that is another’s handle
  unginorr | Ungdomens hus
  ungdomenshus_svall | Fritidsgårdarna
# an office and its matter
  fritidskontoret | Fritidskontoret
  fritidsundsvall | Fritid
  fritidsbanken | Fritidsbanken
# the same office, called otherwise
  kulturforvaltningen | Kulturförvaltningen
  kulturavdelningen | Kulturavdelningen
  kulturmagasinet | Kulturmagasinet
# official added
  kulturskolan_officiell | Kulturskolan
  kulturskolan | Kulturskolan
  kulturskolanharnosand2 | Dansskolan
# the country added
  museetsundsvallsverige | Museet
  sundsvallsmuseum | Sundsvalls museum
# the platform added
  simhallarna_insta | Simhallarna
  simhallarna | Simhallarna
# with and without the town
  stadsarkivet | Stadsarkivet
  sundsvallsarkiv | Arkivet
# the town library and the library
  biblioteket.sundsvall | Biblioteket
  stadsbiblioteket | Stadsbiblioteket
  skonsmonsbibliotek | Skönsmons bibliotek
# the same unit for children
  stadsbiblioteket_barn | Stadsbiblioteket, barn
  stadsbiblioteket | Stadsbiblioteket
# the same unit and a place
  bokbussennorra | Bokbussen norra
  bokbussen | Bokbussen
# the same unit and an orchestra
  kulturskolansorkester | Kulturskolan orkester
  kulturskolan | Kulturskolan
  ungdomsorkestern | Sundsvalls ungdomsorkester
# the same unit and a region
  raddningstjansten | Räddningstjänsten
  raddningstjanstenmedelpad | Räddningstjänsten Medelpad
# a preschool’s name alone
  bjorken_sundsvall | Björken
  forskolan_bjorken | Förskolan Björken
  forskolan_granen | Förskolan Granen
# a digit added
  konsthallen2 | Konsthallen
  konsthallen | Konsthallen
# a year added
  sommarlov2026 | Sommarlov 2026
  sommarlovsundsvall | Sommarlovet
# another year
  sommarlov2026 | Sommarlov 2026
  sommarlov2025 | Sommarlov 2025
# the municipality itself, twice
  sundsvalls_kommun | Kommunikationsavdelningen
  sundsvallskommun | Koncernstaben
  sundsvallsmuseum | Museet
# the municipality itself, official
  sundsvallskommun.officiell | Kommunikation
  sundsvall.se | Koncernstaben
# the Bluesky address
  bluesky: kulturskolan.bsky.social | Kulturskolan
  bluesky: https://bsky.app/profile/kulturskolan-sundsvall.bsky.social | Musikenheten
# the Mastodon server
  mastodon: @biblioteket@social.example.se | Biblioteket
  mastodon: biblioteket | Biblioteket
# the same unlisted platform
  other(Discord): ungdomenshus | Ungdomens hus
  other(discord): ungdomenshus1 | Ungdomens hus
`;

const BY_PURPOSE = `
# books and authors
  lasmera | Läsfrämjandet | Boktips, författarbesök och utställningar på biblioteken | Unga vuxna
  stadsbiblioteket | Stadsbiblioteket | Boktips, utställningar och korta filmer från biblioteket.
  kulturmagasinet | Kulturmagasinet | Bilder ur samlingarna och aktuella utställningar.
# snow and roadworks
  vintervag | Driften | Besked om snöröjning, halka och vägarbeten
  gataochpark | Gata och park | Snöröjning, vägarbeten och tips från dem som bor här.
# a bus with books
  lastur | Uppsökande läsning | Turlista, förseningar och vilka böcker som finns ombord
  bokbussen | Bokbussen | Turlista, förseningar och nya böcker ombord.
# plans to have a say about
  tycktill | Stadsutveckling | Förslag till detaljplaner i bild och hur man tycker till
  stadenvaxer | Planenheten | Förslag i bild, och hur man tycker till om dem.
# procurement
  foretagsamt | Inköp | Upphandlingar och frukostträffar för företagare
  naringsliv | Näringslivskontoret | Upphandlingar, stöd och träffar för företag.
# music courses
  musikochdans | Estetiska kurser | Kurser i dans och musik, konserter och när anmälan öppnar
  kulturskolan | Kulturskolan | Visa kurserna, konserterna och när anmälan öppnar.
# water
  vattennytt | VA-jouren | Akuta vattenläckor och avstängningar av vatten
  mittsverigevatten | Vatten | Vattenläckor, avstängningar och hur man sparar på vattnet.
# waste
  aterbruket | Kretslopp | Sortering, återvinning och öppettider på återvinningscentralen
  renhallningen | Renhållningen | Så sorterar du rätt, återvinning och sophämtning.
# misspelt words
  vinterdrift | Driften | Snörjöning och vägarbetten
  gataochpark | Gata och park | Snöröjning, vägarbeten och tips.
# inflected words
  sommarjobba | Rekrytering | Sommarjobbet för ungdomen: ansökningar och platsen
  feriejobb | Arbetsmarknad | Sommarjobb för ungdomar, ansökan och lediga platser.
# swimming
  plaskis | Vattenlivet | Simskola, bassänger som är stängda och lediga tider
  simhallarna | Simhallarna | Öppettider, simskola och stängda bassänger.
# recruiting carers
  jobbamedoss | Bemanningen | Visa arbetet i hemtjänsten för undersköterskor som söker jobb | Undersköterskor
  hemtjanst | Hemtjänsten | Så arbetar undersköterskor i hemtjänsten.
# archives
  gamlabilder | Fotoarkivet | Historiska fotografier ur samlingarna
  kulturarvet | Museet | Fotografier och föremål ur de historiska samlingarna.
# preparedness
  redo72 | Säkerhet | Hemberedskap, krislåda och hur du klarar ett strömavbrott
  beredskap | Beredskapsfunktionen | Tips om hemberedskap vid kris och strömavbrott.
# relatives
  stodilag | Vård | Träffar och föreläsningar för dig som vårdar en närstående
  anhorigcentrum | Anhörigcentrum | Träffar, råd och stöd till den som vårdar en närstående.
# the environment
  klimatsmart | Hållbarhet | Cykelvägar, klimat och hållbara resor
  resvanor | Trafik | Hållbara resor, cykelvägar och kollektivtrafik.
# young people’s evenings
  husetikvall | Ungdom | Vad som händer på fritidsgården i kväll, och omröstningar om aktiviteter
  snackis | Mötesplatsen | Omröstningar och vad som händer i kväll på fritidsgården.
# two purposes, one alike
  parkliv | Stadsmiljö | Blommor, planteringar och nya träd i stadens parker
  gronskan | Grönytor | Planteringar, träd och blommor.
  lekfullt | Lekmiljö | Nya lekplatser och gungor.
# two long purposes of one topic
  grannsamverkan | Trygghet | Vi vill berätta om trygghetsvandringar, grannsamverkan och belysning i bostadsområden, samarbetet med polisen, hur man anmäler klotter och skadegörelse, och bjuda in till möten om brottsförebyggande arbete i varje kommundel.
  tryggstad | Säkerhetsenheten | Här berättar vi om brottsförebyggande arbete: grannsamverkan, trygghetsvandringar och samarbetet med polisen. Vi visar var belysningen lagas och hur man anmäler klotter, skadegörelse eller nedskräpning.
# a long purpose and a short one
  naturvagen | Friluftsliv | Vi visar leder, vindskydd och naturreservat, när spåren är preparerade och var det går att fiska, och tipsar om utflykter med kollektivtrafik för den som inte har bil.
  utflykt | Reservat och leder | Leder, vindskydd och naturreservat nära dig.
`;

const NOT = `
# the same name on another platform
  stadsbiblioteket | Stadsbiblioteket | Boktips och utställningar
  facebook: stadsbiblioteket | Stadsbiblioteket | Boktips och utställningar
# the same name on another unlisted platform
  other(Discord): ungdomenshus | Ungdomens hus
  other(Twitch): ungdomenshus | Ungdomens hus
# an unlisted platform and a listed one
  other(Discord): ungdomenshus | Ungdomens hus
  snapchat: ungdomenshus | Ungdomens hus
# a reserved account
  stadsbiblioteket | Stadsbiblioteket
  reserved stadsbiblioteket | Stadsbiblioteket
# a reserved account with the same purpose
  vinterdrift | Driften | Snöröjning och vägarbeten
  reserved gataochpark | Gata och park | Snöröjning och vägarbeten
# another preschool
  forskolan_granen | Förskolan Granen
  forskolan_bjorken | Förskolan Björken
# another preschool, with the same purpose
  forskolan_granen | Förskolan Granen | Visa hur vi arbetar med natur, skapande och lek | Vårdnadshavare
  forskolan_bjorken | Förskolan Björken | Visa hur vi arbetar med natur, skapande och lek
# another school
  hagaskolan | Hagaskolan
  bredsandsskolan | Bredsandsskolan
# schools with short names a letter apart
  hagaskolan | Hagaskolan
  hogaskolan | Högaskolan
  vagaskolan | Vågaskolan
# schools with the same purpose
  hagaskolan | Hagaskolan | Lektioner, utflykter och elevrådets arbete
  bredsandsskolan | Bredsandsskolan | Utflykter, lektioner och elevrådets arbete
# a school and a school of culture
  hagaskolan | Hagaskolan
  kulturskolan | Kulturskolan
  musikskolan | Musikskolan
# the place’s school and preschool
  nacksta.skola | Nacksta skola
  nacksta.forskola | Nacksta förskola
# the place’s school and youth club
  nackstaskolan | Nackstaskolan
  fritidsgardennacksta | Fritidsgården Nacksta
# the place’s library and bath
  matforsbibliotek | Matfors bibliotek
  matforsbad | Matfors simhall
# all schools and one
  grundskolorna | Grundskolorna
  hagaskolan | Hagaskolan
  nackstaskolan | Nacksta skola
# all preschools and one
  forskolan_bjorken | Förskolan Björken
  forskolorna | Förskolorna
# the same vague unit, different schools
  hagaskolan_svall | Grundskola
  bredsandsskolan | Grundskola
# the same vague unit, different preschools
  granen.svall | Förskolor
  bjorken.svall | Förskola
# the town’s and a school’s library
  stadsbiblioteket | Stadsbiblioteket
  skolbiblioteket | Skolbiblioteket
# the town’s and a branch library
  stadsbiblioteket | Stadsbiblioteket
  njurundabibliotek | Njurunda bibliotek
# two branch libraries
  matforsbibliotek | Matfors bibliotek
  njurundabibliotek | Njurunda bibliotek
# a library and its bus
  bokbussen | Bokbussen
  biblioteket | Biblioteket
  boktipset | Boktips
# words that begin with book
  bokbussen | Bokbussen
  bokningen | Bokningen
  bokhandeln | Bokhandeln
# the municipality’s name only
  sundsvallsbibliotek | Biblioteket
  sundsvallsbad | Badhuset
  sundsvallsmuseum | Museet
# the municipality’s name in the unit
  jobbahososs | Sundsvalls kommun
  sundsvallsmuseum | Sundsvalls kommun
  visit | Sundsvalls kommun
# the municipality’s name last
  ungisundsvall | Ung i Sundsvall
  seniorisundsvall | Senior i Sundsvall
# the municipality and a unit
  sundsvallskommun | Koncernstaben
  sundsvallskommunbibliotek | Biblioteket
# culture and the school of culture
  kultursundsvall | Kultur
  kulturskolan | Kulturskolan
  kulturmagasinet | Kulturmagasinet
# words of culture
  kulturhuset | Kulturhuset
  kulturmagasinet | Kulturmagasinet
  kulturskolan | Kulturskolan
# words of youth
  ungdomenshus | Ungdomens hus
  ungdomsmottagningen | Ungdomsmottagningen
  ungdomsfullmaktige | Ungdomsfullmäktige
# words of the home
  hemtjansten | Hemtjänsten
  hemsjukvarden | Hemsjukvården
  hemvist | Hemvist
# words of the town
  stadsarkivet | Stadsarkivet
  stadsnatet | Stadsnätet
  stadsteatern | Stadsteatern
# the same unit in two places
  hemtjanstenalno | Hemtjänsten Alnö
  hemtjanstennjurunda | Hemtjänsten Njurunda
# the same meeting place in two places
  traffpunktskonsmon | Träffpunkt Skönsmon
  traffpunkthaga | Träffpunkt Haga
# north and south
  traffpunktnorra | Träffpunkt Norra
  traffpunktsodra | Träffpunkt Södra
# homes for the elderly
  aldreboendetlinden | Äldreboendet Linden
  aldreboendetskogen | Äldreboendet Skogen
# a home and a preschool of one name
  linden.aldreboende | Äldreboendet Linden
  linden.forskola | Förskolan Linden
# numbered schools
  skola1 | Skola 1
  skola2 | Skola 2
# numbered districts
  hemtjanst1 | Hemtjänsten 1
  hemtjanst2 | Hemtjänsten 2
# parks and streets
  lekparken | Lekparken
  gataochpark | Gata och park
  parkeringen | Parkeringen
# baths and clubs
  badhuset | Badhuset
  badmintonklubben | Badmintonhallen
  bandyplanen | Bandyplanen
# halls
  simhallen | Simhallen
  ishallen | Ishallen
  konsthallen | Konsthallen
# short names a letter apart
  linden | Linden
  lunden | Lunden
  tinden | Tinden
# centres
  anhorigcentrum | Anhörigcentrum
  familjecentrum | Familjecentrum
  medborgarcentrum | Medborgarcentrum
# offices
  fritidskontoret | Fritidskontoret
  miljokontoret | Miljökontoret
  stadsbyggnadskontoret | Stadsbyggnadskontoret
# offices without more
  kontoret | Kontoret
  avdelningen | Avdelningen
  forvaltningen | Förvaltningen
# general words only
  naringsliv | Näringsliv | Information till invånare om vår verksamhet
  omsorg | Omsorg | Information om verksamheten till invånarna
# opening hours and answers
  simhallarna | Simhallarna | Öppettider, simskola och svar på frågor.
  stadsbiblioteket | Stadsbiblioteket | Öppettider, författarkvällar och svar på frågor.
# everyday life in pictures
  hemtjansten | Hemtjänsten | Visa vardagen och berätta om våra lediga tjänster | Alla som bor i kommunen
  elevhalsan | Elevhälsan | Visa vår vardag och berätta om lediga tjänster
# one word in common
  konsthallen | Konsthallen | Utställningar och konstnärer på besök
  kulturmagasinet | Kulturmagasinet | Bilder ur samlingarna och aktuella utställningar.
# the same people
  fritidsbanken | Fritidsbanken | Låna skidor och skridskor | Barn och unga
  kulturskolan | Kulturskolan | Undervisning i instrument för barn och unga
# the same people, other help
  familjecentralen | Familjecentralen | Råd till föräldrar med små barn om sömn | Föräldrar
  elevhalsan | Elevhälsan | Råd till föräldrar med barn i grundskolan om frånvaro
# news of different kinds
  naringsliv | Näringsliv | Nyheter och evenemang för företag
  kommunen | Redaktionen | Nyheter, evenemang och störningar
# two long purposes that share some words
  sfi | Språkcentrum | Vi berättar om undervisning i svenska, hur man anmäler sig, vilka prov som krävs och var lokalerna ligger. Deltagare berättar om praktik, arbetsgivare och sina planer. Vi bjuder också in till språkcafé, studiebesök och samhällsorientering under terminen.
  praktik | Arbetsmarknadsenheten | Arbetsgivare och deltagare berättar om praktik och anställningar. Vi förklarar hur man anmäler sig till kurser, vilka insatser som finns och hur ersättningen räknas. Vi delar också rekryteringsmässor, körkortsutbildningar och råd om ansökningar.
# two long purposes with the same beginning
  dammar | Dammsäkerhet | Vi vill på ett enkelt och öppet sätt nå de som bor i kommunen med aktuell information, svara på frågor och visa vårt arbete med dammar, flöden, nivåer i sjöar och skydd mot översvämning under vårfloden.
  slakt | Släktforskarna | Vi vill på ett enkelt och öppet sätt nå de som bor i kommunen med aktuell information, svara på frågor och visa vårt arbete med kyrkböcker, domböcker, gårdsarkiv och porträtt för släktforskning.
# a long purpose that mentions another’s
  sommarlovet | Lovverksamheten | Vi samlar allt som händer under sommarlovet: simskola, fotbollsläger, bokcirklar, skaparverkstad, dansläger, utflykter med buss, gratis lunch i parken, filmkvällar och turneringar.
  simhallarna | Simhallarna | Öppettider, simskola och utflykter till badplatser.
# sustainable in two ways
  klimat | Klimat och energi | Energirådgivning, solceller och hållbara resor.
  textil | Återbruk | Klädbyten, lagning och hållbara val.
# nothing said
   |  |  | 
   |  | 
  biblioteket | Biblioteket | Boktips
# numbers
  https://www.facebook.com/profile.php?id=100064 | Badet
  https://www.facebook.com/profile.php?id=100065 | Ishallen
`;

export const ALIKE_CASES: readonly AlikeCase[] = [
  ...read(BY_NAME, 'name'),
  ...read(BY_PURPOSE, 'purpose'),
  ...read(NOT),
];
