/** The parts that cards are made of: `present` fills them in, the templates in `cards/` lay them out. */

/** A label of ours and words that may be anybody's; shown in RichTextBlock, as they are. */
export interface Fact {
  readonly label: string;
  readonly words: string;
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** An input; `problem` is the server's sentence about it, `error` what the client says before sending. */
export interface Field {
  readonly id: string;
  readonly kind: 'line' | 'text' | 'choice' | 'list' | 'date' | 'colour' | 'yes' | 'email' | 'link';
  readonly label: string;
  readonly help?: string;
  readonly error: string;
  readonly required: boolean;
  readonly value: string;
  readonly maxLength?: number;
  readonly choices?: readonly Choice[];
  /** Pictures of the colours to choose from, as data URIs with alternative texts. */
  readonly swatches?: readonly { readonly url: string; readonly name: string }[];
  readonly problem?: string;
  /** What somebody wants to know about this answer; anybody's words. */
  readonly asked?: string;
}

export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly style: 'default' | 'positive' | 'destructive';
  /** Data of a query; a command's matter is stamped by the template. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** True where half-filled inputs may be sent (back, save draft). */
  readonly lenient?: boolean;
}

/** One thing that happened, in words: "Karin Kommunikatör godkände ansökan · tisdag 15 september". */
export interface Happened {
  readonly what: string;
  readonly when: string;
}

export type Tone = 'default' | 'accent' | 'good' | 'warning' | 'attention';

/** How it stands: never by colour alone, always a word with its sign. */
export interface Standing {
  readonly sign: string;
  readonly word: string;
  readonly tone: Tone;
}
