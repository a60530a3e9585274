/** What a page does with text that means harm: whether it ran, what was built of it, whether it still fits on a phone. */
import type { Page, Response } from 'playwright-core'
import { RAN } from './attacks.ts'

/** One sentence for each fault of the page as it stands, with all of it unfolded. */
export function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate((ran) => {
    for (const details of document.querySelectorAll('details')) details.open = true
    const { scrollWidth } = document.documentElement
    const wide = [...document.body.querySelectorAll('*')].filter(
      (e) => e.getBoundingClientRect().right > innerWidth + 1,
    )
    const leadsOut = [...document.querySelectorAll<HTMLElement>('[href], [src], [action]')].filter((element) =>
      ['href', 'src', 'action'].some((name) => {
        const address = element.getAttribute(name) ?? ''
        return /^\s*javascript:/i.test(address) || /jahat/.test(new URL(address, location.href).host)
      }),
    )
    const built = [
      ...document.querySelectorAll('main :is(iframe, svg[onload], img[src=x], [onerror], [onfocus], [data-x])'),
      ...document.querySelectorAll('base, meta[http-equiv=refresh]'),
      ...[...document.scripts].filter(({ text }) => text.includes(ran)),
    ]
    return [
      ...(ran in window ? ['Something ran.'] : []),
      ...(scrollWidth > innerWidth
        ? [
            `${scrollWidth} px wide: ${wide
              .slice(0, 3)
              .map((element) => element.outerHTML.slice(0, 120))
              .join(' ')}`,
          ]
        : []),
      ...[...built, ...leadsOut].map((element) => element.outerHTML.slice(0, 200)),
    ]
  }, RAN)
}

const TYPED = 'textarea, input:not([type]), input:is([type=text], [type=search], [type=email], [type=url], [type=tel])'

/** One name for each kind of form on the page that takes text: the fields that it has. */
export function listForms(page: Page): Promise<string[]> {
  return page.evaluate((typed) => {
    const forms = [...document.querySelectorAll('form')].filter((form) => form.querySelector(typed))
    return [...new Set(forms.map((form) => [...new Set(new FormData(form).keys())].sort().join(' ')))]
  }, TYPED)
}

/** Writes the text into every field of the first such form, whatever the field asks for, and sends it. */
export async function fillIn(page: Page, form: string, text: string): Promise<number> {
  const isAnswer = (response: Response) =>
    response.request().isNavigationRequest() && ![302, 303].includes(response.status())
  const [answered, loaded] = [page.waitForResponse(isAnswer), page.waitForEvent('load')]
  await page.evaluate(
    ([typed, wanted, attack]) => {
      const form = [...document.querySelectorAll('form')].find(
        (form) => form.querySelector(typed) && [...new Set(new FormData(form).keys())].sort().join(' ') === wanted,
      )
      if (!form) throw new Error('The form is gone.')
      for (const field of form.querySelectorAll<HTMLInputElement>(typed)) field.value = attack
      // Around the browser's own checks, and around what a script of the page does with a form.
      HTMLFormElement.prototype.submit.call(form)
    },
    [TYPED, form, text] as const,
  )
  await loaded
  return (await answered).status()
}
