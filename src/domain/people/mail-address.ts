/**
 * The addresses that somebody typed or pasted, with lines, commas, semicolons or blanks between them: each once, in their
 * order; and what of it is no address.
 */
export function readAddresses(text: string): { readonly addresses: string[]; readonly wrong: string[] } {
  const written = [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ].map((each) => each.replace(/^<(.*)>$/, '$1'))
  return {
    addresses: [...new Set(written.filter((each) => address.test(each)))],
    wrong: written.filter((each) => !address.test(each)),
  }
}

const address = /^[^\s@<>,;:"()[\]\\]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/
