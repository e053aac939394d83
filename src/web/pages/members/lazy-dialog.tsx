import type { ComponentType } from 'react'
import { lazyPart } from '../../lazy-part.tsx'

/** A dialog that travels when it is first opened, with its sentences. */
export const lazyDialog = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazyPart(load, 'member')
