/** Where every verb leads: a command on one kind of document, or a query. Built once, from the list of features. */
import type { ZodType } from 'zod';
import { BugError } from '../kernel/errors';
import type { CommandBase } from '../kernel/matter';
import type { Phrase } from '../kernel/phrase';
import type { Aggregate, Feature, Query } from '../ports/flow';

export type Route =
  | { readonly kind: 'command'; readonly aggregate: Aggregate; readonly schema: ZodType<CommandBase> }
  | { readonly kind: 'query'; readonly query: Query };

export interface Registry {
  readonly features: readonly Feature[];
  readonly aggregates: readonly Aggregate[];
  readonly phrases: readonly Phrase[];
  route(verb: string): Route | undefined;
  /** Throws BugError `unknown-kind` for a kind that no feature declares. */
  aggregate(kind: string): Aggregate;
}

export function createRegistry(features: readonly Feature[]): Registry {
  const routes = new Map<string, Route>();
  const aggregates = new Map<string, Aggregate>();
  const add = (verb: string, route: Route): void => {
    if (routes.has(verb)) throw new BugError('verb-taken', `Two features answer to the verb ${verb}.`);
    routes.set(verb, route);
  };
  for (const feature of features) {
    for (const [verb, query] of Object.entries(feature.queries)) add(verb, { kind: 'query', query });
    for (const aggregate of feature.aggregates) {
      aggregates.set(aggregate.kind, aggregate);
      for (const [verb, schema] of Object.entries(aggregate.verbs))
        add(verb, { kind: 'command', aggregate, schema });
    }
  }
  return {
    features,
    aggregates: [...aggregates.values()],
    phrases: features.flatMap((feature) => feature.phrases),
    route: (verb) => routes.get(verb),
    aggregate(kind) {
      const found = aggregates.get(kind);
      if (!found) throw new BugError('unknown-kind', `No feature declares documents of the kind ${kind}.`);
      return found;
    },
  };
}
