/** The part of adaptive-expressions that conditions may use, and the only place where their text is parsed. */
import type * as AdaptiveExpressions from 'adaptive-expressions';
import type { Expression, ExpressionEvaluator, ValueWithError } from 'adaptive-expressions';

/** What a guideline's author may call. */
export const FUNCTIONS: readonly string[] = ['and', 'or', 'not', 'if', 'contains', 'exists', 'empty'];
export const COMPARISONS: readonly string[] = ['==', '!=', '<', '<=', '>', '>='];
/** The library's own names for `&&`, `||`, `!`, a list in `[ ]` and the id of a question. */
const SIGNS = ['&&', '||', '!', 'createArray', 'Accessor'];

/** Every name that the parser may find; it asks for operators, lists and ids just as it asks for functions. */
export const ALLOWED: ReadonlySet<string> = new Set([...FUNCTIONS, ...COMPARISONS, ...SIGNS]);

export type ParsedTree = { readonly tree: Expression } | { readonly mistake: string };

/** The text as a tree that nobody has checked yet: what is not allowed stands in it by name and does nothing. */
export function parseTree(text: string): ParsedTree {
  // The library would take both away in silence, and what was written would not be what is compared.
  if (/^=|\\/.test(text)) return { mistake: 'A condition has no = before it and no backslash in it.' };
  try {
    return { tree: library().Expression.parse(text, allowedOnly) };
  } catch (error) {
    // Also a RangeError: whatever the text did to the parser, it is the text's mistake.
    return { mistake: whereItBroke(String(error), text) };
  }
}

/** The value of a constant; undefined for everything else. */
export function constantIn(expression: Expression): { readonly value: unknown } | undefined {
  return expression instanceof library().Constant ? { value: expression.value } : undefined;
}

/** Without the library's own checks, which stop at the first mistake: `mistakesIn` looks at the whole tree. */
function allowedOnly(name: string): ExpressionEvaluator {
  const { ExpressionEvaluator, ExpressionFunctions } = library();
  const allowed = ALLOWED.has(name) ? ExpressionFunctions.standardFunctions.get(name) : undefined;
  return new ExpressionEvaluator(allowed?.type ?? name, allowed?.tryEvaluate ?? refuse);
}

function refuse(): ValueWithError {
  return { value: undefined, error: 'This is not allowed in a condition.' };
}

function whereItBroke(error: string, text: string): string {
  const [, line, column] = /syntax error at line (\d+):(\d+)/.exec(error) ?? [];
  if (line === undefined) return 'This cannot be read as a condition.';
  const rest = text
    .split('\n')
    .slice(Number(line) - 1)
    .join('\n')
    .slice(Number(column))
    .trim();
  if (rest === '') return 'Something is missing before the end of the condition, such as a bracket.';
  return `Something is wrong before ${rest.length > 30 ? `${rest.slice(0, 30)}…` : rest}`;
}

/** The library has no leaner entry than all of it; it is loaded when the first condition is prepared. */
function library(): typeof AdaptiveExpressions {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded late, to keep the start fast
  return require('adaptive-expressions') as typeof AdaptiveExpressions;
}
