/** The upload page in a real browser: on a screen and a phone, in both languages, by mouse, keyboard and ear. */
import AxeBuilder from '@axe-core/playwright';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startServer, type Server } from '../../src/adapters/http/server';
import { fakeUploads, problemWords, TOKEN, type FakeUploads } from '../support/fake-uploads';
import { launchBrowser } from './support/browser';

const WAYS = [
  { name: 'desktop', locale: 'sv', scheme: 'light', width: 1100, height: 800, phone: false },
  { name: 'desktop', locale: 'en', scheme: 'dark', width: 1100, height: 800, phone: false },
  { name: 'phone', locale: 'sv', scheme: 'dark', width: 320, height: 640, phone: true },
  { name: 'phone', locale: 'en', scheme: 'light', width: 320, height: 640, phone: true },
] as const;
type Way = (typeof WAYS)[number];

const SAID = {
  sv: { choose: 'Välj bilder', finish: 'Klar', in: 'är inne', none: 'Ingen bild är inne än.' },
  en: { choose: 'Choose pictures', finish: 'Done', in: 'is in', none: 'No picture is in yet.' },
} as const;

/** A folder for pictures of the pages, to be looked at by a person. */
const PICTURES = process.env['E2E_PICTURES'];

let browser: Browser;
let server: Server;
let door: FakeUploads;
let context: BrowserContext;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  const launched = await launchBrowser();
  if (!launched.ok) throw new Error(launched.why);
  ({ browser } = launched);
});
afterAll(() => browser.close());
afterEach(async () => {
  await context.close();
  await server.close();
  // A policy that the page itself breaks, or a script that fails, is written there.
  expect(troubles).toEqual([]);
});

async function open(
  { locale = 'sv', scheme = 'light', width = 1100, height = 800, phone = false }: Partial<Way> = {},
  given: { name?: string; room?: number } = {},
): Promise<void> {
  door = fakeUploads({ locale, ...given });
  const quiet = { info: () => undefined, warn: () => undefined, alert: () => undefined };
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    receive: () => Promise.resolve({ status: 200 }),
    ready: () => Promise.resolve('ready'),
    log: quiet,
    uploads: { door, problem: problemWords },
  });
  context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    hasTouch: phone,
    isMobile: phone,
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  troubles = [];
  page.on('console', (message) => {
    const gone = /410 \(Gone\)|413|500|ERR_/.test(message.text());
    if (message.type() === 'error' && !gone) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(`${server.address}/upload/${TOKEN}`);
}

function png(name: string, kilobytes = 40) {
  return { name, mimeType: 'image/png', buffer: Buffer.alloc(kilobytes * 1024, name) };
}
async function choose(...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await page.setInputFiles('#pick', files);
}
const text = (of: string): Promise<string> => page.locator(of).innerText();
const focused = (): Promise<string> => page.evaluate('document.activeElement.id');
const filesIn = (count: number): Promise<void> =>
  page
    .locator('.files li')
    .nth(count - 1)
    .waitFor();

/** Without violations, nothing wider than the window, and every button large enough for a thumb. */
async function sound(step: string, way?: Way): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  expect(wide).toBe(false);
  for (const button of await page.locator('button:visible, label.button:visible').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  if (PICTURES !== undefined && way) {
    const file = `upload-${way.name}-${way.locale}-${way.scheme}-${step}.png`;
    await page.screenshot({ path: join(PICTURES, file), fullPage: true });
  }
}

describe.each(WAYS)('on a $name, in $locale, $scheme', (way) => {
  const said = SAID[way.locale];

  it('pictures are chosen, come in one after another, a question is answered, and then one is done', async () => {
    await open(way);
    await sound('1-empty', way);
    expect(await text('#bottom')).toContain(said.none);

    door.hold();
    await choose(png('första.png'), png('andra bilden.png', 900), png('tredje.png'));
    await page.locator('#sending li').nth(2).waitFor();
    expect(await page.locator('#sending progress').count()).toBe(3);
    expect(await page.locator('#finish').count()).toBe(0);
    await page.locator('#sending li').first().getByText('100 %').waitFor();
    await sound('2-sending', way);

    door.ask();
    door.letGo();
    await filesIn(3);
    await page.locator('#sending').waitFor({ state: 'hidden' });
    expect(await page.locator('#said').textContent()).toContain(`tredje.png ${said.in}`);
    expect(door.taken.map((bytes) => bytes.length)).toEqual([40 * 1024, 900 * 1024, 40 * 1024]);
    expect(await focused()).toBe('question');
    await sound('3-question', way);

    await page.locator('#no').click();
    await page.locator('.question').waitFor({ state: 'detached' });
    expect(door.answers).toEqual([false]);
    await sound('4-in', way);

    await page.getByRole('button', { name: said.finish, exact: true }).click();
    await page.locator('#pick').waitFor({ state: 'detached' });
    expect(await focused()).toBe('title');
    expect(await page.locator('.files li').count()).toBe(3);
    expect(await page.locator('button, input').count()).toBe(0);
    await sound('5-done', way);

    await page.reload();
    await sound('6-gone', way);
  });

  it('what is not taken is told beside its name, and keeps nobody else’s from coming in', async () => {
    await open(way, { name: `@${'ettmycketlångtnamnutanmellanslag'.repeat(3)}` });
    await choose(
      { name: 'text.txt', mimeType: 'text/plain', buffer: Buffer.from('hej') },
      { name: 'trasig.png', mimeType: 'image/png', buffer: Buffer.from('BAD') },
      png('hel.png'),
    );
    await filesIn(1);

    expect(door.asked.filter((verb) => verb === 'take')).toHaveLength(2);
    expect(await page.locator('#sending li.refused').allInnerTexts()).toEqual([
      expect.stringMatching(new RegExp(`^text\\.txt\\s+${problemWords('not-a-picture', way.locale)}`)),
      expect.stringMatching(new RegExp(`^trasig\\.png\\s+${problemWords('not-a-picture', way.locale)}`)),
    ]);
    await sound('7-refused', way);
  });
});

describe('the upload page', () => {
  it('refuses a file that is too large before it is sent', async () => {
    await open();
    await page.evaluate(`(() => {
      const big = new File([new Uint8Array(26 * 1024 * 1024)], 'stor.png', { type: 'image/png' });
      const transfer = new DataTransfer();
      transfer.items.add(big);
      const pick = document.getElementById('pick');
      pick.files = transfer.files;
      pick.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);

    await page.locator('#sending li.refused').waitFor();

    expect(await text('#sending')).toContain('Filen är större än 25 MB.');
    expect(door.asked).toEqual(['look']);
  });

  it('can be used with the keyboard alone', async () => {
    await open();
    // The browser must know that somebody waits for its window before it is asked to open one.
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('pick');
    const outline = await page
      .locator('label.button')
      .evaluate((label) => getComputedStyle(label).outlineStyle);
    expect(outline).toBe('solid');

    await page.keyboard.press('Enter');
    door.ask();
    await (await chooser).setFiles([png('en.png')]);
    await filesIn(1);
    await page.waitForFunction('document.activeElement.id === "question"');

    await page.keyboard.press('Tab');
    expect(await focused()).toBe('yes');
    await page.keyboard.press('Enter');
    await page.locator('.question').waitFor({ state: 'detached' });
    await page.waitForFunction('document.activeElement.id === "title"');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('finish');
    await page.keyboard.press('Space');
    await page.locator('#pick').waitFor({ state: 'detached' });

    expect(await text('h1')).toBe('Tack! Bilderna är inne.');
    expect(door.answers).toEqual([true]);
  });

  it('keeps the focus on the chooser while pictures come in', async () => {
    await open();
    await page.locator('#pick').focus();

    await choose(png('en.png'), png('två.png'));
    await filesIn(2);

    expect(await focused()).toBe('pick');
  });

  it.each(['drop', 'paste'])('takes pictures by %s, wherever on the page', async (how) => {
    await open();
    await page.evaluate(`(() => {
      const transfer = new DataTransfer();
      for (const name of ['ett.png', 'två.png'])
        transfer.items.add(new File([name], name, { type: 'image/png' }));
      const paste = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true });
      const drop = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
      document.querySelector('h1').dispatchEvent(${how === 'drop' ? 'drop' : 'paste'});
    })()`);

    await filesIn(2);

    expect(door.taken.map((bytes) => bytes.toString())).toEqual(['ett.png', 'två.png']);
  });

  it('shows where a picture that is dragged can be dropped', async () => {
    await open();
    const over = (name: string): Promise<unknown> =>
      page.evaluate(
        `document.body.dispatchEvent(new DragEvent('${name}', { bubbles: true, cancelable: true }))`,
      );

    await over('dragover');
    expect(await page.locator('.drop.over').count()).toBe(1);
    await over('dragleave');
    expect(await page.locator('.drop.over').count()).toBe(0);
  });

  it('sends no more than there is room for, and says which were left', async () => {
    await open({}, { room: 2 });

    await choose(png('1.png'), png('2.png'), png('3.png'));
    await page.locator('#sending li.refused').waitFor();

    expect(door.taken).toHaveLength(2);
    expect(await text('#sending')).toMatch(/3\.png\s+Den fick inte plats/);
    expect(await page.locator('#pick').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Klar' }).isEnabled()).toBe(true);
  });

  it('lets nobody be done while a picture is on its way', async () => {
    await open();
    await choose(png('1.png'));
    await filesIn(1);
    door.hold();
    await choose(png('2.png'));
    await page.locator('#sending progress').waitFor();
    expect(await page.locator('#finish').isDisabled()).toBe(true);

    door.letGo();
    await filesIn(2);
    await page.waitForFunction('!document.getElementById("finish").disabled');
  });

  it('offers to send again what did not arrive', async () => {
    await open();
    await context.setOffline(true);
    await choose(png('1.png'));
    await page.getByRole('button', { name: 'Försök igen: 1.png' }).waitFor();
    expect(await text('#sending')).toContain('Den kom inte fram.');
    await context.setOffline(false);

    await page.getByRole('button', { name: 'Försök igen: 1.png' }).click();
    await filesIn(1);

    expect(door.taken).toHaveLength(1);
  });

  it('says what to do when the link ends while it is open', async () => {
    await open();
    door.end();

    await choose(png('1.png'), png('2.png'));
    await page.locator('#pick').waitFor({ state: 'detached' });

    expect(await text('main')).toContain('Skriv ”skärmdump” till mig i Teams så får du en ny.');
    expect(await focused()).toBe('title');
    expect(door.taken).toEqual([]);
  });

  it('says that something failed, and goes on when it is over', async () => {
    await open();
    await choose(png('1.png'));
    await filesIn(1);
    door.fail();

    await page.getByRole('button', { name: 'Klar' }).click();
    await page.locator('#notice:visible').waitFor();

    expect(await text('#notice')).toBe('Något gick fel hos mig. Försök igen om en stund.');
    await sound('failed');
  });

  it('says without scripts that the chat takes the picture as well', async () => {
    await open();
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const quiet = await plain.newPage();
    await quiet.goto(`${server.address}/upload/${TOKEN}`);

    const shown = await quiet.locator('main').innerText();
    const inputs = await quiet.locator('input:visible, button:visible, label:visible').count();
    await plain.close();

    expect(shown).toContain('Svara med bilden i chatten i Teams i stället.');
    expect(inputs).toBe(0);
  });
});
