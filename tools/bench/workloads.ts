/** What is sent: typed messages, and approvals of applications that wait for them. */
import { message } from '../../test/support/activities';
import { PEOPLE } from '../../test/support/house';
import { idOf } from './seed';
import type { Story } from './story';

export type Bodies = (count: number) => readonly string[];

/** Anna types the same words again and again; every message is a new one. */
export function messages(text: string, serviceUrl: string): Bodies {
  return (count) =>
    Array.from({ length: count }, () => JSON.stringify(message(PEOPLE.anna, text, { serviceUrl })));
}

/** Karin approves one application after the other, each once: a stock of `waiting`, and an Error when it is used up. */
export function approvals(story: Story, serviceUrl: string, waiting: number): Bodies {
  const approval = JSON.stringify(story.approval).replaceAll(story.serviceUrl, serviceUrl);
  let used = 0;
  return (count) => {
    if (used + count > waiting) throw new Error('More applications are approved than were prepared.');
    return Array.from({ length: count }, () => {
      const id = idOf(story, used);
      used += 1;
      return approval.replaceAll(story.id, id).replace(/"id":"activity-\d+"/, `"id":"click-${used}"`);
    });
  };
}
