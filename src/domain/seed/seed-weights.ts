// How often things are asked at such a desk, roughly as published reports say. Codes that a city added weigh 1.

export const weights: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  theme: {
    paperwork: 20,
    residence: 12,
    dutch: 12,
    income: 10,
    housing: 9,
    work: 8,
    health: 7,
    civil: 6,
    education: 5,
    money: 4,
    energy: 3,
    family: 2,
    legal: 1.5,
    mobility: 1.5,
  },
  action: {
    inform: 24,
    explain_letter: 18,
    clarify: 14,
    phone: 12,
    fill_form: 10,
    look_up: 8,
    register_service: 7,
    refer: 6,
    warm_handover: 5,
    appointment: 5,
    language_help: 4,
    accompany: 2,
  },
  who_did_it: { done_for: 34, done_together: 38, done_self_supported: 16, done_self: 10, not_applicable: 2 },
  outcome: {
    answered: 58,
    referred_pending: 12,
    referred_arrived: 5,
    referred_helped: 9,
    referred_not_helped: 2,
    no_offer: 4,
    client_stopped: 3,
    open: 7,
  },
  barrier: { language: 40, knowledge: 18, digital: 14, paperwork: 12, waiting_list: 6, status_condition: 5 },
  client_kind: { woman: 41, man: 32, family: 14, x: 0.3, group: 0.7, unknown: 4, not_asked: 7, refused: 1 },
  status: {
    long_settled: 40,
    newcomer: 27,
    other: 12,
    in_programme: 10,
    former_programme: 3,
    no_legal_stay: 2,
    minor: 0.4,
    unknown: 2,
    not_asked: 3,
    refused: 0.6,
  },
  channel: { desk: 82, phone: 8, message: 4, outreach: 4, home_visit: 2 },
  origin: { came_self: 55, returning: 22, sent_service: 12, sent_bridge_figure: 7, approached: 4 },
}

/** Nationalities with their weight and the languages of contact that go with them, by weight. */
export const nationalities: Readonly<
  Record<string, { readonly weight: number; readonly languages: Readonly<Record<string, number>> }>
> = {
  RU: { weight: 17, languages: { rus: 40, che: 42, inh: 12, nld: 6 } },
  MA: { weight: 16, languages: { ary: 55, fra: 22, nld: 15, ara: 8 } },
  SY: { weight: 14, languages: { ara: 85, eng: 8, nld: 7 } },
  AM: { weight: 9, languages: { rus: 80, eng: 10, nld: 10 } },
  UA: { weight: 10, languages: { rus: 55, ukr: 20, eng: 20, nld: 5 } },
  AF: { weight: 6, languages: { eng: 35, fas: 45, nld: 20 } },
  IQ: { weight: 4, languages: { ara: 75, eng: 15, kur: 10 } },
  BG: { weight: 3, languages: { rus: 30, eng: 30, nld: 20, bul: 20 } },
  DZ: { weight: 2.5, languages: { fra: 50, ara: 45, nld: 5 } },
  BE: { weight: 3, languages: { nld: 55, fra: 20, ary: 15, rus: 10 } },
  GN: { weight: 2, languages: { fra: 95, nld: 5 } },
  SO: { weight: 2, languages: { eng: 40, som: 40, ara: 20 } },
  TR: { weight: 2, languages: { tur: 45, nld: 35, eng: 20 } },
  RO: { weight: 1.8, languages: { eng: 55, ron: 20, nld: 25 } },
  PL: { weight: 1.2, languages: { eng: 40, rus: 20, nld: 40 } },
  ER: { weight: 1.2, languages: { eng: 55, tir: 45 } },
  CD: { weight: 1.2, languages: { fra: 95, nld: 5 } },
  TN: { weight: 1, languages: { fra: 45, ara: 55 } },
  PS: { weight: 1, languages: { ara: 85, eng: 15 } },
  KZ: { weight: 0.8, languages: { rus: 95, eng: 5 } },
  GE: { weight: 0.8, languages: { rus: 85, eng: 15 } },
  IR: { weight: 0.7, languages: { eng: 60, fas: 40 } },
  PK: { weight: 0.6, languages: { eng: 85, nld: 15 } },
  CM: { weight: 0.6, languages: { fra: 70, eng: 30 } },
  BR: { weight: 0.3, languages: { eng: 60, por: 40 } },
  VN: { weight: 0.2, languages: { eng: 70, nld: 30 } },
  MN: { weight: 0.1, languages: { rus: 80, eng: 20 } },
  NP: { weight: 0.1, languages: { eng: 100 } },
  stateless: { weight: 0.7, languages: { ara: 60, rus: 30, eng: 10 } },
  unknown: { weight: 1, languages: { nld: 40, eng: 30, fra: 30 } },
  not_asked: { weight: 3, languages: { nld: 40, eng: 20, fra: 20, not_asked: 20 } },
  refused: { weight: 0.3, languages: { eng: 60, fra: 40 } },
}

/** Invented services; none exists. */
export const services = [
  'Sociaal Huis De Brug',
  'Dienst Wonen',
  'Huis van het Nederlands',
  'Wijkteam Noord',
  'Ziekenfonds De Linde',
  'Woonmaatschappij De Sleutel',
  'Rechtswinkel Oost',
  'School De Wissel',
] as const

/** What colleagues tell each other; nothing about persons. */
export const tips = [
  'Vraag naar de papieren van vorig jaar.',
  'Bel voor 11 uur, dan is er iemand.',
  'Het formulier staat ook in het Frans online.',
  'Neem de verblijfskaart mee, een kopie is niet genoeg.',
  'Er is een wachtlijst van ongeveer drie maanden.',
  'De dienst verhuisde naar de nieuwe ingang.',
] as const

/** What people say at a desk; nobody said it. */
export const ownWords = [
  'Ik wist niet dat ik dat papier zelf mocht vragen.',
  'Nu weet ik waar ik moet zijn, en ik durf alleen te gaan.',
  'Ik heb drie keer gebeld. Niemand sprak traag genoeg voor mij.',
  'Mijn zoon vertaalt alles. Dat is niet goed voor een kind.',
  'Hier luistert iemand tot het einde.',
  'Ik wil werken, maar ik wacht al maanden op een antwoord.',
] as const

export const neighbourhoods = ['Centrum', 'Noordwijk', 'Stationswijk', 'Overbrug', 'Molenhoek'] as const
