/** The upload page as HTML: whatever anybody typed becomes text, never markup. */
import type { Locale } from '../../kernel/locale';
import { MOST_PICTURE_BYTES, PICTURE_TYPES, type PictureProblem } from '../../kernel/picture';
import type { PageAnswer, UploadPage } from '../../ports/page';
import { uploadTexts, type UploadTexts } from './upload-texts';

type Shown = Extract<PageAnswer, { readonly kind: 'page' }>;
export type ProblemWords = (problem: PictureProblem, locale: Locale) => string;

/** What the browser can see by itself, before anything is sent. */
const SEEN_BEFORE: readonly PictureProblem[] = ['empty', 'too-large', 'not-a-picture'];
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
}

function documentOf(locale: Locale, title: string, main: string, script: boolean): string {
  const words = uploadTexts[locale];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} – ${words.product}</title>
<link rel="stylesheet" href="../upload/page.css">
<link rel="icon" href="data:,">${script ? '\n<script type="module" src="../upload/page.js"></script>' : ''}
</head>
<body>
${main}
</body>
</html>
`;
}

/** The page as it is opened. */
export function uploadDocument({ page, locale, notice }: Shown, problemWords: ProblemWords): string {
  const words = uploadTexts[locale];
  const problems = SEEN_BEFORE.map((problem) => [problem, problemWords(problem, locale)]);
  const settings = {
    ...words.script,
    failed: words.failed,
    problems: Object.fromEntries(problems) as unknown,
    types: PICTURE_TYPES,
    most: MOST_PICTURE_BYTES,
  };
  const main = `<main id="main" data-settings="${escaped(JSON.stringify(settings))}">
<h1 id="title" tabindex="-1">${escaped(page.title)}</h1>
<p class="name"><bdi>${escaped(page.name)}</bdi></p>
<p>${escaped(page.about)}</p>
<noscript><p class="notice">${words.noScript}</p></noscript>
<p id="notice" class="notice"${notice === undefined ? ' hidden' : ''}>${escaped(notice ?? '')}</p>
<div id="top">${topOf(page, words)}</div>
<section id="sending" aria-label="${words.sending}" hidden><ul></ul></section>
<div id="bottom">${bottomOf(page, words)}</div>
<p id="said" class="unseen" role="status"></p>
</main>`;
  return documentOf(locale, page.title, main, true);
}

/** The two parts of the page that change; what is on its way stands between them. */
export function uploadParts({ page, locale }: Shown): { readonly top: string; readonly bottom: string } {
  const words = uploadTexts[locale];
  return { top: topOf(page, words), bottom: bottomOf(page, words) };
}

function topOf({ status, question, what, room, files }: UploadPage, words: UploadTexts): string {
  return `<p class="status">${escaped(status)}</p>${question ? questionOf(question) : ''}${
    what.length > 0 && room > 0
      ? `<h2>${words.what}</h2><ul>${what.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
      : ''
  }${room > 0 ? formOf(room, files.length === 0, words) : `<p>${words.full}</p>`}`;
}

function questionOf({ text, yes, no }: NonNullable<UploadPage['question']>): string {
  return `<section class="question scripted" aria-labelledby="question">
<h2 id="question" tabindex="-1">${escaped(text)}</h2>
<p class="buttons"><button type="button" id="yes">${escaped(yes)}</button><button type="button" id="no">${escaped(no)}</button></p>
</section>`;
}

/** One button leads on: first this one, then the one that ends. */
function formOf(room: number, first: boolean, words: UploadTexts): string {
  return `<div class="drop scripted">
<input id="pick" class="unseen" type="file" multiple accept="${PICTURE_TYPES.join(',')}" aria-describedby="limits room">
<label for="pick" class="button${first ? ' primary' : ''}">${words.choose}</label>
<p class="aside">${words.drop}</p>
<p id="limits">${words.limits}</p>
<p id="room" data-room="${room}">${words.room(room)}</p>
</div>`;
}

function bottomOf({ files }: UploadPage, words: UploadTexts): string {
  return `<h2>${words.inside}</h2>${filesOf(files, words)}${
    files.length > 0
      ? `<div class="finish scripted"><p id="finish-hint">${words.finishHint}</p><button type="button" id="finish" class="primary" aria-describedby="finish-hint">${words.finish}</button></div>`
      : ''
  }`;
}

function filesOf(files: UploadPage['files'], words: UploadTexts): string {
  return files.length === 0
    ? `<p>${words.none}</p>`
    : `<ol class="files">${files.map(({ about }) => `<li>${escaped(about)}</li>`).join('')}</ol>`;
}

/** What takes the page's place when the person is done. */
export function receiptPart({ page, locale }: Shown): string {
  const words = uploadTexts[locale];
  return `<h1 id="title" tabindex="-1">${words.thanks}</h1>
<p class="name"><bdi>${escaped(page.name)}</bdi></p>
<h2>${words.inside}</h2>
${filesOf(page.files, words)}
<p>${words.close}</p>`;
}

export function gonePart(text: string, locale: Locale): string {
  return sentencePart(uploadTexts[locale].goneTitle, text);
}

export function goneDocument(text: string, locale: Locale): string {
  const { goneTitle } = uploadTexts[locale];
  return documentOf(locale, goneTitle, `<main>${sentencePart(goneTitle, text)}</main>`, false);
}

export function failedDocument(locale: Locale): string {
  const { failedTitle, failed } = uploadTexts[locale];
  return documentOf(locale, failedTitle, `<main>${sentencePart(failedTitle, failed)}</main>`, false);
}

function sentencePart(title: string, text: string): string {
  return `<h1 id="title" tabindex="-1">${title}</h1>\n<p>${escaped(text)}</p>`;
}
