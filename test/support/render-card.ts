/** Renders a card with the official renderer, without a browser, as the strictest and the most gullible client at once. */
import type * as Official from 'adaptivecards';
import { JSDOM } from 'jsdom';

export interface Rendered {
  readonly element: HTMLElement;
  readonly card: Official.AdaptiveCard;
  /** What the renderer found wrong; empty for a good card. */
  readonly problems: readonly string[];
}

const { window } = new JSDOM('<!doctype html><body></body>');
/**
 * The globals that the renderer looks for when it draws. As getters: a value set on the global object is taken to pieces
 * by the test runner when the file is done.
 */
for (const name of [
  'document',
  'HTMLElement',
  'HTMLInputElement',
  'HTMLSelectElement',
  'HTMLButtonElement',
] as const) {
  Object.defineProperty(globalThis, name, { get: () => window[name], configurable: true });
}
Object.defineProperty(globalThis, 'window', { get: () => window, configurable: true });

/** jsdom has no layout and so no `innerText`. */
Object.defineProperty(window.HTMLElement.prototype, 'innerText', {
  get(this: HTMLElement) {
    return this.textContent;
  },
  set(this: HTMLElement, text: string) {
    this.textContent = text;
  },
});

/** The package's other build is for bundlers only. */
const { AdaptiveCard, SerializationContext } = jest.requireActual<typeof Official>(
  'adaptivecards/dist/adaptivecards.js',
);

/** Believes everything that could be Markdown or HTML, so that nothing of it slips through unseen. */
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = text.replace(/\[([^\]]*)\]\(([^)]*)\)/g, '<a href="$2">$1</a>');
  result.didProcess = true;
};

/** Parses, checks and draws the card's JSON. */
export function renderCard(json: object): Rendered {
  const card = new AdaptiveCard();
  const context = new SerializationContext();
  card.parse(JSON.parse(JSON.stringify(json)), context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const failures = card.validateProperties().validationEvents.map(({ message }) => message);
  const element = card.render();
  if (!element) throw new Error('The card is empty.');
  return { element, card, problems: [...events, ...failures] };
}
