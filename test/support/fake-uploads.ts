/** An upload page with nothing behind it: a few pictures in memory, a question, an end. */
import { createHash } from 'node:crypto';
import type { Locale } from '../../src/kernel/locale';
import type { PictureProblem } from '../../src/kernel/picture';
import type { PageAnswer, PageFile, UploadDoor, UploadPage } from '../../src/ports/page';

export const TOKEN = 'x'.repeat(300) + '.' + 'y'.repeat(43);

const WORDS = {
  sv: {
    title: 'Höstens skärmdump',
    about: 'Instagram, Kultur och fritid',
    waits: 'Ladda upp den senast fredag 30 oktober.',
    enough: 'Allt är inskickat.',
    what: ['Hela första sidan', 'Presentationen av kontot', 'De senaste inläggen'],
    question: { text: 'Bilden är samma som i våras. Stämmer det?', yes: 'Ja, inget är nytt', no: 'Nej' },
    file: (kilobytes: number) => `PNG, ${kilobytes} kB, torsdag 1 oktober`,
    gone: 'Länken gäller inte längre. Skriv ”skärmdump” till mig i Teams så får du en ny.',
    problem: (problem: PictureProblem) =>
      problem === 'too-large'
        ? 'Filen är större än 25 MB. Spara den i mindre format och skicka den igen.'
        : 'Filen är ingen bild jag kan läsa. Skicka en PNG, JPEG, WebP eller PDF.',
  },
  en: {
    title: 'Screenshot of the autumn',
    about: 'Instagram, Kultur och fritid',
    waits: 'Upload it by Friday 30 October.',
    enough: 'Everything is in.',
    what: ['The whole first page', 'The presentation of the account', 'The latest posts'],
    question: { text: 'The picture is the same as in spring. Is that right?', yes: 'Yes', no: 'No' },
    file: (kilobytes: number) => `PNG, ${kilobytes} kB, Thursday 1 October`,
    gone: 'The link has ended. Write “screenshot” to me in Teams to get a new one.',
    problem: (problem: PictureProblem) =>
      problem === 'too-large'
        ? 'The file is larger than 25 MB. Save it in a smaller format and send it again.'
        : 'The file is no picture I can read. Send a PNG, JPEG, WebP or PDF.',
  },
};

export function problemWords(problem: PictureProblem, locale: Locale): string {
  return WORDS[locale].problem(problem);
}

export interface FakeUploads extends UploadDoor {
  readonly asked: string[];
  /** What was taken, in order. */
  readonly taken: Buffer[];
  readonly answers: boolean[];
  /** The latest picture is like an earlier one. */
  ask(): void;
  end(): void;
  /** The next ones wait until they are let go. */
  hold(): void;
  letGo(): void;
  /** How many wait. */
  held(): number;
  fail(): void;
}

export function fakeUploads(given: { locale?: Locale; name?: string; room?: number } = {}): FakeUploads {
  const { locale = 'sv', name = '@biblioteket', room = 6 } = given;
  const words = WORDS[locale];
  const taken: Buffer[] = [];
  const asked: string[] = [];
  const answers: boolean[] = [];
  const waiting: (() => void)[] = [];
  let question = false;
  let over = false;
  let holding = false;
  let failing = false;

  const fileOf = (bytes: Buffer): PageFile => ({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    about: words.file(Math.ceil(bytes.length / 1024)),
  });
  const pageOf = (): UploadPage => ({
    title: words.title,
    name,
    about: words.about,
    status: taken.length === 0 ? words.waits : words.enough,
    what: words.what,
    files: taken.map(fileOf),
    room: room - taken.length,
    ...(question ? { question: words.question } : {}),
  });

  function answer(verb: string, token: string, notice?: string): PageAnswer {
    asked.push(verb);
    if (failing) throw new Error('secret');
    return over || token !== TOKEN
      ? { kind: 'gone', text: words.gone, locale }
      : { kind: 'page', page: pageOf(), locale, ...(notice === undefined ? {} : { notice }) };
  }

  return {
    asked,
    taken,
    answers,
    ask: () => void (question = true),
    end: () => void (over = true),
    hold: () => void (holding = true),
    letGo() {
      holding = false;
      waiting.splice(0).forEach((go) => go());
    },
    held: () => waiting.length,
    fail: () => void (failing = true),

    look: async (token) => answer('look', token),
    async closed(token) {
      const given = answer('closed', token);
      return given.kind === 'gone' ? given : undefined;
    },
    async take(token, bytes) {
      if (holding) await new Promise<void>((go) => waiting.push(go));
      const given = answer('take', token);
      if (given.kind === 'gone') return given;
      const buffer = Buffer.from(bytes);
      if (buffer.toString('latin1').startsWith('BAD'))
        return answer('refuse', token, words.problem('not-a-picture'));
      taken.push(buffer);
      return answer('took', token);
    },
    async answer(token, yes) {
      answers.push(yes);
      question = false;
      return answer('answer', token);
    },
    async finish(token) {
      const last = answer('finish', token);
      over = true;
      return last.kind === 'page' ? { ...last, page: { ...last.page, room: 0 } } : last;
    },
  };
}
