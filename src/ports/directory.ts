/** The organisations that use the bot, as their files say right now. */
import type { PersonId } from '../kernel/actor';
import type { Organisation } from '../kernel/organisation';

export interface Directory {
  organisation(id: string): Organisation | undefined;
  all(): readonly Organisation[];
  /**
   * The one organisation a person belongs to: the one whose file lists them, else the one of their tenant, else the
   * only one there is when the bot is anonymous on a laptop. Undefined: nobody we serve.
   */
  organisationFor(person: PersonId, tenant: string | undefined): Organisation | undefined;
  /** Changes whenever an organisation or guideline file was read anew; deadlines are then computed again. */
  version(): string;
}
