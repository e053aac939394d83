import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** Counts for operators: durations per route pattern, never an address that holds an id or a search. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer, per method, route pattern and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 3, 10],
    registers: [registry],
  })
  return { registry, requests }
}

export type Metrics = ReturnType<typeof createMetrics>
