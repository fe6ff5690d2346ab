/** Looks once at a parsed condition: only allowed functions, only known ids, only answers that can be given. */
import type { Expression } from 'adaptive-expressions';
import { ALLOWED, COMPARISONS, constantIn, FUNCTIONS } from './condition-language';
import { oneOf } from './mistakes';

/** Ids a condition may look at; the answers each can have, or undefined where people write words. */
export type Known = ReadonlyMap<string, readonly string[] | undefined>;

/** What a part of the tree is; nothing more is said about what surrounds a faulty part. */
type Kind = 'test' | 'value' | 'list' | 'faulty';

/** How the allowed functions are called in a sentence, by the library's name, with how many parts they take. */
const LOGIC: ReadonlyMap<string, readonly [name: string, least: number, most: number]> = new Map([
  ['&&', ['and', 1, Infinity]],
  ['||', ['or', 1, Infinity]],
  ['!', ['not', 1, 1]],
  ['if', ['if', 3, 3]],
]);
/** Signs that the parser turns into functions of these names. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['Element', '[ after a name'],
  ['concat', '`'],
  ['json', '{'],
  ['setProperty', '{'],
]);

/** Every mistake in the tree as a sentence, each once; none means that it can be asked. */
export function mistakesIn(tree: Expression, text: string, known: Known): string[] {
  const mistakes = new Set<string>();
  const kind = check(tree);
  if (kind === 'value' || kind === 'list') complain("Compare the answer with a text: name == 'yes'.");
  return [...mistakes];

  function check(expression: Expression): Kind {
    const constant = constantIn(expression);
    if (constant) return checkConstant(expression, constant.value);
    const { type, children } = expression;
    if (type === 'Accessor') return known.has(idOf(expression) ?? '') ? 'value' : unknownId(expression);

    const allowed = ALLOWED.has(type);
    if (!allowed) complain(notAllowed(type));
    const kinds = children.map(check);
    if (!allowed || kinds.includes('faulty')) return 'faulty';

    const logic = LOGIC.get(type);
    if (logic) return settled(wrongLogic(logic, kinds));
    if (type === 'createArray') return settled(wrongList(kinds), 'list');
    if (type === 'contains') return settled(wrongMembership(children, kinds));
    if (COMPARISONS.includes(type)) return settled(wrongComparison(type, children, kinds));
    return settled(wrongQuestion(type, children));
  }

  function checkConstant(expression: Expression, value: unknown): Kind {
    if (typeof value === 'string') return 'value';
    if (typeof value !== 'number') return unknownId(expression);
    return complain('Answers are texts: write a number in quotation marks.');
  }

  function unknownId(expression: Expression): Kind {
    return complain(`There is no question or field called ${expression.toString()} that may be used here.`);
  }

  function notAllowed(type: string): string {
    const sign = /\w/.test(type) ? SIGNS.get(type) : type;
    if (sign !== undefined && (sign === type || !text.includes(type))) {
      return `The sign ${sign} has no place in a condition.`;
    }
    return `The function ${type} is not allowed. Use ${FUNCTIONS.join(', ')}.`;
  }

  function wrongMembership(children: readonly Expression[], kinds: readonly Kind[]): string | undefined {
    if (kinds.join() !== 'list,value') {
      return "Write contains with a list and an answer: contains(['a', 'b'], name).";
    }
    const [list, asked] = children;
    return list && asked && impossible(asked, list.children);
  }

  function wrongComparison(
    type: string,
    children: readonly Expression[],
    kinds: readonly Kind[],
  ): string | undefined {
    if (kinds.join() !== 'value,value') {
      return `Only an answer and a text can stand on the sides of ${type}. Put brackets around what belongs together.`;
    }
    const [left, right] = children;
    return left && right && (type === '==' || type === '!=') ? impossible(left, [right]) : undefined;
  }

  /** A text that a question or field can never be answered with would be a silent mistake. */
  function impossible(left: Expression, others: readonly Expression[]): string | undefined {
    for (const right of others) {
      const [asked, literal] = constantIn(left) ? [right, constantIn(left)] : [left, constantIn(right)];
      const id = idOf(asked) ?? '';
      const answers = known.get(id);
      if (answers && literal && !answers.includes(String(literal.value))) {
        return `${id} is never '${String(literal.value)}'. It is ${oneOf(answers)}.`;
      }
    }
    return undefined;
  }

  function settled(mistake: string | undefined, kind: Kind = 'test'): Kind {
    return mistake === undefined ? kind : complain(mistake);
  }

  function complain(sentence: string): Kind {
    mistakes.add(sentence);
    return 'faulty';
  }
}

/** The id that stands by itself; undefined for a part of an answer, such as `why.length`, and for anything else. */
function idOf({ type, children: [name, ...inside] }: Expression): string | undefined {
  const id = type === 'Accessor' && name && inside.length === 0 ? constantIn(name)?.value : undefined;
  return typeof id === 'string' ? id : undefined;
}

function wrongLogic(
  [name, least, most]: readonly [string, number, number],
  kinds: readonly Kind[],
): string | undefined {
  if (kinds.some((kind) => kind !== 'test')) return `Compare answers inside ${name}: name == 'yes'.`;
  if (kinds.length >= least && kinds.length <= most) return undefined;
  return `Give ${name} ${least === most ? '' : 'at least '}${least} ${least === 1 ? 'comparison' : 'comparisons'}.`;
}

function wrongList(kinds: readonly Kind[]): string | undefined {
  return kinds.every((kind) => kind === 'value') ? undefined : 'A list holds texts only.';
}

function wrongQuestion(name: string, [asked, ...more]: readonly Expression[]): string | undefined {
  const one = asked !== undefined && more.length === 0 && idOf(asked) !== undefined;
  return one ? undefined : `Give ${name} the id of one question or field.`;
}
