/** What stands on the upload page and what is taken out by a link: said by a feature, laid out by adapters/http. */
import type { Locale } from '../kernel/locale';
import type { Picture } from '../kernel/picture';

/** One picture that is in. */
export interface PageFile {
  readonly sha256: string;
  /** "PNG, 1,2 MB, tisdag 15 september": words of ours. */
  readonly about: string;
}

/** Words people typed (`name`) are shown as text, never as markup. */
export interface UploadPage {
  readonly title: string;
  /** The account's name; anybody's words. */
  readonly name: string;
  readonly about: string;
  /** "Ladda upp den senast …", or that it is done. */
  readonly status: string;
  /** What the pictures should show, a line each. */
  readonly what: readonly string[];
  readonly files: readonly PageFile[];
  /** How many more may come; 0 closes the form, and with no question left the page is a receipt. */
  readonly room: number;
  /** A question about the latest picture ("same as last season"), with its two answers. */
  readonly question?: { readonly text: string; readonly yes: string; readonly no: string };
}

export type PageAnswer =
  | { readonly kind: 'page'; readonly page: UploadPage; readonly locale: Locale; readonly notice?: string }
  /** Expired, revoked or forged: one sentence that says what to do. */
  | { readonly kind: 'gone'; readonly text: string; readonly locale: Locale };

/** The upload page's way into the runtime. Never rejects for anything a caller sent. */
export interface UploadDoor {
  /** Written to the audit trail. */
  look(token: string): Promise<PageAnswer>;
  /** What is answered instead of reading the bytes; undefined when they may come. */
  closed(token: string): Promise<PageAnswer | undefined>;
  /** `notice` says why nothing was taken. */
  take(token: string, bytes: Uint8Array): Promise<PageAnswer>;
  /** The answer to the page's question. */
  answer(token: string, yes: boolean): Promise<PageAnswer>;
  /** The person says they are done: the link is revoked, and the page is shown once more without a form. */
  finish(token: string): Promise<PageAnswer>;
}

/** One file of a package: text, or a picture that is kept. */
export type Entry =
  { readonly path: string; readonly text: string } | { readonly path: string; readonly picture: Picture };

export type Download =
  /** Entries in order; streamed, never held. `name` is the server's. */
  | { readonly kind: 'package'; readonly name: string; readonly entries: AsyncIterable<Entry> }
  | { readonly kind: 'picture'; readonly name: string; readonly picture: Picture }
  /** Comma-separated values, whole. */
  | { readonly kind: 'table'; readonly name: string; readonly text: string };

export interface DownloadDoor {
  /** A refusal's sentence when the link does not hold (any more); `gone` likewise. Written to the audit trail. */
  open(
    token: string,
  ): Promise<Download | { readonly kind: 'gone'; readonly text: string; readonly locale: Locale }>;
}
