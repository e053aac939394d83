/**
 * The chapters of the report that a city sends, in the order in which an alderman reads them, and the charts that stand
 * in each. Numbers 8 to 10 belong to referrals, the network and signals: they stand here when those are there. The title
 * page (0) and the annexes (13) are made, not written.
 */
export const chapters = {
  one_page: { number: 1, charts: [] },
  mission: { number: 2, charts: [] },
  working: { number: 3, charts: [] },
  requests: { number: 4, charts: ['months', 'themes', 'languages', 'desks', 'outcomes', 'barriers'] },
  reach: {
    number: 5,
    charts: ['clientKinds', 'statuses', 'nationalities', 'population', 'firstVisits', 'origins'],
  },
  guides: { number: 6, charts: ['actions', 'whoDidIt', 'helpLevels'] },
  after: { number: 7, charts: ['afterThemes'] },
  stories: { number: 11, charts: [] },
  outlook: { number: 12, charts: [] },
} as const satisfies Record<string, { readonly number: number; readonly charts: readonly string[] }>

export type ChapterCode = keyof typeof chapters

// because: the keys of the table above are the codes
export const chapterCodes = Object.keys(chapters) as readonly ChapterCode[]

/** The number of the annexes: how it was counted, what words mean, when somebody could come in. */
export const annexNumber = 13
