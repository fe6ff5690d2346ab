/** Words that people typed, made safe to show and to take back. */

const JOINER = '\u2060';
const BROKEN = /\{\u2060(?=\{)/g;

/**
 * Breaks `{{` with a word joiner: the chat client formats `{{DATE(…)}}` everywhere, also in a TextRun.
 * Every other character is shown as it is by a RichTextBlock.
 */
export function shown(text: string): string {
  return text.replace(/\{(?=\{)/g, `{${JOINER}`);
}

/** Undoes `shown` for words that come back from a form, and drops what no form needs: control characters. */
export function taken(text: string): string {
  return text
    .replace(BROKEN, '{')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim();
}

/** Characters that turn the direction of what follows them. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Words beside others in one line: their direction marks end with them (Unicode isolates). */
export function isolated(text: string): string {
  return DIRECTION.test(text) ? `\u2068${text}\u2069` : text;
}

/** Cuts a long text at a word, for a card's first view; `more` says whether something was cut. */
export function cut(text: string, most: number): { readonly text: string; readonly more: boolean } {
  if (text.length <= most) return { text, more: false };
  const head = text.slice(0, most);
  const space = head.lastIndexOf(' ');
  return { text: `${space > most / 2 ? head.slice(0, space) : head} …`, more: true };
}
