/** Thirty accounts in seven departments, and the applications that are under way. */
import { CARE_AND_SCHOOL } from './units-care-and-school';
import { LEISURE } from './units-leisure';
import { TOWN } from './units-town';
import { UNDER_WAY } from './under-way';
import type { Unit } from './units';

export const UNITS: readonly Unit[] = [...TOWN, ...LEISURE, ...CARE_AND_SCHOOL, ...UNDER_WAY];
