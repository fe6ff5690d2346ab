/** The activity that carries a card or a sentence into a chat. */
import type { Activity } from 'botbuilder';
import type { Address, Outgoing } from '../../ports/messenger';
import type { Renderer } from '../../ports/renderer';

export const CARD = 'application/vnd.microsoft.card.adaptive';

/** The summary is what the notification shows; text beside a card would stand in the chat as well. */
export function cardActivity(renderer: Renderer, { view, locale }: Outgoing): Partial<Activity> {
  return {
    type: 'message',
    locale,
    summary: view.summary,
    attachments: [{ contentType: CARD, content: renderer.card(view) }],
  };
}

/** For sentences of the bot's own; words that people typed never go into message text. */
export function textActivity(text: string): Partial<Activity> {
  return { type: 'message', text, textFormat: 'plain' };
}

export function addressed(message: Partial<Activity>, to: Address, conversation: string): Partial<Activity> {
  return {
    ...message,
    from: { id: to.bot ?? '', name: '' },
    recipient: { id: to.user ?? to.person, name: '', aadObjectId: to.person },
    conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
  };
}
