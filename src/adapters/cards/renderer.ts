/** Renders views with the official templating library; every template is read and parsed once, at start. */
import { Template } from 'adaptivecards-templating';
import { BugError } from '../../kernel/errors';
import type { Renderer } from '../../ports/renderer';
import { complete } from './complete';
import { fitting } from './fit';
import { safe } from './safe';
import { readTemplates } from './templates';

export interface CountingRenderer extends Renderer {
  /** Templates parsed so far: the same number after a thousand cards as at start. */
  parsedCount(): number;
}

/** Throws BugError `faulty-card` for a template that cannot be read, so that the process does not start with it. */
export function loadRenderer(folder: string): CountingRenderer {
  const templates = new Map<string, Template>();
  let parsed = 0;
  for (const [name, template] of readTemplates(folder)) {
    templates.set(name, new Template(template));
    parsed += 1;
  }

  return {
    card(view) {
      const template = templates.get(view.card);
      if (!template) throw new BugError('unknown-card', `No card is called "${view.card}".`);
      return fitting(complete(view), (data) => template.expand({ $root: safe(data) }) as object);
    },
    parsedCount: () => parsed,
  };
}
