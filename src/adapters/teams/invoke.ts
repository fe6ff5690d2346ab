/** The bodies with which a click on a card is answered; the HTTP status is 200 for all of them. */
import { CARD } from './render';

/** Replaces the card for the person who clicked. */
export function cardBody(card: object): object {
  return { statusCode: 200, type: CARD, value: card };
}

/** `message` is shown to the person beside the card. */
export function errorBody(statusCode: 400 | 403 | 500, code: string, message: string): object {
  return { statusCode, type: 'application/vnd.microsoft.error', value: { code, message } };
}

/** A sentence in a dialog, after a command on somebody's message. */
export function dialogBody(text: string): object {
  return { task: { type: 'message', value: text } };
}

/** Taken, and nothing to show. */
export function nothingBody(): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' };
}
