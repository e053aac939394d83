import './facts.css'

interface FactsProps {
  readonly facts: readonly (string | null | undefined)[]
  /** From this position on, facts are of lesser weight and begin a new line. */
  readonly quietAfter?: number
  readonly isStrong?: true
}

/** A few short facts in one cell, on as few lines as fit. */
export const Facts = ({ facts, quietAfter, isStrong }: FactsProps) => {
  const present = facts.filter((fact) => fact !== null && fact !== undefined)
  const main = present.slice(0, quietAfter)
  const quiet = quietAfter === undefined ? [] : present.slice(quietAfter)
  return (
    <div className={isStrong ? 'facts facts-strong' : 'facts'}>
      <Line facts={main} className="facts-main" />
      {quiet.length > 0 ? <Line facts={quiet} className="facts-quiet" /> : null}
    </div>
  )
}

const Line = ({ facts, className }: { facts: readonly string[]; className: string }) => (
  <ul className={className}>
    {facts.map((fact) => (
      <li key={fact}>
        <bdi>{fact}</bdi>
      </li>
    ))}
  </ul>
)
