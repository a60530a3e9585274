/** A file that is larger than anybody may send costs nothing of what was typed beside it. */
import { beforeAll, expect, test } from 'vitest'
import { pathTo } from '#server/paths.ts'
import { wordsOf } from '#server/words/words.ts'
import { openDraft, type OpenDraft } from '../consultation/open-draft.ts'
import { actorWith } from '../directory/actors.ts'
import { useBrowser } from '../support/browser.ts'
import { onEachPortal } from '../support/portal.ts'
import { fillTown } from './town.ts'

const t = wordsOf('id').consultationInput
const EMAIL = 'sari@contoh.id'
/** Handing a large file to the browser takes a while. */
const PATIENCE_MS = 60_000

onEachPortal('a file that is too large', fillTown, (portal) => {
  const visit = useBrowser(portal)
  let draft: OpenDraft
  beforeAll(async () => {
    const officer = actorWith('officer', 'portal')
    draft = await openDraft(portal().database, { unit: 'loket-disdukcapil', officer })
  })

  test.each([
    ['just too large', 10.5, false],
    ['too large to be read', 12, false],
    ['larger than anything that is read', 24, false],
    ['refused before it is sent, with scripts', 12, true],
  ])(
    '%s is said at its field, and all else is kept',
    async (_, megabytes, javaScriptEnabled) => {
      const { page } = await visit({ javaScriptEnabled })
      page.setDefaultTimeout(PATIENCE_MS)
      const { slug, blocks } = draft
      await page.goto(pathTo('id', 'block', { slug, block: blocks[0] ?? '' }))
      const said = 'Peta jalan desa kami, lengkap: "utara" & selatan; filename=peta.'
      await page.locator('label:has(input[name=stance][value=disagree])').click()
      await page.getByLabel(t.form.text).fill(said)
      await page.getByText(t.form.more).click()
      await page.getByLabel(t.form.email, { exact: true }).fill(EMAIL)
      const buffer = Buffer.alloc(megabytes * 1024 * 1024, 0x61)
      await page.getByLabel(t.form.file).setInputFiles({ name: 'peta.txt', mimeType: 'text/plain', buffer })
      if (!javaScriptEnabled) await page.getByRole('button', { name: t.form.send, exact: true }).click()
      await page.locator('.field-error').waitFor()
      expect(await page.locator('.field-error').innerText()).toBe(t.issues['file-too-big'])
      expect(await page.getByLabel(t.form.text).inputValue()).toBe(said)
      expect(await page.getByLabel(t.form.email, { exact: true }).inputValue()).toBe(EMAIL)
      expect(await page.locator('input[name=stance][value=disagree]').isChecked()).toBe(true)
      expect(await portal().database.db.selectFrom('input').select('id').execute()).toEqual([])
    },
    PATIENCE_MS,
  )
})
