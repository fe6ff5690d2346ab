/** A view as a client gets it: rendered by the templates, drawn by the official renderer, and held to what every card owes. */
import { join } from 'node:path';
import { loadRenderer } from '../../src/adapters/cards/renderer';
import type { View } from '../../src/kernel/view';
import { nodesOf } from '../support/card-parts';
import { renderCard } from '../support/render-card';

const RENDERER = loadRenderer(join(__dirname, '../../cards'));
/** Teams takes about 28 KB. */
const MOST_BYTES = 28_000;
const STAMP = { id: '2026-11-23-aaaaaaaaaaaaaaaaaaaaaaaaa', revision: 3, nonce: 'n'.repeat(25) };

/** The card's JSON, stamped as the runtime does. */
export function cardOf(view: View): object {
  return RENDERER.card({ ...view, data: { ...view.data, matter: STAMP } });
}

/** Every binding filled in, small enough, drawn without complaint, and each input with its label and error. */
export function expectWhole(card: object): void {
  const json = JSON.stringify(card);
  expect(json).not.toMatch(/\$\{|undefined|\bnull\b|\[object /);
  expect(Buffer.byteLength(json)).toBeLessThan(MOST_BYTES);
  expect(renderCard(card).problems).toEqual([]);
  for (const input of nodesOf(card).filter(({ type }) => String(type).startsWith('Input.'))) {
    expect(input['label'] ?? input['title']).toMatch(/\p{L}/u);
    expect(input['errorMessage']).toMatch(/\p{L}/u);
    if (input['type'] === 'Input.Text') expect(input['maxLength']).toBeGreaterThan(0);
  }
}

/** What a reader sees before anything is unfolded, or only after. */
export function folded(card: object, hidden: boolean): string {
  const parts = nodesOf(card).filter(({ isVisible }) => isVisible === false);
  const behind = new Set(parts.flatMap((part) => nodesOf(part)));
  return nodesOf(card)
    .filter((node) => behind.has(node) === hidden)
    .flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
    .join('\n');
}
