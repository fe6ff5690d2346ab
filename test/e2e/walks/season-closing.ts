/** The end of a season: closed by two, each in their own window, and a package that passes its check until a byte changes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage } from '../../../tools/package/check';
import type { SeasonStage } from '../season.e2e';

const REASON = 'Badhuset är stängt för ombyggnad.';

export function closing(stage: () => SeasonStage): void {
  it('G-7.3d: Karin closes it for her part, with words for what is missing; then Rolf does', async () => {
    const { karin, rolf } = stage().windows;

    await stage().restart('2026-11-02T09:00:00+01:00');
    await karin.say('arkivläge');
    await karin.expectText('1 sena');
    await karin.picture('season-late-karin', 'Arkivläge');
    await karin.click('Gå till stängningen', 'Arkivläge');
    await karin.expectText('En kommunikatör och en registrator stänger säsongen tillsammans.');
    await karin.picture('season-close-karin', 'tillsammans');
    await karin.phonePicture('season-close-karin-phone', 'tillsammans');
    await karin.click('Stäng säsongen', 'tillsammans');
    await karin.expectText('Svaret saknas.');
    await karin.picture('season-close-problem-karin', 'Svaret saknas.');
    await karin.fill('Varför saknas bilder?', REASON);
    await karin.click('Stäng säsongen', 'Svaret saknas.');
    await karin.expectText('Nu väntar jag på den andra rollen.');
    await karin.picture('season-half-karin', 'Nu väntar jag på den andra rollen.');

    await rolf.expectText('Karin Kommunikatör har stängt för sin del.');
    await rolf.picture('season-half-rolf', 'Karin Kommunikatör har stängt för sin del.');
    await rolf.fill('Varför saknas bilder?', REASON);
    await rolf.click('Stäng säsongen', 'Karin Kommunikatör har stängt för sin del.');
    await rolf.expectText('Säsongen är stängd och paketet ändras inte mer.');
    await rolf.picture('season-closed-rolf', 'Säsongen är stängd');
    await karin.expectText('Säsongen är stängd och paketet ändras inte mer.');
    await karin.picture('season-closed-karin', 'Säsongen är stängd');
  });

  it('G-7.3d: Rolf takes the package home and it passes the check; with one byte changed it does not', async () => {
    const { rolf } = stage().windows;
    const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-package-'));
    try {
      const file = join(folder, 'paket.zip');
      await rolf.click('Hämta arkivpaketet', 'Säsongen är stängd');
      await rolf.expectText('Ladda ner paketet');
      await rolf.picture('season-package-rolf', 'Säsongen är stängd');
      const download = await rolf.download('Ladda ner paketet', 'Säsongen är stängd');
      expect(download.suggestedFilename()).toMatch(/\.zip$/);
      await download.saveAs(file);
      const { findings, files } = await checkPackage(file);
      expect(findings).toEqual([]);
      expect(files).toBeGreaterThan(5);

      const bytes = readFileSync(file);
      const middle = Math.floor(bytes.length / 2);
      bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
      writeFileSync(file, bytes);
      expect((await checkPackage(file)).findings).not.toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
