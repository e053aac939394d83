import { findBarriers, overflowOf } from './everybody.ts'
import { demoReport, expect, type Page, signInAs, test } from './journey.ts'

const demoProject = 'Toeleiders in diversiteit'
const openProjects = async (page: Page) => {
  await signInAs(page, 'Coördinator', '/reports/projects')
  await expect(page.getByRole('region', { name: demoProject })).toBeVisible()
}
const undo = (page: Page) => page.getByRole('button', { name: 'Ongedaan maken' }).click()

test.use({ townOf: 'projects' })

test('the coordinator finds the project of the demo under the reports, with its four partial reports', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator', demoReport)
  const parts = page.getByRole('navigation', { name: 'Onderdelen' })
  await parts.getByRole('link', { name: 'Projecten' }).click()
  await expect(parts.getByRole('link', { name: 'Projecten' })).toHaveAttribute('aria-current', 'page')
  const project = page.getByRole('region', { name: demoProject })
  await expect(project).toContainText('1 december 2015 tot en met 30 november 2017')
  await expect(project.getByRole('listitem')).toHaveText([
    'Deelrapport 1 van 41 december 2015 tot en met 31 juli 2016',
    'Deelrapport 2 van 41 augustus 2016 tot en met 30 november 2016',
    'Deelrapport 3 van 41 december 2016 tot en met 31 juli 2017',
    'Deelrapport 4 van 41 augustus 2017 tot en met 30 november 2017',
  ])
  await expect(project.getByRole('table', { name: `Doelen van ${demoProject}` })).toContainText('5,9 per dag')
})

test('a partial report is chosen by its name, and what is frozen keeps the project', async ({ page }) => {
  await openProjects(page)
  await page.getByRole('link', { name: 'Deelrapport 2 van 4' }).click()
  await expect(page).toHaveURL(/from=2016-08-01&to=2016-11-30&project=/)
  const choice = page.getByRole('combobox', { name: 'Deelrapport' })
  await choice.selectOption('1 van 4: 1 december 2015 tot en met 31 juli 2016')
  await expect(page.getByText('Kortrijk, 1 december 2015 tot en met 31 juli 2016')).toBeVisible()
  await page.getByRole('button', { name: 'Downloaden als…' }).click()
  await expect(page.getByRole('link', { name: /^PDF/ })).toHaveAttribute('href', /projectId=/)
  await page.keyboard.press('Escape')
  const freeze = page.getByRole('button', { name: 'Vastleggen' })

  await choice.selectOption('Geen deelrapport')
  await freeze.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('kan niemand nog veranderen')
  await expect(dialog).not.toContainText('deelrapport')
  await dialog.getByRole('button', { name: 'Annuleren' }).click()

  // Whoever opens just these days gets the partial report that they are.
  await page.goto(demoReport)
  await expect(choice).toHaveValue(/ 1$/)
  await freeze.click()
  await expect(dialog).toContainText(`Dit wordt deelrapport 1 van 4 van het project “${demoProject}”`)
  await dialog.getByRole('button', { name: 'Vastleggen' }).click()
  await page.getByText('Cijfers en tabellen', { exact: true }).click()
  const frozen = page.getByRole('region', { name: /^Deelrapport 1 van 4 van het project/ })
  await expect(frozen).toContainText('Fonds De Overbrugging')

  await page.goto(demoReport)
  const list = page.getByRole('region', { name: 'Vastgelegde rapporten' }).getByRole('listitem')
  await expect(list.first()).toContainText(`Deelrapport 1 van 4 van het project “${demoProject}”`)
  await page.goto('/reports/projects')
  const project = page.getByRole('region', { name: demoProject })
  await expect(project.getByRole('button', { name: 'Afsluiten' })).toBeVisible()
  await expect(project.getByRole('button', { name: 'Verwijderen' })).toHaveCount(0)
})

test('a project is added with the keyboard alone, and one press takes it back', async ({ page }) => {
  await openProjects(page)
  await page.getByRole('button', { name: 'Project toevoegen' }).focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('form', { name: 'Nieuw project' })
  await expect(form.getByLabel('Naam van het project')).toBeFocused()
  await page.keyboard.type('Warm onthaal')
  await form.getByRole('button', { name: 'Betaler toevoegen' }).focus()
  await page.keyboard.press('Enter')
  await expect(form.getByLabel('Wie betaalt mee?')).toBeFocused()
  await page.keyboard.type('Fonds Warm')
  await form.getByRole('button', { name: 'Deelrapport toevoegen' }).focus()
  await page.keyboard.press('Enter')
  await expect(form.getByText(/^Deelrapport 2 van 2 eindigt samen met het project/)).toBeVisible()
  await form.getByLabel('Naam van het project').press('Enter')
  const project = page.getByRole('region', { name: 'Warm onthaal' })
  await expect(project).toContainText('Fonds Warm')
  await expect(project.getByRole('listitem')).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Project toevoegen' })).toBeFocused()
  await undo(page)
  await expect(project).toHaveCount(0)
})

test('the form says what is missing or cannot be, keeps nothing of it, and asks before it throws away', async ({
  page,
}) => {
  await openProjects(page)
  await page.getByRole('button', { name: 'Project toevoegen' }).click()
  const form = page.getByRole('form', { name: 'Nieuw project' })
  await form.getByRole('button', { name: 'Doel toevoegen' }).click()
  await form.getByRole('button', { name: 'Bewaren' }).click()
  await expect(form.getByLabel('Naam van het project')).toBeFocused()
  await expect(form.getByText('Vul dit in.')).toHaveCount(4)
  const firstDay = form.getByRole('group', { name: 'Eerste dag' }).getByRole('spinbutton').first()
  await firstDay.click()
  await page.keyboard.type('15')
  await expect(form.getByRole('alert')).toContainText('Begin op de eerste dag van een maand')
  await form.getByRole('button', { name: 'Doel 1 weghalen' }).click()
  await expect(form.getByRole('button', { name: 'Doel toevoegen' })).toBeFocused()
  await form.getByLabel('Naam van het project').fill('Warm onthaal')
  await form.getByRole('button', { name: 'Bewaren' }).click()
  await expect(form.getByRole('alert')).toBeFocused()
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect([width, await overflowOf(page), ...(await findBarriers(page))]).toEqual([width, 0])
  }
  await page.getByRole('link', { name: 'Hulpvragen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Verder aanpassen' }).click()
  await form.getByRole('button', { name: 'Annuleren' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Weggooien' }).click()
  await expect(form).toHaveCount(0)
  await expect(page.getByText('Warm onthaal')).toHaveCount(0)
})

test('what a colleague changed meanwhile is not overwritten, and a change can be taken back', async ({
  page,
  context,
}) => {
  await openProjects(page)
  const project = page.getByRole('region', { name: demoProject })
  await project.getByRole('button', { name: 'Aanpassen' }).click()
  const form = page.getByRole('form', { name: /aanpassen$/ })
  await form.getByLabel('Bereikt').last().fill('1 deelrapport')
  await form.getByRole('button', { name: 'Bewaren' }).click()
  await expect(project.getByRole('table')).toContainText('1 deelrapport')
  await expect(project.getByRole('button', { name: 'Aanpassen' })).toBeFocused()

  await project.getByRole('button', { name: 'Aanpassen' }).click()
  const colleague = await context.newPage()
  await colleague.goto('/reports/projects')
  await colleague
    .getByRole('region', { name: demoProject })
    .getByRole('button', { name: 'Afsluiten' })
    .click()
  await expect(colleague.getByRole('heading', { name: 'Geen lopende projecten' })).toBeVisible()
  await form.getByLabel('Bereikt').last().fill('2 deelrapporten')
  await form.getByRole('button', { name: 'Bewaren' }).click()
  await expect(form.getByRole('alert')).toContainText('Iemand anders heeft dit intussen aangepast')
  await expect(form.getByLabel('Bereikt').last()).toHaveValue('2 deelrapporten')

  await colleague.getByRole('button', { name: 'Afgesloten projecten (1)' }).click()
  await expect(colleague.getByRole('button', { name: 'Heropenen' })).toBeVisible()
  await undo(colleague)
  await expect(colleague.getByRole('button', { name: 'Afsluiten' })).toBeVisible()
})

test('a policy officer reads the projects and changes nothing; a guide is told who may', async ({ page }) => {
  await signInAs(page, 'Beleidsmedewerker', '/reports/projects')
  const project = page.getByRole('region', { name: demoProject })
  await expect(project).toContainText('Deelrapport 4 van 4')
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await expect(project.getByRole('link')).toHaveCount(0)
  await signInAs(page, 'Toeleider', '/reports/projects')
  await expect(page.getByText('Projecten zijn er voor de coördinator en de beleidsmedewerker.')).toBeVisible()
})
