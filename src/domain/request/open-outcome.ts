/**
 * Outcomes after which somebody still has to do something: the question runs on, or a service has not said yet what
 * came of it. When a guide leaves, these move to whoever takes over.
 */
export const openOutcomes: readonly string[] = ['open', 'referred_pending', 'referred_arrived']
