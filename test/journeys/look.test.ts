import { findBarriers, overflowOf } from './everybody.ts'
import { type DemoRole, demoReport, expect, signInAs, test } from './journey.ts'

const pages = [
  { name: 'sign-in', role: undefined, path: '/sign-in', ready: 'Kijk rond in de demo' },
  { name: 'start', role: 'Werkgever', path: '/', ready: 'Wat hier komt' },
  { name: 'requests', role: 'Coördinator', path: '/requests', ready: '866 hulpvragen' },
  {
    name: 'free days',
    role: 'Coördinator',
    path: '/requests?from=2016-02-03&to=2016-02-05',
    ready: /hulpvragen$/,
  },
  { name: 'reports', role: 'Coördinator', path: demoReport, ready: 'Wie stelde de vraag' },
  {
    name: 'empty report',
    role: 'Coördinator',
    path: '/reports?from=2020-01-01&to=2020-06-30',
    ready: /^Geen hulp/,
  },
  { name: 'no report yet', role: 'Beleidsmedewerker', path: '/reports', ready: 'Nog geen rapporten' },
  { name: 'projects', role: 'Coördinator', path: '/reports/projects', ready: 'Toeleiders in diversiteit' },
  { name: 'code list', role: 'Coördinator', path: '/manage/codes?list=status', ready: 'Statuut' },
  { name: 'places', role: 'Coördinator', path: '/manage/places?month=2016-03', ready: 'maart 2016' },
  { name: 'desks', role: 'Coördinator', path: '/manage/places?part=desks', ready: 'Stadhuis' },
  {
    name: 'closures',
    role: 'Coördinator',
    path: '/manage/places?month=2016-03&part=closures',
    ready: 'Gebeurtenissen in 2016',
  },
  {
    name: 'holidays',
    role: 'Coördinator',
    path: '/manage/places?month=2016-03&part=holidays',
    ready: 'Feestdagen in 2016',
  },
  { name: 'closed report', role: 'Toeleider', path: demoReport, ready: 'Rapporten' },
  { name: 'members', role: 'Beheerder', path: '/manage/members', ready: /leden$/ },
  { name: 'found members', role: 'Beheerder', path: '/manage/members?q=coach', ready: /gevonden$/ },
  { name: 'nobody', role: 'Beheerder', path: '/manage/members?q=niemand', ready: 'Niemand gevonden' },
  { name: 'keys', role: 'Beheerder', path: '/manage/members?part=keys', ready: /^Sleutels/ },
  { name: 'forgotten password', role: undefined, path: '/forgotten-password', ready: 'Wachtwoord vergeten' },
  { name: 'broken link', role: undefined, path: '/invitation', ready: 'Je uitnodiging' },
  { name: 'request', role: 'Coördinator', path: '/requests/{newest}', ready: 'Geschiedenis' },
  { name: 'team meeting', role: 'Coach', path: '/coaching', ready: 'Te bespreken' },
  { name: 'imports', role: 'Coördinator', path: '/manage/imports', ready: 'Wat werd ingelezen' },
  { name: 'not found', role: 'Toeleider', path: '/bestaat-niet', ready: 'Deze pagina bestaat niet' },
] as const

for (const { name, role, path, ready } of pages)
  test(`${name}: everybody can use it, light and dark, narrow and wide, and it says that it is a demo`, async ({
    page,
  }) => {
    // Four times axe over a list of fifty rows takes its time on a small machine.
    test.slow()
    if (role) await signInAs(page, role, path)
    else await page.goto(path)
    await expect(page.getByRole('heading', { name: ready }).last()).toBeVisible()
    await expect(page.getByText('Dit is een oefenstad')).toBeVisible()
    for (const table of await page.getByRole('button', { name: 'Toon de tabel' }).all()) await table.click()
    for (const width of [820, 360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      expect([width, await overflowOf(page)]).toEqual([width, 0])
      if (width !== 820) expect([width, ...(await findBarriers(page))]).toEqual([width])
    }
  })

test('the dark screen is a choice of its own, and choosing what the system says follows it again', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/sign-in')
  const root = page.locator('html')
  const dark = page.getByRole('button', { name: 'Donker scherm' })
  await expect(dark).toHaveAttribute('aria-pressed', 'false')
  const background = () => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor')
  const light = await background()
  await dark.click()
  await expect(dark).toHaveAttribute('aria-pressed', 'true')
  expect(await background()).not.toBe(light)
  await page.reload()
  await expect(dark).toHaveAttribute('aria-pressed', 'true')
  await dark.click()
  await expect(root).not.toHaveAttribute('data-theme')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(dark).toHaveAttribute('aria-pressed', 'true')
})

test('letters of twice the size push nothing out of sight on a telephone', async ({ page }) => {
  const screens: readonly (readonly [DemoRole, readonly string[]])[] = [
    ['Toeleider', ['/desk', '/today', '/coaching', '/requests']],
    ['Coördinator', ['/requests/groups', '/manage/devices', '/manage/words', '/manage/codes?list=status']],
  ]
  await page.setViewportSize({ width: 360, height: 740 })
  await signInAs(page, 'Toeleider')
  const isKnown = page.waitForResponse(/\/devices\//)
  await page.goto('/desk')
  await isKnown
  for (const [role, paths] of screens)
    for (const path of paths) {
      await signInAs(page, role, path)
      await page.evaluate("document.documentElement.style.fontSize = '212.5%'")
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByText('Even geduld')).toHaveCount(0)
      expect([path, await overflowOf(page)]).toEqual([path, 0])
    }
})

test('whoever chose the colours sees what is chosen, which page this is and where the keyboard is', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await signInAs(page, 'Toeleider', '/desk')
  await page.getByRole('radio', { name: 'Wonen', exact: true }).click()
  const backs = (control: string) =>
    page.evaluate<Record<string, string>>(`Object.fromEntries([...document.querySelectorAll('${control}')]
      .map((one) => [one.textContent, getComputedStyle(one).backgroundColor]))`)
  const chips = await backs('.chip')
  expect(chips.Wonen).not.toBe(chips.Werk)
  const links = await backs('.main-menu a')
  expect(Object.values(links).filter((back) => back !== links.Vandaag)).toHaveLength(1)
  // A menu of which every item has the line of the page would say nothing.
  await expect(page.getByRole('link', { name: 'Vandaag' })).toHaveCSS(
    'border-block-end-color',
    await page.evaluate<string>("getComputedStyle(document.querySelector('header')).backgroundColor"),
  )
  await page.getByRole('button', { name: 'Achteraf noteren' }).click()
  const day = page.getByRole('group', { name: 'Wanneer?' }).getByRole('spinbutton').first()
  await day.click()
  await expect(day).toBeFocused()
  await expect(day).toHaveCSS('outline-style', 'solid')
})

test('every control of the screens is at least 44 pixels high', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await signInAs(page, 'Coördinator')
  const places = ['/manage/places?month=2016-03', '/manage/places?part=desks', '/manage/places?part=closures']
  const screens = [
    '/requests',
    demoReport,
    '/reports/projects',
    '/manage/codes?list=status',
    '/manage/words',
    ...places,
  ]
  for (const path of screens) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 2 }).last()).toBeVisible()
    const low =
      await page.evaluate(`[...document.querySelectorAll('main :is(button, select, label, a), header :is(button, label, a)')]
      .filter((element) => element.matches('label') ? element.querySelector('input') : true)
      .map((element) => [element.textContent, element.getBoundingClientRect().height])
      .filter(([, height]) => height > 0 && height < 44)`)
    expect(low).toEqual([])
  }
})
