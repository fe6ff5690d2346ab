/** Counts what is parsed for cards while the bot runs: templates, and expressions of templates and conditions. */
import { Expression } from 'adaptive-expressions';
import { Template } from 'adaptivecards-templating';

export interface Parses {
  expressions(): number;
  templates(): number;
}

/** Watches the library itself, so that nothing can be parsed past it. From here on, for the whole process. */
export function countParses(): Parses {
  let expressions = 0;
  let templates = 0;
  const parse = Expression.parse.bind(Expression);
  Expression.parse = (text, lookup) => {
    expressions += 1;
    return parse(text, lookup);
  };
  const inside = Template as unknown as { prepare(node: unknown): unknown };
  const prepare = inside.prepare.bind(inside);
  let depth = 0;
  inside.prepare = (node) => {
    if (depth === 0) templates += 1;
    depth += 1;
    try {
      return prepare(node);
    } finally {
      depth -= 1;
    }
  };
  return { expressions: () => expressions, templates: () => templates };
}
