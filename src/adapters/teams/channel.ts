/** The SDK's part of a turn: its adapter authenticates and carries it, teams-ai's Application routes it. */
import { Application } from '@microsoft/teams-ai/lib/Application';
import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter';
import { TurnState } from '@microsoft/teams-ai/lib/TurnState';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import { connectorsOf, credentialsOf, sdkOptions, TurnAuthentication } from './authentication';
import { cachedConnectors } from './connectors';
import type { Identity } from './identity';

/** What the routes do. An invoke's answer becomes the body of HTTP 200. */
export interface Routes<T> {
  message(turn: T): Promise<void>;
  installed(turn: T): Promise<void>;
  invoke(turn: T): Promise<object>;
}

export interface Channel<T> {
  /**
   * Runs one turn; undefined for one that no route answers.
   * Throws CallerError `unauthenticated`, OutsideError `no-keys`, and what a route throws.
   */
  run(activity: object, authorization: string, turn: T): Promise<InvokeResponse | undefined>;
}

/** Business state is no matter of the SDK's: nothing is loaded, nothing is saved, one object serves every turn. */
class NoState extends TurnState {
  private readonly nothing = { input: '', inputFiles: [], lastOutput: '', actionOutputs: {}, authTokens: {} };

  override load(): Promise<boolean> {
    return Promise.resolve(true);
  }

  override save(): Promise<void> {
    return Promise.resolve();
  }

  override get user(): object {
    return this.nothing;
  }

  override get temp(): typeof this.nothing {
    return this.nothing;
  }
}

/** `process` would write every refused token to the console, answer a forged one with 500 and parse the body again. */
class Adapter extends TeamsAdapter {
  protected override readonly botFrameworkAuthentication: BotFrameworkAuthentication;

  constructor(identity: Identity) {
    super(sdkOptions(identity.settings), credentialsOf(identity.settings));
    this.botFrameworkAuthentication = new TurnAuthentication(
      identity,
      cachedConnectors(connectorsOf(identity)),
    );
  }

  carry(
    activity: Activity,
    authorization: string,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

export function createChannel<T>(identity: Identity, routes: Routes<T>): Channel<T> {
  const adapter = new Adapter(identity);
  const state = new NoState();
  const turnOf = Symbol('turn');
  const application = new Application<NoState>({
    startTypingTimer: false,
    removeRecipientMention: false,
    turnStateFactory: () => state,
  });
  const carried = (context: TurnContext): T => context.turnState.get<T>(turnOf);

  application.addRoute(ofType('message'), (context) => routes.message(carried(context)));
  application.addRoute(ofType('installationUpdate'), (context) => routes.installed(carried(context)));
  application.addRoute(
    ofType('invoke'),
    async (context) => {
      const body = await routes.invoke(carried(context));
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    },
    true,
  );

  return {
    run: (activity, authorization, turn) =>
      adapter.carry(activity as Activity, authorization, async (context) => {
        context.turnState.set(turnOf, turn);
        await application.run(context);
      }),
  };
}

function ofType(type: string): (context: TurnContext) => Promise<boolean> {
  return (context) => Promise.resolve(context.activity.type === type);
}
