/** The floor of the bench: the SDK's CloudAdapter with an echo, without authentication, state or rules. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { CARD, serve } from './serve';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const INVOKED = {
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: CARD },
};

async function echo(context: TurnContext): Promise<void> {
  const { type, text } = context.activity;
  if (type === 'invoke') await context.sendActivity({ type: 'invokeResponse', value: INVOKED });
  else if (type === 'message') await context.sendActivity(text);
}

serve((request, response) => adapter.process(request, response, echo));
