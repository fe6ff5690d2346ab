/** What one good set of files says: who belongs where, and which guideline applies. */
import type { PersonId } from '../../kernel/actor';
import { BugError } from '../../kernel/errors';
import type { Organisation } from '../../kernel/organisation';
import type { Guideline } from '../../guidelines/schema';
import type { Configuration } from './configuration';

export interface Snapshot {
  readonly hash: string;
  readonly all: readonly Organisation[];
  readonly guidelines: readonly Guideline[];
  organisation(id: string): Organisation | undefined;
  organisationFor(person: PersonId, tenant: string | undefined, anonymous: boolean): Organisation | undefined;
  guidelineOf(organisation: string): Guideline;
}

export function snapshotOf(configuration: Configuration, hash: string): Snapshot {
  const { organisations, guidelines } = configuration;
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const byPerson = new Map(
    organisations.flatMap((organisation) => organisation.people.map(({ id }) => [id, organisation] as const)),
  );
  const byTenant = new Map(organisations.map((organisation) => [organisation.tenant, organisation]));

  return {
    hash,
    all: organisations,
    guidelines: [...guidelines.values()],
    organisation: (id) => byId.get(id),
    organisationFor,
    guidelineOf,
  };

  /** Listed, else by tenant, else the only one on a laptop (`ports/directory.ts`). */
  function organisationFor(person: PersonId, tenant: string | undefined, anonymous: boolean) {
    const listed = byPerson.get(person.toLowerCase());
    const found = listed ?? (tenant === undefined ? undefined : byTenant.get(tenant.toLowerCase()));
    return found ?? (anonymous && organisations.length === 1 ? organisations[0] : undefined);
  }

  function guidelineOf(organisation: string) {
    const guideline = guidelines.get(byId.get(organisation)?.guideline ?? '');
    if (guideline !== undefined) return guideline;
    throw new BugError(
      'unknown-organisation',
      `No organisation ${organisation} is served, so no guideline applies.`,
    );
  }
}
