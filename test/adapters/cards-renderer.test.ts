/** The renderer: parsed once, the matter on every button, data never expanded again. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Expression } from 'adaptive-expressions';
import { loadRenderer } from '../../src/adapters/cards/renderer';
import type { Button, Field } from '../../src/kernel/card';
import { BugError } from '../../src/kernel/errors';
import { renderCard } from '../support/render-card';
import { FOLDER, RENDERER, SAMPLES } from '../cards/samples';

const MATTER = { id: '2026-11-17-abc', revision: 3, nonce: '0123456789' };
const APPROVE: Button = { title: 'Godkänn', verb: 'application.approve', style: 'positive' };
const FIELD: Field = {
  id: 'why',
  kind: 'text',
  label: 'Varför?',
  error: 'Skriv varför.',
  required: true,
  value: '',
};

interface Card {
  readonly body: readonly { readonly items?: readonly Readonly<Record<string, unknown>>[] }[];
  readonly actions: readonly { readonly verb: string; readonly data: unknown }[];
}

function form(data: object): Card {
  const view = {
    title: 'Ansökan',
    progress: 'Steg 1 av 6',
    heading: 'Kontot',
    fields: [],
    buttons: [],
    ...data,
  };
  return RENDERER.card({ card: 'applications/form', data: view, summary: 'Ansökan' }) as Card;
}

function input(
  field: Partial<Field>,
  buttons: readonly Button[] = [APPROVE],
): Readonly<Record<string, unknown>> {
  const items = form({ fields: [{ ...FIELD, ...field }], buttons }).body.flatMap(({ items = [] }) => items);
  return items.find(({ type }) => String(type).startsWith('Input.')) ?? {};
}

test('parses every template at start and none in a turn', () => {
  const renderer = loadRenderer(FOLDER);
  const atStart = renderer.parsedCount();
  const parse = jest.spyOn(Expression, 'parse');

  for (const { view } of SAMPLES) renderer.card(view);

  expect(atStart).toBe(new Set(SAMPLES.map(({ card }) => card)).size);
  expect(renderer.parsedCount()).toBe(atStart);
  expect(parse).not.toHaveBeenCalled();
  parse.mockRestore();
});

test('refuses a card that has no template', () => {
  const view = { card: 'applications/nothing', data: {}, summary: '' };

  expect(() => RENDERER.card(view)).toThrow(
    expect.objectContaining({ name: 'BugError', code: 'unknown-card' }),
  );
});

test('leaves the view as it was', () => {
  const [sample] = SAMPLES;
  const before = JSON.stringify(sample?.view);

  RENDERER.card(frozen(sample!.view));

  expect(JSON.stringify(sample?.view)).toBe(before);
});

test('puts the matter on every button beside the data of its own', () => {
  const buttons = [APPROVE, { ...APPROVE, verb: 'application.answer', data: { step: 2 } }];

  const { actions } = form({ buttons, matter: MATTER });

  expect(actions.map(({ data }) => data)).toEqual([{ matter: MATTER }, { step: 2, matter: MATTER }]);
});

test('a button cannot name another matter than its card', () => {
  const { actions } = form({
    buttons: [{ ...APPROVE, data: { matter: { id: 'another' } } }],
    matter: MATTER,
  });

  expect(actions[0]?.data).toEqual({ matter: MATTER });
});

test('does not expand data again', () => {
  const { body } = form({ intro: '${title}', notice: '${$root.matter.nonce}', matter: MATTER });

  expect(JSON.stringify(body)).toContain('"text":"${title}"');
  expect(JSON.stringify(body)).toContain('"text":"${$root.matter.nonce}"');
});

test.each([
  ['line', { type: 'Input.Text', style: 'text', isMultiline: false }],
  ['text', { type: 'Input.Text', style: 'text', isMultiline: true }],
  ['email', { type: 'Input.Text', style: 'email', isMultiline: false }],
  ['link', { type: 'Input.Text', style: 'url', isMultiline: false }],
  ['choice', { type: 'Input.ChoiceSet', style: 'expanded' }],
  ['colour', { type: 'Input.ChoiceSet', style: 'expanded' }],
  ['list', { type: 'Input.ChoiceSet', style: 'compact' }],
  ['date', { type: 'Input.Date' }],
] as const)('a field of the kind %s becomes its input', (kind, expected) => {
  expect(input({ kind, choices: [{ title: 'Ja', value: 'yes' }] })).toMatchObject(expected);
});

test('a box to tick has its label beside it, or above it when a choice stands beside it', () => {
  expect(input({ kind: 'yes' })).toMatchObject({ title: 'Varför?\u00a0*', valueOn: 'yes', valueOff: 'no' });
  expect(input({ kind: 'yes', choices: [{ title: 'Ja', value: 'yes' }] })).toMatchObject({
    label: 'Varför?',
    title: 'Ja',
  });
});

test('a draft can be saved half-filled: then the star is ours and the client checks nothing', () => {
  const save: Button = { title: 'Spara utkast', verb: 'application.save', style: 'default', lenient: true };

  expect(input({}, [APPROVE])).toMatchObject({ label: 'Varför?', isRequired: true });
  expect(input({}, [APPROVE, save])).toMatchObject({ label: 'Varför?\u00a0*', isRequired: false });
  expect(pressed(form({ fields: [FIELD], buttons: [APPROVE] }))).toBe(0);
  expect(pressed(form({ fields: [FIELD], buttons: [APPROVE, save] }))).toBe(2);
});

test('a link is opened only over https', () => {
  const account = (url: string): object =>
    RENDERER.card({
      card: 'register/account',
      data: {
        title: 'Konto',
        name: 'konto',
        about: 'Instagram',
        standing: { sign: '●', word: 'Aktivt', tone: 'good' },
        link: url,
        open: { title: 'Öppna', url },
      },
      summary: 'Konto',
    });

  expect(JSON.stringify(account('https://example.com'))).toContain('Action.OpenUrl');
  expect(JSON.stringify(account('http://example.com'))).not.toContain('Action.OpenUrl');
  expect(JSON.stringify(account('javascript:alert(1)'))).not.toContain('Action.OpenUrl');
});

describe('a folder of cards', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cards-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function card(text: string, shared: string): () => unknown {
    for (const name of ['shared', 'home']) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'home/card.json'), text);
    writeFileSync(join(folder, 'shared/part.json'), shared);
    return () => loadRenderer(folder).card({ card: 'home/card', data: { a: 'x' }, summary: '' });
  }

  test('shared parts are spliced into lists and put in place elsewhere', () => {
    const rendered = card(
      '{"body": [1, {"$include": "shared/part"}], "b": {"$include": "shared/part"}}',
      '["${a}", 2]',
    );

    expect(rendered()).toEqual({ body: [1, 'x', 2], b: ['x', 2] });
  });

  test('the process does not start with a part that includes itself, is missing, or is no JSON', () => {
    const faulty = expect.objectContaining({ name: 'BugError', code: 'faulty-card' });

    expect(card('[{"$include": "shared/part"}]', '[{"$include": "shared/part"}]')).toThrow(faulty);
    expect(card('[{"$include": "shared/none"}]', '[]')).toThrow(faulty);
    expect(card('{', '[]')).toThrow(BugError);
  });
});

/** How many of the card's buttons reach the bot with its inputs left empty. */
function pressed(json: object): number {
  const { card, element } = renderCard(json);
  let sent = 0;
  card.onExecuteAction = () => {
    sent += 1;
  };
  for (const button of element.querySelectorAll('button')) button.click();
  return sent;
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
