// What the form shows once something is begun: it travels in one piece while the first answers are given.
export { AskedList } from './asked-list.tsx'
export { HouseholdLine } from './household-line.tsx'
export { LastSaved } from './last-saved.tsx'
export { ThemeInsight } from './theme-insight.tsx'
