/**
 * Posts of many kinds with the answers a careful person gives and what follows, written by hand from section 7 of the
 * guideline – not from the rules. docs/triage-cases.md is made of it, and a test holds the rules to it.
 */

export interface AnsweredCase {
  /** What is seen, in a few words; invented. */
  readonly post: string;
  /** Questions answered with yes, and with unsure; everything else is no. */
  readonly yes: readonly string[];
  readonly unsure: readonly string[];
  readonly outcome: 'register-delete' | 'ask' | 'register' | 'cull' | 'keep' | 'alarm';
  /** The rule with its version. */
  readonly rule: string;
  readonly clauses: string;
  readonly safety?: 'danger' | 'danger unsure' | 'children' | 'children unsure';
  /** The department has no decision on culling. */
  readonly noDecision?: true;
}

type Row = readonly [post: string, answers: string, clauses: string];

/** `attack ?secret`: yes to the first, unsure of the second. */
function rows(outcome: AnsweredCase['outcome'], rule: string, list: readonly Row[]): AnsweredCase[] {
  return list.map(([post, answers, clauses]) => {
    const words = answers.split(' ').filter((word) => word !== '');
    const unsure = words.filter((word) => word.startsWith('?')).map((word) => word.slice(1));
    return { post, yes: words.filter((word) => !word.startsWith('?')), unsure, outcome, rule, clauses };
  });
}

const REMOVED = rows('register-delete', 'register-and-delete 1', [
  ['En namngiven lärare kallas tjuv.', 'attack', 'G-7.1b G-7.1b1'],
  ['En handläggare kallas idiot, med namn och bild.', 'attack', 'G-7.1b G-7.1b1'],
  ['Ett rykte om att en politiker tar mutor, utan grund.', 'attack', 'G-7.1b G-7.1b1'],
  ['Flera svarar med förolämpningar mot den som frågade.', 'attack', 'G-7.1b G-7.1b1'],
  ['En grupp kallas råttor för var de är födda.', 'hatred', 'G-7.1b G-7.1b2'],
  ['Ett skämt om att kvinnor inte ska få köra buss.', 'hatred', 'G-7.1b G-7.1b2'],
  ['Samma person får hånfulla svar på allt hon skriver.', 'hatred', 'G-7.1b G-7.1b2'],
  ['En hatsymbol som svar på en bild från moskén.', 'hatred', 'G-7.1b G-7.1b2'],
  ['En film från ett slagsmål där någon blir liggande.', 'violence', 'G-7.1b G-7.1b3'],
  ['En pornografisk bild i ett svar om biblioteket.', 'violence', 'G-7.1b G-7.1b3'],
  ['En länk till en sida med porr, med bild.', 'violence advertising', 'G-7.1b G-7.1b3 G-7.1b7'],
  ['Vi ses i natt och slår sönder bussarna.', 'incitement', 'G-7.1b G-7.1b4'],
  ['Någon borde tända eld på boendet.', 'incitement hatred', 'G-7.1b G-7.1b2 G-7.1b4'],
  ['Lås in chefen tills hon ger sig.', 'incitement attack', 'G-7.1b G-7.1b1 G-7.1b4'],
  ['Hela artikeln ur tidningen är inklistrad.', 'copyright', 'G-7.1b G-7.1b5'],
  ['En fotografs bild utan lov, i vårt eget inlägg.', 'copyright', 'G-7.1b G-7.1b5'],
  ['Ett klipp med känd musik över hela filmen.', 'copyright', 'G-7.1b G-7.1b5'],
  ['Min granne Eva har hemtjänst för sin sjukdom.', 'secret', 'G-7.1b G-7.1b6'],
  ['Min sons betyg och utredning, med namn.', 'secret', 'G-7.1b G-7.1b6'],
  ['Familjen på nummer fyra får pengar av socialtjänsten.', 'secret', 'G-7.1b G-7.1b6'],
  ['Personalen svarar och nämner en patients vård.', 'secret', 'G-7.1b G-7.1b6'],
  ['Köp däck hos oss, nu halva priset.', 'advertising', 'G-7.1b G-7.1b7'],
  ['Tjäna pengar hemma, klicka här.', 'advertising', 'G-7.1b G-7.1b7'],
  ['Gym erbjuder gratis träning till dem som följer dem.', 'advertising', 'G-7.1b G-7.1b7'],
  // Combinations: registering and deleting outranks everything else.
  ['Skolmaten är usel, och kocken Kalle är en tjuv.', 'attack views', 'G-7.1a2 G-7.1b G-7.1b1'],
  ['Bygg en ny skola, och släng ut dem som bor där.', 'hatred proposal', 'G-7.1a3 G-7.1b G-7.1b2'],
  ['Sälj badet. Rektorn ljuger om sina pengar.', 'principle attack', 'G-7.1a1 G-7.1b G-7.1b1'],
  ['Klagomål på vården, med moderns diagnos.', 'views secret', 'G-7.1a2 G-7.1b G-7.1b6'],
  ['Hatiskt svar som kanske röjer en sjukdom.', 'hatred ?secret', 'G-7.1b G-7.1b2'],
  ['Gammal reklam från förra året.', 'advertising minor', 'G-7.1b G-7.1b7'],
  ['Förolämpning, och jag vet inte om bilden är stulen.', 'attack ?copyright', 'G-7.1b G-7.1b1'],
  [
    'Kränkning, hets och en stulen bild i samma svar.',
    'attack hatred copyright',
    'G-7.1b G-7.1b1 G-7.1b2 G-7.1b5',
  ],
]);

const ASKED = rows('ask', 'registrar-decides 1', [
  ['Är det här förtal? Han sägs ha blivit av med jobbet.', '?attack', 'G-7.1 G-7.1b1'],
  ['Ironi om en grupp, jag kan inte avgöra tonen.', '?hatred', 'G-7.1 G-7.1b2'],
  ['En krigsbild ur en nyhet.', '?violence', 'G-7.1 G-7.1b3'],
  ['Nu får det vara nog, gör något.', '?incitement', 'G-7.1 G-7.1b4'],
  ['En bild där jag inte vet vem som är fotograf.', '?copyright', 'G-7.1 G-7.1b5'],
  ['Hon skriver om någon hon känner, kanske med vård.', '?secret', 'G-7.1 G-7.1b6'],
  ['En förening säljer lotter till klassresan.', '?advertising', 'G-7.1 G-7.1b7'],
  ['En fråga som kanske är stor för hela kommunen.', '?principle', 'G-7.1 G-7.1a1'],
  ['Suck. Typiskt kommunen.', '?views', 'G-7.1 G-7.1a2'],
  ['Tänk om det fanns en park här.', '?proposal', 'G-7.1 G-7.1a3'],
  // Unsure of what may have to go outranks what is to be registered.
  ['En synpunkt som kanske går till angrepp på någon.', 'views ?attack', 'G-7.1 G-7.1a2 G-7.1b1'],
  ['Ett gammalt inlägg, och kanske reklam.', 'minor ?advertising', 'G-7.1 G-7.1b7'],
  [
    'Jag vet inte vad något av det här är.',
    '?attack ?hatred ?secret ?views',
    'G-7.1 G-7.1a2 G-7.1b1 G-7.1b2 G-7.1b6',
  ],
]);

const REGISTERED = rows('register', 'register 1', [
  ['Ska kommunen sälja vattenverken?', 'principle', 'G-7.1a G-7.1a1'],
  ['Varför läggs tre byskolor ner samma år?', 'principle', 'G-7.1a G-7.1a1'],
  ['Maten på skolan är kall och dålig.', 'views', 'G-7.1a G-7.1a2'],
  ['Kommunen är värdelös på att ploga.', 'views', 'G-7.1a G-7.1a2'],
  ['Ni ljuger om budgeten, hela kommunen är rutten.', 'views', 'G-7.1a G-7.1a2'],
  ['Tack för fint arbete på äldreboendet, fler borde få veta.', 'views', 'G-7.1a G-7.1a2'],
  ['Bygg en lekplats vid sjön.', 'proposal', 'G-7.1a G-7.1a3'],
  ['Kan ni ha öppet på söndagar i stället?', 'proposal', 'G-7.1a G-7.1a3'],
  ['Bussen går för sällan. Låt den gå var tionde minut.', 'views proposal', 'G-7.1a G-7.1a2 G-7.1a3'],
  ['Lägg inte ner skolan, flytta de andra dit.', 'principle proposal', 'G-7.1a G-7.1a1 G-7.1a3'],
  // G-7.1 outranks G-7.4.
  ['En synpunkt från i våras som ingen läser längre.', 'views minor', 'G-7.1a G-7.1a2'],
  ['Ett förslag, och jag vet inte om det är aktuellt.', 'proposal ?minor', 'G-7.1a G-7.1a3'],
]);

const CULLED = rows('cull', 'may-be-culled 1', [
  ['Badet har stängt i dag. Det var förra veckan.', 'minor', 'G-7.4'],
  ['Glad påsk från oss på biblioteket.', 'minor', 'G-7.4'],
  ['Ett hjärta som svar på en bild.', 'minor', 'G-7.4'],
]);

const UNSURE_OF_CULLING = rows('ask', 'registrar-decides-on-culling 1', [
  ['Gamla öppettider, men kanske av värde för någon.', '?minor', 'G-7.4'],
  ['Ett inlägg om invigningen av bron.', '?minor', 'G-7.4'],
]);

const KEPT = rows('keep', 'keep 1', [
  ['När öppnar badet i dag?', '', 'G-7.0'],
  ['Så här söker du plats i förskolan.', '', 'G-7.0'],
  ['Fin bild, ha en bra helg.', '', 'G-7.0'],
  ['En länk till en artikel om kommunen.', '', 'G-7.0'],
]);

const UNDECIDED: readonly AnsweredCase[] = [
  {
    ...CULLED[0]!,
    post: 'Gammalt inlägg där inget beslut om gallring finns.',
    outcome: 'keep',
    rule: 'keep 1',
    clauses: 'G-7.0',
    noDecision: true,
  },
];

const SAFETY: readonly AnsweredCase[] = [
  { ...KEPT[0]!, post: 'Någon skriver att hen inte orkar leva.', safety: 'danger' },
  { ...ASKED[3]!, post: 'Ett vagt hot mot skolan, jag är osäker.', safety: 'danger unsure' },
  { ...REMOVED[0]!, post: 'Ett hot mot en namngiven person.', safety: 'danger' },
  {
    post: 'En bild som kan visa ett övergrepp på ett barn.',
    yes: [],
    unsure: [],
    outcome: 'alarm',
    rule: 'safety-children 1',
    clauses: 'G-7.1b3',
    safety: 'children',
  },
  {
    post: 'Jag vet inte hur gammal den på bilden är.',
    yes: [],
    unsure: [],
    outcome: 'alarm',
    rule: 'safety-children 1',
    clauses: 'G-7.1b3',
    safety: 'children unsure',
  },
];

export const CASES: readonly AnsweredCase[] = [
  ...REMOVED,
  ...ASKED,
  ...REGISTERED,
  ...CULLED,
  ...UNSURE_OF_CULLING,
  ...KEPT,
  ...UNDECIDED,
  ...SAFETY,
];
