/**
 * Everyday words for themes and sub-themes in spreadsheets, beside the city's own labels and synonyms. A word that could
 * be of two themes is none of them: somebody decides once.
 */
export const themeSpellings: Readonly<Record<string, string>> = {
  residence:
    'verblijf|verblijfsrecht|verblijfsstatuut|vreemdelingenzaken|vreemdelingenrecht|séjour|droit de séjour|droit au séjour|immigration|residence',
  'residence.residence_card':
    'verblijfskaart|verblijfsvergunning|verblijfsdocument|verblijfsdocumenten|titre de séjour|carte de séjour|permis de séjour|residence card|residence permit',
  'residence.international_protection':
    'asiel|asielaanvraag|asielprocedure|internationale bescherming|asile|demande d’asile|protection internationale|asylum',
  'residence.visa_visit': 'visum|visa|familiebezoek',
  'residence.nationality':
    'nationaliteit|nationaliteitsaanvraag|naturalisatie|Belg worden|nationalité|naturalisation|nationality|citizenship',
  'residence.irregular_stay':
    'zonder wettig verblijf|zonder papieren|regularisatie|9bis|9ter|sans papiers|sans-papiers|régularisation|regularisation',
  'residence.voluntary_return': 'terugkeer|vrijwillig terugkeren',
  civil:
    'burgerzaken|dienst burgerzaken|bevolking|bevolkingsdienst|dienst bevolking|documenten|service population|population|civil affairs',
  'civil.address_registration':
    'adres|adreswijziging|domicilie|domiciliëring|inschrijving gemeente|inschrijving in de gemeente|domicile|changement d’adresse',
  'civil.eid_itsme': 'eID|itsme|identiteitskaart|pincode|carte d’identité|identity card',
  'civil.certificates': 'attest|attesten|uittreksel|uittreksels|attestation|attestations|certificate',
  'civil.civil_status':
    'burgerlijke stand|geboorte|geboorteaangifte|huwelijk|trouwen|état civil|naissance|mariage|marriage',
  'civil.legalisation_translation': 'legalisatie|beëdigde vertaling|apostille|légalisation|traduction jurée',
  'civil.driving_licence': 'rijbewijs|omwisseling rijbewijs|permis de conduire|driving licence',
  paperwork:
    'administratie|administratief|administratieve hulp|administratieve vragen|brieven|post|papierwerk|courrier|courriers|démarches|démarches administratives|administration|letters|paperwork',
  'paperwork.letter_explained':
    'brief|brief lezen|brief uitleggen|brieven lezen|lettre|lire une lettre|letter',
  'paperwork.form_filled':
    'formulier|formulieren|formulieren invullen|invullen formulier|formulaire|formulaires|form|forms',
  'paperwork.phone_call': 'telefoneren|bellen|téléphoner',
  'paperwork.appointment': 'afspraak|afspraken|rendez-vous|appointment',
  'paperwork.interpreter': 'tolk|vertaler|tolk nodig|interprète|traducteur|interpreter',
  'paperwork.complaint_appeal': 'klacht|klachten|bezwaar|plainte|recours|complaint',
  'paperwork.online_account': 'digitale hulp|digitaal|aide numérique',
  dutch: 'Nederlands|inburgering|integratie|néerlandais|intégration|Dutch|integration',
  'dutch.dutch_course':
    'Nederlandse les|Nederlandse lessen|lessen Nederlands|les Nederlands|taalles|taallessen|Nederlands leren|NT2|cours de néerlandais|cours de langue|Dutch lessons|Dutch classes',
  'dutch.integration_programme': 'inburgeringscursus|inburgeringscontract|parcours d’intégration',
  'dutch.social_orientation': 'maatschappelijke oriëntatie|MO',
  'dutch.practice': 'oefenkansen|praattafel|conversatietafel|table de conversation',
  'dutch.tests_certificates': 'taaltest|taalattest|test de langue',
  housing:
    'huisvesting|woning|woningen|woonst|huis|huizen|huren|huur|appartement|huurwoning|logements|habitation|habitat|loger|maison|house|home|accommodation',
  'housing.private_rent':
    'woning zoeken|woonst zoeken|huis zoeken|zoekt woning|zoekt huis|appartement zoeken|huurwoning zoeken|private huur|privé huur|recherche de logement|chercher un logement|looking for a house',
  'housing.social_rent':
    'sociale woning|sociale woningen|sociale huisvesting|sociaal wonen|sociale huur|woonmaatschappij|logement social|logements sociaux|social housing',
  'housing.lease_deposit': 'huurcontract|huurwaarborg|waarborg|bail|garantie locative|lease|deposit',
  'housing.quality_damp': 'vocht|schimmel|woningkwaliteit|humidité|damp',
  'housing.eviction_homeless':
    'dakloos|dakloosheid|thuisloos|uithuiszetting|sans-abri|sans abri|expulsion|homeless|eviction',
  'housing.rent_subsidy': 'huursubsidie|huurpremie|huurtoelage|prime au loyer',
  'housing.furniture_moving':
    'verhuis|verhuizing|verhuizen|meubels|meubelen|déménagement|meubles|moving|furniture',
  energy:
    'energie|gas en elektriciteit|elektriciteit|gas|stroom|nutsvoorzieningen|énergie|électricité|gaz|energy|utilities',
  'energy.bill_supplier': 'energiefactuur|energieleverancier|facture d’énergie',
  'energy.water': 'waterfactuur',
  'energy.internet_phone': 'internet|gsm|gsm-abonnement|wifi',
  work: 'tewerkstelling|arbeid|job|jobs|werken|werkgelegenheid|travail|emplois|employment|jobs',
  'work.job_search':
    'werk zoeken|werk vinden|job zoeken|zoekt werk|VDAB|recherche d’emploi|chercher du travail|job search',
  'work.cv_application': 'CV|solliciteren|sollicitatie|sollicitatiebrief|candidature',
  'work.contract_wage': 'arbeidscontract|arbeidsovereenkomst|loonbrief|loon|contrat de travail|fiche de paie',
  'work.work_permit': 'arbeidskaart|gecombineerde vergunning|single permit|permis de travail|work permit',
  'work.diploma_recognition':
    'diplomagelijkschakeling|gelijkschakeling diploma|diploma-erkenning|NARIC|équivalence de diplôme',
  'work.training': 'beroepsopleiding|formation professionnelle',
  'work.dismissal': 'ontslag|ontslagen|licenciement|dismissal',
  'work.self_employed': 'zelfstandige|zelfstandig worden|indépendant|self-employed',
  income: 'inkomen|sociale zekerheid|uitkering|uitkeringen|revenus|revenu|sécurité sociale|income|benefits',
  'income.living_wage':
    'leefloon|equivalent leefloon|OCMW-steun|steun OCMW|revenu d’intégration|aide du CPAS',
  'income.child_benefit': 'kinderbijslag|kindergeld|Groeipakket|allocations familiales|child benefit',
  'income.unemployment_benefit': 'stempelgeld',
  'income.sickness_benefit': 'ziekte-uitkering|invaliditeit|arbeidsongeschiktheid',
  'income.pension': 'pensioen|pension|retraite|IGO',
  'income.social_advantages': 'verhoogde tegemoetkoming|sociale voordelen|intervention majorée|BIM',
  money:
    'geld|geldzaken|financiën|financieel|financiële problemen|belastingen|argent|finances|impôts|money|taxes',
  'money.debts': 'schulden|schuld|aanmaning|schuldbemiddeling|onbetaalde facturen|dettes|dette|debt|debts',
  'money.budget_help': 'budgethulp|budgetbeheer|budgetbegeleiding|collectieve schuldenregeling',
  'money.bank_account':
    'bank|bankrekening|rekening openen|banque|compte bancaire|compte en banque|bank account',
  'money.tax_return':
    'belastingaangifte|belastingsaangifte|belastingbrief|tax-on-web|déclaration fiscale|déclaration d’impôt|tax return',
  'money.fines_bailiff': 'boete|boetes|deurwaarder|amende|amendes|huissier|fine|bailiff',
  'money.insurance': 'verzekering|assurance|familiale verzekering|insurance',
  health:
    'gezondheidszorg|medisch|medische hulp|ziekte|ziek|soins de santé|médical|maladie|healthcare|medical',
  'health.health_insurance': 'mutualiteit|ziekenfonds|mutuelle|mutualité|health insurance',
  'health.gp': 'huisarts|dokter|arts|médecin|médecin traitant|docteur|doctor',
  'health.hospital_specialist': 'ziekenhuis|specialist|hôpital|hospital',
  'health.urgent_medical_aid': 'dringende medische hulp|DMH|AMU|aide médicale urgente|urgent medical aid',
  'health.dental_medicine':
    'tandarts|tanden|medicatie|geneesmiddelen|medicijnen|apotheek|dentiste|médicaments|pharmacie|dentist|pharmacy',
  'health.pregnancy_baby': 'zwangerschap|zwanger|bevalling|grossesse|enceinte|pregnancy',
  'health.mental_health': 'psycholoog|psychisch|psychische hulp|GGZ|psychologue|psychologist',
  'health.disability_care': 'VAPH|hulpmiddelen',
  education:
    'school|scholen|schoolzaken|onderwijs en school|scholing|école|écoles|scolarité|éducation|education|schools',
  'education.school_enrolment':
    'inschrijving school|inschrijven school|school inschrijven|schoolinschrijving|school zoeken|inscription école|inscription scolaire',
  'education.reception_class': 'OKAN|onthaalonderwijs|onthaalklas',
  'education.school_costs':
    'schooltoeslag|schooltoelage|schoolkosten|schoolfactuur|schoolrekening|frais scolaires',
  'education.school_contact': 'CLB|oudercontact',
  'education.homework_support': 'huiswerk|huistaken|devoirs|homework',
  'education.adult_education': 'CVO|avondschool|volwassenenonderwijs',
  'education.higher_education': 'hoger onderwijs|universiteit|hogeschool|studiebeurs|université|university',
  family: 'gezin|familie|kinderen|gezin en kinderen|famille|enfants|family|children',
  'family.childcare': 'kinderopvang|crèche|creche|onthaalouder|kinderdagverblijf|garde d’enfants|childcare',
  'family.out_of_school_care': 'naschoolse opvang|voor- en naschoolse opvang',
  'family.parenting': 'opvoeding|Huis van het Kind|opvoedingsvragen|Kind en Gezin',
  'family.youth_care': 'jeugdzorg|jeugdhulp',
  'family.elderly_care': 'thuiszorg|ouderenzorg|rusthuis|gezinshulp',
  mobility: 'mobiliteit|vervoer|verplaatsing|transport|mobilité|mobility',
  'mobility.public_transport':
    'openbaar vervoer|bus|trein|De Lijn|NMBS|buspas|busabonnement|transports en commun|public transport',
  'mobility.bicycle': 'fiets|fietsen|fietsles|vélo|bicycle',
  'mobility.driving_lessons': 'rijlessen|rijschool|theorie rijbewijs|auto-école',
  'mobility.car': 'auto|wagen|voiture|car',
  leisure: 'vrije tijd|ontspanning|hobby|hobby’s|loisirs|temps libre|leisure|free time',
  'leisure.sport': 'sporten|sportclub|zwemmen',
  'leisure.culture_uitpas': 'UiTPAS|bibliotheek|bib|cultuur|bibliothèque|library',
  'leisure.youth_camps': 'speelplein|speelpleinwerking|kampen|vakantiekamp|jeugdbeweging',
  'leisure.volunteering': 'vrijwilliger|vrijwilligerswerk|bénévolat|volunteering',
  legal: 'juridisch|recht|rechten|juridique|droit|justice|legal|law',
  'legal.legal_aid': 'advocaat|pro deo|rechtsbijstand|juridische hulp|avocat|aide juridique|lawyer',
  'legal.police': 'politie|police',
  'legal.discrimination': 'racisme|discriminatie|racism',
  'legal.victim_support': 'slachtofferhulp|mensenhandel|aide aux victimes',
  'legal.court': 'rechtbank|vredegerecht|tribunal|court',
  other: 'overige|overig|anders|divers|diversen|varia|ander|autres|divers|others',
  'other.listening': 'praatje|babbel|écoute',
}
