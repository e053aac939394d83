import { isSeen } from '../../../domain/seen-text.ts'

/** Says what is to be done and by when. */
export const isWhole = ({ what, dueOn }: { readonly what: string; readonly dueOn: string }): boolean =>
  isSeen(what) && dueOn !== ''
