/** Adds to a view's data what the templates need besides: the summary, the matter on every button, how inputs behave. */
import type { Button, Field } from '../../kernel/card';
import type { View } from '../../kernel/view';

/** Where a text field says no length of its own. */
const MAX_LENGTH = 500;
/** Colours stand four in a row, so that their names fit on a phone. */
const SWATCHES_IN_A_ROW = 4;

/** Stands at the end of a label, never alone on a line. */
const REQUIRED = '\u00a0*';

const INPUTS = {
  line: { isText: true, style: 'text' },
  text: { isText: true, isLong: true, style: 'text' },
  email: { isText: true, style: 'email' },
  link: { isText: true, style: 'url' },
  choice: { isChoice: true, style: 'expanded' },
  colour: { isChoice: true, style: 'expanded' },
  list: { isChoice: true, style: 'compact' },
  date: { isDate: true },
  yes: {},
} as const satisfies Record<Field['kind'], object>;

/** The parts of a card's data that this file knows; every card has its own among the others. */
interface Parts {
  readonly matter?: object;
  readonly fields?: readonly Field[];
  readonly buttons?: readonly Button[];
  readonly pager?: readonly Button[];
  readonly rows?: readonly Holder[];
  readonly choices?: readonly Holder[];
  readonly lines?: readonly Holder[];
  readonly twins?: readonly Holder[];
  /** Folded away: inputs with a button of their own. */
  readonly aside?: Folded;
  readonly asides?: readonly Folded[];
  /** Inputs that are folded away, or shown a page at a time, and sent with the card's own buttons. */
  readonly fold?: Sheet;
  readonly pages?: readonly Sheet[];
}

interface Sheet {
  readonly fields: readonly Field[];
  /** Of a page that ends the form. */
  readonly buttons?: readonly Button[];
}

interface Folded {
  readonly fields: readonly Field[];
  readonly button: Button;
}

interface Holder {
  readonly button?: Button;
}

/** What a template is expanded with. Changes nothing of the view itself. */
export function complete({ data, summary }: View): object {
  const {
    matter,
    fields = [],
    buttons = [],
    pager = [],
    rows = [],
    choices = [],
    lines = [],
    twins = [],
    aside,
    asides = [],
    fold,
    pages = [],
  } = data as Parts;
  const lenient = [...buttons, ...twins.flatMap(({ button }) => button ?? [])].some(
    (button) => button.lenient,
  );
  const press = (button: Button): object => ({
    ...button,
    data: { ...button.data, ...(matter && { matter }) },
  });
  const hold = (holder: Holder): object =>
    holder.button ? { ...holder, button: press(holder.button) } : holder;
  const inputs = (all: readonly Field[]): object[] => all.map((field) => input(field, lenient));
  const sheet = (one: Sheet): object => ({
    ...one,
    fields: inputs(one.fields),
    buttons: (one.buttons ?? []).map(press),
  });
  const unfold = (folded: Folded): object => ({
    ...folded,
    fields: inputs(folded.fields),
    button: press(folded.button),
  });
  return {
    ...data,
    summary,
    fields: inputs(fields),
    buttons: buttons.map(press),
    pager: pager.map(press),
    rows: rows.map(hold),
    choices: choices.map(hold),
    lines: lines.map(hold),
    twins: twins.map(hold),
    ...(aside ? { aside: unfold(aside) } : {}),
    asides: asides.map(unfold),
    ...(fold ? { fold: sheet(fold) } : {}),
    pages: pages.map(sheet),
  };
}

/**
 * A client that checks required inputs holds back every button of the card, also one that may send half-filled inputs.
 * With such a button the check is left to the server, and the sign that an answer is needed stands in the label.
 */
function input(field: Field, lenient: boolean): object {
  const [beside] = field.choices ?? [];
  const isYes = field.kind === 'yes';
  const isTicked = isYes && beside === undefined;
  const strict = field.required && !lenient;
  return {
    isText: false,
    isLong: false,
    isChoice: false,
    isDate: false,
    isAsked: isYes && !isTicked,
    isTicked,
    ...INPUTS[field.kind],
    maxLength: MAX_LENGTH,
    ...field,
    beside: beside?.title,
    strict,
    mark: field.required && (!strict || isTicked) ? REQUIRED : '',
    spacing: isTicked ? 'Medium' : 'Large',
    swatchRows: inRows(field.swatches ?? []),
  };
}

function inRows<T>(swatches: readonly T[]): readonly { readonly swatches: readonly T[] }[] {
  const rows = Math.ceil(swatches.length / SWATCHES_IN_A_ROW);
  return Array.from({ length: rows }, (_, row) => ({
    swatches: swatches.slice(row * SWATCHES_IN_A_ROW, (row + 1) * SWATCHES_IN_A_ROW),
  }));
}
