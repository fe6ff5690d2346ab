/** Posts assessed in real chat windows: registered and removed, unsure, culled by two, and one that may be secret. */
import { account } from '../support/accounts';
import { PEOPLE } from '../support/house';
import { openStage, type Stage } from './support/stage';
import { culling } from './walks/triage-culling';
import { masked } from './walks/triage-masked';
import { removing } from './walks/triage-removing';
import { unsure } from './walks/triage-unsure';

export type TriageStage = Stage<'anna' | 'bo' | 'karin' | 'rolf'>;

const KARIN = { id: PEOPLE.karin.aad, name: PEOPLE.karin.name, email: 'karin@example.se' };

let stage: TriageStage;
beforeAll(async () => {
  stage = await openStage(['anna', 'bo', 'karin', 'rolf'], {
    accounts: [
      account({ deputies: [KARIN] }),
      account({ handle: 'museet', unit: 'Sundsvalls museum', deputies: [] }),
    ],
    clockStart: '2026-11-23T10:00:00+01:00',
  });
});
afterAll(() => stage.close());

describe('in the windows of Anna, Bo, Karin and Rolf', () => {
  removing(() => stage);
  unsure(() => stage);
  culling(() => stage);
  masked(() => stage);
});
