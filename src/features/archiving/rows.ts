/** The thin row of a capture, for lists and figures, and the fields its document is listed by. Pure. */
import type { Matter } from '../../kernel/matter';
import type { Listed } from '../../ports/store';
import type { CaptureEvent } from './events';
import { doubtOf } from './evolve';
import { current, type Capture, type CaptureRow } from './model';

export function rowOf({ id, state, doubled = [] }: Matter<Capture, CaptureEvent>): CaptureRow {
  const { account, department, season, status, to, responsible, deputies, openedAt } = state;
  const doubt = doubtOf(state);
  const doneAt = state.status === 'done' || state.status === 'sealed' ? state.doneAt : undefined;
  const pictures = [...current(state), ...(doubt?.pictures ?? [])];
  return {
    id,
    account: account.id,
    handle: account.handle,
    platformName: account.platformName,
    unit: account.unit,
    department,
    season,
    status,
    to,
    responsible: { name: responsible.name, ...(responsible.id === undefined ? {} : { id: responsible.id }) },
    deputies: deputies.flatMap((deputy) => (deputy.id === undefined ? [] : [deputy.id])),
    hashes: pictures.map(({ sha256 }) => sha256),
    openedAt,
    doubled,
    ...(state.status === 'waiting' && state.snoozed !== undefined ? { snoozed: state.snoozed } : {}),
    ...(doneAt === undefined ? {} : { doneAt }),
    ...(state.status === 'sealed' ? { outcome: state.outcome } : {}),
  };
}

/** An extra one that is sealed is listed with the season in whose package it lies. */
export function listedOf(state: Capture): Listed {
  const { status, department, responsible } = state;
  const season = state.status === 'sealed' ? (state.packed ?? state.season) : state.season;
  return {
    status,
    department,
    season,
    ...(responsible.id === undefined ? {} : { responsible: responsible.id }),
  };
}

/** Milliseconds in which another picture probably belongs to the account that just got one. */
const MORE_MS = 3_600_000;

/** Whether a picture that comes now may be one more for a capture that got its first a moment ago. */
export function maybeMore(
  { status, doneAt, responsible, deputies }: CaptureRow,
  person: string,
  now: string,
): boolean {
  const mine = responsible.id === person || deputies.includes(person);
  return mine && status === 'done' && doneAt !== undefined && Date.parse(now) - Date.parse(doneAt) < MORE_MS;
}

/** Whether somebody is expected to send a picture for it: the responsible person and the deputies. */
export function expects({ responsible, deputies, status }: CaptureRow, person: string): boolean {
  return status === 'waiting' && (responsible.id === person || deputies.includes(person));
}
