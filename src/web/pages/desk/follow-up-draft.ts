/** Says what is to be done and by when. */
export const isWhole = ({ what, dueOn }: { readonly what: string; readonly dueOn: string }): boolean =>
  what.trim() !== '' && dueOn !== ''
