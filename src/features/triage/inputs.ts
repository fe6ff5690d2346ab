/** The inputs of a case's cards: ids that say which command they belong to, what was typed, and what is wrong with it. Pure. */
import type { Choice, Field } from '../../kernel/card';
import type { CommandType } from './commands';
import type { Problem, Showing } from './facts';
import type { Texts } from './texts';

interface Asked {
  readonly label: string;
  readonly help?: string;
}

interface More {
  readonly value?: string;
  readonly choices?: readonly Choice[];
  readonly maxLength?: number;
  readonly required?: boolean;
}

/** `name` is the command's; on the card it is `<command>-<name>`, so that two forms of one card share no input. */
export function fieldOf(
  type: CommandType,
  name: string,
  asked: Asked,
  kind: Field['kind'],
  { attempt, notice }: Pick<Showing, 'attempt' | 'notice'>,
  { clientError, problems }: Texts,
  { value = '', choices, maxLength, required = false }: More = {},
): Field {
  const mine = attempt?.type === type;
  const problem = mine ? (notice?.fields?.[name] as Problem | undefined) : undefined;
  return {
    id: `${type}-${name}`,
    kind,
    label: asked.label,
    ...(asked.help === undefined ? {} : { help: asked.help }),
    error: clientError,
    required,
    value: (mine ? typedIn(attempt, name) : undefined) ?? value,
    ...(choices === undefined ? {} : { choices }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(problem === undefined ? {} : { problem: problems[problem] }),
  };
}

/** What was typed stands in the form again: in the command itself, or in the part of it that is a form. */
function typedIn(attempt: object, name: string): string | undefined {
  const form = Object.values(attempt).find(
    (part): part is object => typeof part === 'object' && part !== null,
  );
  for (const place of [attempt, form ?? {}]) {
    const typed: unknown = Object.entries(place).find(([key]) => key === name)?.[1];
    if (typeof typed === 'string') return typed;
  }
  return undefined;
}
