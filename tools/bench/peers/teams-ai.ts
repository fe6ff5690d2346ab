/** A peer of the bench: teams-ai's Application with its memory storage and an echo, as its documentation begins. */
import { Application, TeamsAdapter } from '@microsoft/teams-ai';
import { MemoryStorage } from 'botbuilder';
import { CARD, serve } from './serve';

const adapter = new TeamsAdapter({});
const application = new Application({ adapter, storage: new MemoryStorage() });

application.activity('message', async (context) => {
  await context.sendActivity(context.activity.text);
});
application.adaptiveCards.actionExecute('application.approve', () =>
  Promise.resolve({ ...CARD, type: 'AdaptiveCard' as const }),
);

serve((request, response) =>
  adapter.process(request, response, async (context) => {
    await application.run(context);
  }),
);
