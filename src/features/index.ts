/** The list of features; adding one is a folder and a line here. */
import type { Guidelines } from '../guidelines/guidelines';
import type { Feature } from '../ports/flow';
import type { Links } from '../ports/links';
import { createApplications } from './applications/flow';
import { createArchiving } from './archiving/flow';
import { home } from './home/flow';
import { accountRows, register } from './register/flow';
import { createTriage } from './triage/flow';

export function features(guidelines: Guidelines, links: Pick<Links, 'url'>): readonly Feature[] {
  return [
    createApplications({ guidelines, accounts: accountRows }),
    createArchiving({ guidelines, accounts: accountRows, links }),
    createTriage({ guidelines, accounts: accountRows, links }),
    register,
    home,
  ];
}
