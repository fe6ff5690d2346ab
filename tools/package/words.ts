/** What is said of a package that was checked: Swedish first, English checked against it. */
import type { Checked, Finding } from './check';

export type Language = 'sv' | 'en';

interface Words {
  readonly usage: string;
  readonly whole: (files: number) => string;
  readonly list: (sha256: string) => string;
  readonly compare: string;
  readonly notWhole: string;
  readonly findings: Readonly<Record<Finding['code'], (detail: string) => string>>;
}

const sv: Words = {
  usage: 'Skriv: npm run verify-package FIL (eller npm run verify-package -- --en FILE)',
  whole: (files) => `Paketet är helt. ${files} filer stämmer med listan, och inget annat är ändrat.`,
  list: (sha256) => `Listans kontrollsumma (SHA-256): ${sha256}`,
  compare: 'Jämför den med den som boten visade när paketet stängdes.',
  notWhole: 'Paketet är inte som det var. Använd det inte som arkiv förrän du vet varför.',
  findings: {
    'no-file': () => 'Filen finns inte, eller går inte att öppna.',
    unreadable: () => 'Filen går inte att läsa som ett paket.',
    'no-list': () => 'Listan SHA256SUMS.txt ligger inte sist i paketet.',
    'list-line': (line) => `Rad ${line} i listan går inte att läsa.`,
    order: () => 'Filerna ligger i en annan ordning än i listan.',
    missing: (path) => `${path} står i listan men finns inte i paketet.`,
    extra: (path) => `${path} finns i paketet men står inte i listan.`,
    twice: (path) => `${path} finns två gånger.`,
    unsafe: (path) => `${path} är inte ett säkert namn på en fil.`,
    changed: (path) => `${path} är ändrad.`,
    bytes: (at) => `Paketet skiljer sig från det som gjordes, från byte ${at}.`,
  },
};

const en: Words = {
  usage: 'Write: npm run verify-package -- --en FILE (or npm run verify-package FIL)',
  whole: (files) => `The package is whole. ${files} files are as the list says, and nothing else is changed.`,
  list: (sha256) => `Checksum of the list (SHA-256): ${sha256}`,
  compare: 'Compare it with the one the bot showed when the package was closed.',
  notWhole: 'The package is not as it was. Do not use it as an archive before you know why.',
  findings: {
    'no-file': () => 'The file is not there, or cannot be opened.',
    unreadable: () => 'The file cannot be read as a package.',
    'no-list': () => 'The list SHA256SUMS.txt is not the last file of the package.',
    'list-line': (line) => `Line ${line} of the list cannot be read.`,
    order: () => 'The files are in another order than in the list.',
    missing: (path) => `${path} is in the list but not in the package.`,
    extra: (path) => `${path} is in the package but not in the list.`,
    twice: (path) => `${path} is there twice.`,
    unsafe: (path) => `${path} is not a safe name of a file.`,
    changed: (path) => `${path} is changed.`,
    bytes: (at) => `The package differs from what was made, from byte ${at} on.`,
  },
};

export const words: Readonly<Record<Language, Words>> = { sv, en };

/** A line each; names of files cannot write to the terminal. */
export function report({ findings, files, list }: Checked, language: Language): string[] {
  const said = words[language];
  const shown = findings.map((finding) => said.findings[finding.code](detailOf(finding)));
  return [
    ...(findings.length === 0 ? [said.whole(files)] : [...shown, said.notWhole]),
    ...(list === undefined ? [] : [said.list(list)]),
    ...(findings.length === 0 ? [said.compare] : []),
  ];
}

function detailOf(finding: Finding): string {
  if ('path' in finding) return finding.path.replace(/\p{C}/gu, '?');
  if ('line' in finding) return String(finding.line);
  return 'at' in finding ? String(finding.at) : '';
}
