/**
 * The chapters of the report that a city sends, in the order in which an alderman reads them. Numbers 8 to 10 belong to
 * referrals, the network and signals: they stand here when those are there.
 */
export const chapters = {
  one_page: 1,
  mission: 2,
  working: 3,
  requests: 4,
  reach: 5,
  guides: 6,
  after: 7,
  stories: 11,
  outlook: 12,
} as const

export type ChapterCode = keyof typeof chapters

// because: the keys of the table above are the codes
export const chapterCodes = Object.keys(chapters) as readonly ChapterCode[]

/**
 * How far the text of a chapter is. A proposal made by rules stays out of a frozen report until somebody has read it
 * and says that it is ready.
 */
export const chapterStates = ['empty', 'proposed', 'ready'] as const
export type ChapterState = (typeof chapterStates)[number]

/** The fields of the report whose charts stand in a chapter. The rest have none of their own. */
export const figuresOfChapter: Readonly<Partial<Record<ChapterCode, readonly string[]>>> = {
  requests: ['months', 'themes', 'languages', 'desks', 'outcomes', 'barriers'],
  reach: ['clientKinds', 'statuses', 'nationalities', 'origins'],
  guides: ['actions', 'whoDidIt'],
}
