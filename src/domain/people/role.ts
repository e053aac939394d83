/** What a person may be in a city, in the order in which it is shown; the screens know it without the schemas. */
export const everyRole = [
  'guide',
  'bridge_figure',
  'coach',
  'coordinator',
  'policy_officer',
  'service_desk',
  'employer',
  'dpo',
  'admin',
] as const
