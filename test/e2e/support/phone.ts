/** Opens the address of a page once more, in a browser as small as a phone. */
import type { Browser, Page } from 'playwright-core';

/** Closes the page that was there; the context of the new one is its own. */
export async function openOnPhone(browser: Browser, opened: Page): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  await opened.waitForURL(/\/upload\//);
  await page.goto(opened.url());
  await opened.close();
  return page;
}
