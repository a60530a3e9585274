/** What must hold of the pages on which staff keep surveys, paper and the directory, while they are used. */
import { test } from 'vitest'
import { DESK } from '../support/browser.ts'
import { dayFromNow } from '../support/days.ts'
import { csvOf } from '../survey/world.ts'
import { inEachLanguage, look, press, refused } from './at-work.ts'
import { ADMIN, OFFICER, openByHand, openTownSurvey, PUBLISHER, takeStep } from './town.ts'

inEachLanguage(({ locale, words, portal, visit, at, come }) => {
  test('a survey from its draft to its withdrawal, with the files that it takes in', async () => {
    const page = await come(OFFICER)
    const slug = await openByHand(page, { period: 'Lalu', firstDay: dayFromNow(-90), lastDay: dayFromNow(-10) }, locale)
    await look(page)
    const importing = async (text: string, awaited: string) => {
      await page.goto(at('importAnswers', { slug }))
      const file = { name: 'kertas.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
      await page.getByLabel(words.answerFiles.import.file, { exact: true }).setInputFiles(file)
      await press(page, words.answerFiles.import.button)
      await page.locator('main').getByText(awaited).first().waitFor()
      await look(page)
    }
    const rows = Array.from({ length: 31 }, (_, i) => (i % 2 === 0 ? '444444444' : '44-444434'))
    await importing(csvOf([...rows, '345434343']), words.answerFiles.import.nothing)
    await importing(csvOf(rows), words.answerFiles.import.done(String(rows.length)))
    await importing(csvOf(rows), words.answerFiles.import.before)
    await takeStep(page, slug, 'handIn', {}, locale)
    await look(page)

    const publisher = await come(PUBLISHER)
    await takeStep(publisher, slug, 'publish', {}, locale)
    await look(publisher)
    const reason = { [words.surveyStaff.correct.reason]: 'Jumlah yang dilayani salah ketik.' }
    await takeStep(publisher, slug, 'correct', { ...reason, [words.surveyStaff.correct.served]: '80' }, locale)
    await look(publisher)
    await takeStep(
      publisher,
      slug,
      'withdraw',
      { [words.surveyStaff.withdraw.reason]: 'Berkasnya dari unit lain.' },
      locale,
    )
    await look(publisher)
    await publisher.goto(at('manageSurveys'))
    await publisher.getByRole('link', { name: words.surveyStaff.states.withdrawn, exact: true }).click()
    await look(publisher)
  }, 90_000)

  test('sheets of paper: printed, typed wrongly, entered, one taken back', async () => {
    const survey = await openTownSurvey(portal().database, { period: 'Kertas' })
    const d = words.desk
    const page = await come(OFFICER)
    await page.goto(at('printSheets', { slug: survey.slug }))
    await page.getByLabel(d.paper.count, { exact: true }).fill('3')
    await press(page, d.paper.make)
    await page.waitForURL(/cetakan=/)
    const codes = await page.locator('.sheet-code b').allTextContents()
    await look(page)
    await page.getByRole('link', { name: d.links.enter }).click()
    for (const [i, scores] of ['343434343', '12', '434343434'].entries()) {
      await page.locator(`#code-${i}`).fill(codes[i] ?? '')
      await page.locator(`#scores-${i}`).fill(scores)
    }
    await press(page, d.enter.button)
    await refused(page)
    await look(page)
    await page.locator('#scores-1').fill('123412341')
    await press(page, d.enter.button)
    await page.waitForURL(/disimpan=3/)
    await look(page)
    await page.getByRole('link', { name: d.links.void }).click()
    await page.getByLabel(d.void.code, { exact: true }).fill(codes[1] ?? '')
    await page.getByLabel(d.void.reason, { exact: true }).selectOption('not-served')
    await press(page, d.void.button)
    await page.waitForURL(/batal=/)
    await look(page)
    await page.goto(at('manageSurvey', { slug: survey.slug }))
    await look(page)
  }, 60_000)

  test('the directory: corrected, closed and opened again, a list applied and undone', async () => {
    const page = await come(ADMIN)
    const unit = { slug: 'loket-disdukcapil' }
    const c = words.directoryStaff.closing
    await page.goto(at('manageUnit', unit))
    await press(page, words.staff.save)
    await page.waitForURL(/done=change/)
    await look(page)
    await press(page, c.button)
    await page.waitForURL(/done=close/)
    await look(page)
    const stranger = (await visit({ viewport: DESK })).page
    await stranger.goto(at('unit', unit))
    await look(stranger)
    await press(page, c.reopen)
    await page.waitForURL(/done=reopen/)
    await look(page)

    const f = words.directoryFiles
    const text = await (await page.request.get('/wilayah/kota-dumai/daftar.csv')).text()
    const file = (added: string) => ({ name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from(text + added) })
    await page.goto(at('importTree', { slug: 'kota-dumai' }))
    await page.locator('#file').setInputFiles(file('unit,,disdukcapil,Loket Baru,,,Kesehatan\r\n'))
    await press(page, f.page.check)
    await page.locator('#pratinjau').waitFor()
    await look(page)
    await press(page, f.preview.apply)
    await page.waitForURL(/added=1/)
    await look(page)
    await press(page, f.imports.undo)
    await page.waitForURL(/undone/)
    await look(page)
  }, 90_000)
})
