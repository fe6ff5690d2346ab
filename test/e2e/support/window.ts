/** A persona's chat window as a person uses it: typing, reading, filling in cards, clicking, taking pictures. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { errors, type Browser, type Download, type Locator, type Page } from 'playwright-core';
import { keepForDocs } from './docs-pictures';

export interface WindowOptions {
  /** Where pictures go; `.data/pictures` unless told. */
  readonly pictures?: string;
  /** How long anything may take to appear; 10 s unless told. */
  readonly timeoutMs?: number;
}

/** The page is 9 MB of script, and waits up to 15 s for a bot that does not listen. */
const LOAD_MS = 30_000;

const VIEW = { width: 1280, height: 900 };
/** High enough that the tallest card is drawn as a whole. */
const TALL_VIEW = { width: 1280, height: 3200 };
/** A card in Teams on a phone that is 360 pixels wide; the local client has no such view, so the card is made narrow. */
const ON_A_PHONE = '.ac-preview-panel > .ac-adaptiveCard { width: 328px !important; }';

/** The client's own fonts come from the network; without them it mixes two others. */
const ONE_FONT = '* { font-family: "Segoe UI", "Liberation Sans", Arial, sans-serif !important; }';

/** The message's frame would show as a line along one edge of the picture. */
const NO_FRAME =
  '.fai-OutputCard, .fai-OutputCard :has(.ac-adaptiveCard) { border-color: white !important; background: white !important; box-shadow: none !important; }';

export class ChatWindow {
  private constructor(
    readonly page: Page,
    private readonly options: Required<WindowOptions>,
  ) {}

  /** Opens the window in a profile of its own and waits until a message can be typed. */
  static async open(browser: Browser, url: string, options: WindowOptions = {}): Promise<ChatWindow> {
    const { pictures = join('.data', 'pictures'), timeoutMs = 10_000 } = options;
    const context = await browser.newContext({
      viewport: VIEW,
      deviceScaleFactor: 2,
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
    });
    context.setDefaultTimeout(timeoutMs);
    const page = await context.newPage();
    const window = new ChatWindow(page, { pictures, timeoutMs });
    await page.goto(url, { timeout: LOAD_MS });
    await window.ready();
    return window;
  }

  /** Loads the page anew, as a person who presses F5; the client forgets everything that was said. */
  async reload(): Promise<void> {
    await this.page.reload({ timeout: LOAD_MS });
    await this.ready();
  }

  /** Types a message and sends it; returns when it stands in the chat. */
  async say(text: string): Promise<void> {
    const mine = this.messages().filter({ hasNot: this.page.locator(AUTHOR), hasText: text });
    const before = await mine.count();
    await this.composeBox().click();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
    await this.appears(mine.nth(before), `the message "${text}"`);
  }

  /** The latest card that contains the text. */
  card(text: string | RegExp): Locator {
    return this.cards().filter({ hasText: text }).last();
  }

  /** All cards in the chat, oldest first. */
  cards(): Locator {
    return this.page.locator(CARD);
  }

  /** All messages in the chat, the person's own and the bot's, oldest first. */
  messages(): Locator {
    return this.page.locator(MESSAGE);
  }

  /** Waits until a message or card shows the text. */
  async expectText(text: string | RegExp): Promise<void> {
    await this.appears(this.messages().filter({ hasText: text }).last(), `"${String(text)}"`);
  }

  /** Waits until this many cards show the text. */
  async expectCards(text: string | RegExp, count: number): Promise<void> {
    await this.appears(
      this.cards()
        .filter({ hasText: text })
        .nth(count - 1),
      `card ${count} with "${String(text)}"`,
    );
  }

  /** Waits until no message and no card shows the text. */
  async expectNoText(text: string | RegExp): Promise<void> {
    const shown = this.messages().filter({ hasText: text }).first();
    await this.waitFor(shown, 'detached', `"${String(text)}" did not disappear`);
  }

  /** Fills the text, number or date field with this label in the latest card that has it; a date as `YYYY-MM-DD`. */
  async fill(label: string, text: string): Promise<void> {
    const field = await this.field(label);
    await field.fill(text);
    await field.blur();
  }

  /** What stands in the text, number or date field with this label. */
  async value(label: string): Promise<string> {
    return (await this.field(label)).inputValue();
  }

  /** Chooses an option by its title: in a drop-down, of radio buttons, or one more of several check boxes. */
  async choose(label: string, option: string): Promise<void> {
    const field = await this.field(label);
    if ((await field.getAttribute('role')) === 'combobox') {
      await field.click();
      await this.page.getByRole('option', { name: option, exact: true }).click();
      return;
    }
    await field.locator('label', { hasText: exactly(option) }).click();
  }

  /** Ticks or clears the toggle with this title. */
  async tick(title: string): Promise<void> {
    const toggle = this.cardWith(labelled(this.page, title))
      .locator('label', { hasText: exactly(title) })
      .last();
    await this.appears(toggle, `the toggle "${title}"`);
    await toggle.click();
  }

  /** Clicks the button in the latest card that has one with this title; in the latest that contains the text, if told. */
  async click(title: string, containing: string | RegExp = ''): Promise<void> {
    await this.clickIn(this.withButton(title, containing).last(), title);
  }

  /** Clicks the button in the oldest card that contains the text and still has it: the card somebody left behind. */
  async clickOldest(title: string, containing: string | RegExp): Promise<void> {
    await this.clickIn(this.withButton(title, containing).first(), title);
  }

  /** Clicks the button in the row that contains the text, in the latest card that has such a row. */
  async clickRow(title: string, row: string): Promise<void> {
    const button = this.page.getByRole('button', { name: title, exact: true });
    // The innermost part of the card that has both.
    const rows = this.cards().locator('div').filter({ hasText: row }).filter({ has: button });
    await this.clickIn(rows.last(), title);
  }

  /** Clicks a button that opens an address, and returns the page that comes up. */
  async follow(title: string, containing: string | RegExp = ''): Promise<Page> {
    const [opened] = await Promise.all([
      this.page.context().waitForEvent('page'),
      this.clickLink(title, containing),
    ]);
    return opened;
  }

  /** Clicks a button that opens an address, and returns the file that comes. */
  async download(title: string, containing: string | RegExp = ''): Promise<Download> {
    // A window that opens with a file in place of a page leaves the file to the one that opened it.
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.clickLink(title, containing),
    ]);
    return download;
  }

  /** Answers with a picture that lies at this address. The client takes no files, so its mocked activity brings it. */
  async sendPicture(url: string): Promise<void> {
    await this.page.getByText('Mock an Activity').click();
    const [template] = await Promise.all([
      this.page.waitForResponse(/customActivities\/template/),
      this.page.getByText('Custom activity', { exact: true }).click(),
    ]);
    const attachments = [{ contentType: 'image/png', contentUrl: url, name: 'skärmdump.png' }];
    const activity: unknown = { ...(await template.json()), type: 'message', text: '', attachments };
    const dialog = this.page.getByRole('dialog');
    await dialog.locator('.view-line', { hasText: 'serviceUrl' }).click();
    await this.page.keyboard.press('Control+A');
    // Pasted: the editor adds brackets to what is typed.
    await dialog.locator('.monaco-editor textarea').evaluate((area, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, JSON.stringify(activity));
    await dialog.getByRole('button', { name: 'Send activity' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** A picture of the card as it stands on a phone. */
  phonePicture(name: string, containing: string | RegExp = ''): Promise<string> {
    return this.picture(name, containing, ON_A_PHONE);
  }

  /** Saves a picture of the latest card, or of the latest that contains the text, and returns its path. */
  async picture(name: string, containing: string | RegExp = '', style = ''): Promise<string> {
    mkdirSync(this.options.pictures, { recursive: true });
    const path = join(this.options.pictures, `${name}.png`);
    await this.page.setViewportSize(TALL_VIEW);
    await this.page.mouse.move(0, 0);
    const card = this.card(containing);
    const take = (how: { path?: string; scale?: 'css' | 'device' }) =>
      card.screenshot({ ...how, animations: 'disabled', caret: 'hide', style: `${NO_FRAME} ${style}` });
    await take({ path });
    await keepForDocs(name, (scale) => take({ scale }));
    await this.page.setViewportSize(VIEW);
    return path;
  }

  /** Saves a picture of a page that was opened from here and returns its path. */
  async pagePicture(page: Page, name: string): Promise<string> {
    mkdirSync(this.options.pictures, { recursive: true });
    const path = join(this.options.pictures, `${name}.png`);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide', fullPage: true });
    return path;
  }

  /** Saves a picture of the whole window and returns its path. */
  async windowPicture(name: string): Promise<string> {
    mkdirSync(this.options.pictures, { recursive: true });
    const path = join(this.options.pictures, `${name}.png`);
    await this.page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    return path;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  private async ready(): Promise<void> {
    await this.composeBox().waitFor({ timeout: LOAD_MS });
    await this.page.addStyleTag({ content: ONE_FONT });
  }

  private composeBox(): Locator {
    return this.page.locator('[role="textbox"][data-lexical-editor]');
  }

  private withButton(title: string, containing: string | RegExp): Locator {
    const button = this.page.getByRole('button', { name: title, exact: true });
    return this.cards().filter({ hasText: containing }).filter({ has: button });
  }

  private async clickIn(card: Locator, title: string): Promise<void> {
    const button = card.getByRole('button', { name: title, exact: true }).last();
    await this.appears(button, `the button "${title}"`);
    await button.click();
  }

  private async clickLink(title: string, containing: string | RegExp): Promise<void> {
    const link = this.page.getByRole('link', { name: title, exact: true });
    const card = this.cards().filter({ hasText: containing }).filter({ has: link }).last();
    await this.appears(card, `the link "${title}"`);
    await card.getByRole('link', { name: title, exact: true }).click();
  }

  private cardWith(part: Locator): Locator {
    return this.cards().filter({ has: part }).last();
  }

  /** The control that the label in the latest card with such a label is for. */
  private async field(label: string): Promise<Locator> {
    const card = this.cardWith(labelled(this.page, label));
    await this.appears(labelled(card, label).last(), `the field "${label}"`);
    const id = await labelled(card, label).last().getAttribute('for');
    if (!id) throw new Error(`The label "${label}" belongs to no field.`);
    return card.locator(`[id="${id}"]`);
  }

  private appears(what: Locator, name: string): Promise<void> {
    return this.waitFor(what, 'visible', `${name} did not appear`);
  }

  private async waitFor(what: Locator, state: 'visible' | 'detached', otherwise: string): Promise<void> {
    try {
      await what.waitFor({ state });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
      const said = await this.messages().allInnerTexts();
      const latest = said.slice(-3).join('\n---\n');
      const sentence = `${otherwise} within ${this.options.timeoutMs} ms. The latest messages:\n${latest}`;
      throw new Error(sentence, { cause: error });
    }
  }
}

const AUTHOR = '[aria-label="Message author"]';
const MESSAGE = ':has(> [aria-label="Message header"])';
/** Only the outermost: a card that another one folds out belongs to it. */
const CARD = '.ac-preview-panel > .ac-adaptiveCard';

function labelled(within: Page | Locator, text: string): Locator {
  return within.locator('label', { hasText: exactly(text) });
}

/** The whole text, where a required field's label ends in a star. */
function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*\\*?\\s*$`);
}
