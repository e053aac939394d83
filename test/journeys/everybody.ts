import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Beside these, no rule asks what a colour is: they alone can have another answer in the dark. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** What keeps somebody from using the page, or one part of it, by day or in the dark. */
export async function findBarriers(page: Page, part = 'html'): Promise<unknown[]> {
  const found: unknown[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // No page of ours holds a frame, so one script in the page itself is enough; what passed is not written out.
    const axe = new AxeBuilder({ page })
      .include(part)
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
    const asked = colorScheme === 'light' ? axe.withTags(rules) : axe.withRules(rulesOfColour)
    const { violations } = await asked.analyze()
    found.push(...violations.map(({ id, nodes }) => [part, colorScheme, id, nodes[0]?.html]))
  }
  return found
}

/** How many pixels of the page lie beyond the edge of the screen. */
export const overflowOf = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
