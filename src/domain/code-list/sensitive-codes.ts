/** Codes that a request has but that its row may not show; they live in a table and under a policy of their own. */
export interface SensitiveCodes {
  readonly status: string | null
  readonly subTheme: string | null
}
