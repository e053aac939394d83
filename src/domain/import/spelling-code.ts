/** Spellings of codes of the city's own lists, beside its labels and synonyms; a city without the code has none of them. */
export const codeSpellings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  client_kind: {
    woman: 'vrouwen|mevrouw|mevr|mevr.|F|female|femmes|women',
    man: 'mannen|meneer|dhr|dhr.|H|male|hommes|men',
    family: 'gezinnen|families|familles',
    group: 'groepen|groupes|groups',
  },
  status: {
    newcomer: 'nieuwkomers|newcomers|primo-arrivants',
    in_programme: 'inburgeraars|in inburgering|inburgering lopend',
    former_programme: 'oud inburgeraar|oudinburgeraar|oud-inburgeraars|ex-inburgeraar',
    long_settled: 'oudkomers|"oudkomer"|oud-komer',
    no_legal_stay:
      'mensen zonder wettig verblijf|geen wettig verblijf|zonder papieren|ZWV|MZWV|sans papiers|sans-papiers|sans séjour|without legal residence|undocumented',
    minor: 'minderjarigen|minderjarig|mineurs|mineure|minors|NBMV',
    other: 'overige|overig|anders|autres',
  },
  who_did_it: { not_applicable: 'n.v.t.|nvt|n/a|sans objet' },
}
