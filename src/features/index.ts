/** The list of features; adding one is a folder and a line here. */
import type { Guidelines } from '../guidelines/guidelines';
import type { Feature } from '../ports/flow';
import { createApplications } from './applications/flow';
import { home } from './home/flow';
import { accountRows, register } from './register/flow';

export function features(guidelines: Guidelines): readonly Feature[] {
  return [createApplications({ guidelines, accounts: accountRows }), register, home];
}
