/** docs/policy.md: who may do what with an application and with a capture, in the order of their lives. */
import type { Application, Status } from '../../src/features/applications/model';
import { sv } from '../../src/features/applications/texts-sv';
import type { Guideline } from '../../src/guidelines/schema';
import { archivingPart, type KeepingRules } from './archiving';
import { after, COMPARED, decidedBy, ESCALATED, HANDED, stateIn, submitted, TALK_ASKED } from './cases';
import { deadlinesOf } from './deadlines';
import { organisationOf } from './people';
import { readersOf, tableOf, type Rules } from './table';

const INTRO = `# Vem får göra vad

Den här sidan visar vem som får göra vad med en ansökan om konto.
Den är skriven av samma regler som boten följer, så den stämmer alltid.
Orden i tabellerna är orden på knapparna.
Den som inte står i en tabell kan inte göra något där.
Reglerna kommer från riktlinjen, och siffrorna under ”Så länge väntar vi” kan kommunen ändra.
Sist står vem som får göra vad med skärmdumpar.`;

const ALWAYS = `## Det här gäller alltid

- Ingen beslutar om sin egen ansökan. Det gäller också den som är ersättare åt någon annan.
- Ingen beslutar två gånger i samma ärende.
- När ett svar ändras börjar besluten om från början. Det som är ändrat syns på kortet.
- Den som är ersättare får besluta de dagar som står i kommunens lista. I historiken står det ”för” och sedan namnet.
- Om inget händer får ansvarig för sociala medier också besluta. Dagarna står under ”Så länge väntar vi”.
- Om ingen på förvaltningen kan besluta går ärendet till ansvarig för sociala medier. Därefter går det till direktören.
- Den som trycker för sent får veta vad som har hänt, vem som gjorde det och när.`;

const LOOKED =
  'Så här är det när riktlinjen säger att någon ska titta på kontot. Riktlinjen nu gör inte det, och då blir kontot aktivt direkt.';

/** The order of an application's life. */
const LIFE: readonly Status[] = [
  'draft',
  'joining',
  'claiming',
  'submitted',
  'changes',
  'approved',
  'acknowledged',
  'created',
  'active',
];
const ENDS: readonly Status[] = ['rejected', 'lapsed', 'joined', 'withdrawn', 'expired'];

const UNTALKED = submitted({ talked: false });
/** What else there is to know of a status. */
const BESIDES: Readonly<Partial<Record<Status, readonly (readonly [string, Application])[]>>> = {
  draft: [
    ['När den som söker vill prata först', TALK_ASKED],
    ['När det finns konton som liknar', COMPARED],
  ],
  submitted: [
    ['När ni inte har pratat än', UNTALKED],
    ['När kommunikatören har lämnat över till sin ersättare', HANDED],
    ['När ingen har svarat i tid', ESCALATED],
  ],
};

/** `guideline` is the one in force; `rules` and `keeping`, of archiving, are those of the code. */
export function policyPage(guideline: Guideline, rules: Rules, keeping: KeepingRules): string {
  const asking = { rules, guideline };
  const chain = { ...guideline, application: { ...guideline.application, chain: CHAIN } };
  const looked = {
    ...guideline,
    application: { ...guideline.application, inspection: 'communicator' as const },
  };
  const nobody = { ...asking, organisation: organisationOf([]) };
  const [one, two] = [decidedBy('manager', 'manager'), decidedBy('communicator', 'communicator')];
  const first = submitted({ managed: true });
  const second = after(first, { type: 'endorsed', approval: one });
  const third = after(second, { type: 'endorsed', approval: two });
  const steps = { rules, guideline: chain };
  const section = (status: Status): string[] => [
    `## ${sv.standing[status]} (${status})`,
    ...(status === 'created' && !guideline.application.inspection ? [LOOKED] : []),
    tableOf(stateIn(status), { rules, guideline: status === 'created' ? looked : guideline }),
    readersOf(stateIn(status), asking),
    ...(BESIDES[status] ?? []).flatMap(([title, state]) => [`### ${title}`, tableOf(state, asking)]),
  ];
  return [
    INTRO,
    '## Innan det finns en ansökan',
    tableOf(undefined, asking),
    ...LIFE.flatMap(section),
    ...ENDS.flatMap(section),
    ALWAYS,
    '## Ett officiellt konto',
    'Ett konto i kommunens namn går alltid till ansvarig för sociala medier. Sedan är det direktören som bekräftar kontot.',
    tableOf(submitted({ official: true }), asking),
    '## När ansvarig för sociala medier söker',
    'Då är det direktören som fattar beslutet.',
    tableOf(submitted({ applicant: 'lead' }), asking),
    '## När riktlinjen kräver tre steg',
    'En kommun kan välja att låta flera säga ja, ett steg i taget. Här är det chefen, kommunikatören och ansvarig för sociala medier.',
    '### Steg 1 av 3',
    tableOf(first, steps),
    '### Steg 2 av 3',
    tableOf(second, steps),
    '### Steg 3 av 3',
    tableOf(third, steps),
    '## När förvaltningen inte har någon kommunikatör',
    'Då gäller den förvaltning som står över. Finns ingen där heller blir det så här.',
    tableOf(submitted(), nobody),
    '## Så länge väntar vi',
    `Ett utkast som ingen rör tas bort efter ${guideline.deadlines.draftDays} dagar. För allt annat räknas bara arbetsdagar. Påminnelsen kommer i dagens meddelande.`,
    deadlinesOf(guideline),
    ...archivingPart(guideline, keeping),
  ]
    .join('\n\n')
    .concat('\n');
}

const CHAIN = ['manager', 'communicator', 'central'] as const;
