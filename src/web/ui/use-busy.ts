import { useEffect } from 'react'

/** Shared by all tabs in which something stands that a reload would take away. */
export const busyLock = 'brugwijzer-busy'

/** Says to every tab of this browser that here something was begun. */
export function useBusy(isBusy: boolean): void {
  useEffect(() => {
    if (!isBusy || !('locks' in navigator)) return
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    void navigator.locks.request(busyLock, { mode: 'shared' }, () => held)
    return release
  }, [isBusy])
}
