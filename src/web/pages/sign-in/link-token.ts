import { useEffect, useState } from 'react'

/** The token behind the # of a link. It leaves the address at once, so that nobody reads it over a shoulder or later. */
export function useLinkToken(): string {
  const [token] = useState(() => window.location.hash.slice(1))
  useEffect(() => {
    if (window.location.hash) window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [])
  return token
}
