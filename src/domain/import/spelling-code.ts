import { themeSpellings } from './spelling-theme.ts'

/** Spellings of codes of the city's own lists, beside its labels and synonyms; a city without the code has none of them. */
export const codeSpellings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  theme: themeSpellings,
  client_kind: {
    woman:
      'vrouwen|mevrouw|mevr|mevr.|mw|mw.|moeder|mama|vr|vr.|vrouwelijk|F|female|femmes|mme|madame|féminin|women|lady|mother',
    man: 'mannen|meneer|mijnheer|dhr|dhr.|de heer|vader|papa|mannelijk|H|male|hommes|monsieur|mr|m.|masculin|men|father',
    family:
      'gezinnen|gezin met kinderen|ouders|ouder met kind|moeder met kind|moeder en kind|man en vrouw|echtpaar|koppels|familles|couple|parents|families|household',
    group: 'groepen|klas|groupes|groups',
  },
  asked_by: {
    self: 'zelf gevraagd|zichzelf|klant|cliënt|klant zelf|cliënt zelf|persoon zelf|de persoon zelf|lui-même|elle-même|soi-même|client|self|himself|herself',
    family:
      'gezin|familielid|partner|echtgenoot|echtgenote|dochter|zoon|kind|kinderen|moeder|vader|ouder|ouders|broer|zus|nicht|neef|membre de la famille|conjoint|conjointe|mari|épouse|fille|fils|mère|père|frère|sœur|relative|husband|wife|daughter|son|mother|father|parent|parents|brother|sister',
    acquaintance:
      'kennissen|vriend|vriendin|vrienden|buur|buurman|buurvrouw|buren|collega|vrijwilliger|ami|amie|voisin|voisine|connaissances|bénévole|friend|neighbour|neighbor|volunteer',
    professional:
      'hulpverleners|professional|professioneel|maatschappelijk werker|maatschappelijk assistent|MA OCMW|dienst|organisatie|school|leerkracht|OCMW|CAW|arts|huisarts|brugfiguur|begeleider|trajectbegeleider|assistant social|assistante sociale|service|école|CPAS|social worker|teacher',
  },
  language_help: {
    none: 'nee|neen|geen|geen hulp|geen tolk|zonder tolk|niet nodig|non|aucun|aucune|pas besoin|pas nécessaire|sans interprète|no|not needed|no interpreter',
    guide:
      'toeleider|toeleidster|door toeleider|door de toeleider|ikzelf|wijzelf|accompagnateur|accompagnatrice|guide',
    interpreter_on_site:
      'tolk ter plaatse|tolk aanwezig|interprète sur place|interpreter on site|on-site interpreter',
    interpreter_phone:
      'telefoontolk|tolk telefoon|tolk per telefoon|tolk via telefoon|tolk aan de telefoon|telefonische tolk|interprète par téléphone|interprète téléphone|phone interpreter|telephone interpreter',
    interpreter_video:
      'videotolk|tolk video|tolk via video|webcamtolk|webcam|interprète vidéo|interprète par vidéo|video interpreter',
    family:
      'familie|familielid|kennis|vriend|vriendin|partner|buur|buurvrouw|buurman|famille|ami|amie|connaissance|family|friend|acquaintance|relative',
    child: 'kind|kinderen|kind tolkt|kind vertaalt|enfant|enfants|child|children',
  },
  status: {
    newcomer:
      'nieuwkomers|nieuwkomer < 1 jaar|recent aangekomen|newcomers|primo-arrivants|primo arrivant|primo-arrivante|nouvel arrivant|nouvelle arrivante|nouveaux arrivants',
    in_programme:
      'inburgeraars|in inburgering|inburgering lopend|volgt inburgering|inburgering bezig|inburgeringstraject|en parcours|parcours en cours|parcours d’intégration',
    former_programme:
      'oud inburgeraar|oudinburgeraar|oud-inburgeraars|ex-inburgeraar|inburgering afgerond|inburgering klaar|inburgering gedaan|inburgering voltooid|ancien inburgeraar|parcours terminé',
    long_settled: 'oudkomers|"oudkomer"|oud-komer|al langer hier|langer in België|établi|établie|settled',
    no_legal_stay:
      'mensen zonder wettig verblijf|geen wettig verblijf|zonder papieren|ZWV|MZWV|onwettig verblijf|irregulier|sans papiers|sans-papiers|sans séjour|séjour irrégulier|without legal residence|undocumented',
    minor: 'minderjarigen|minderjarig|kind|jongere|-18|mineurs|mineure|minors|child|NBMV',
    other:
      'overige|overig|anders|EU-burger|EU|EU burger|unieburger|Europeaan|asielzoeker|asielzoekers|verzoeker om internationale bescherming|VIB|tijdelijk ontheemde|tijdelijke bescherming|student|studente|Belg|Belgische|toerist|bezoeker|autres|citoyen UE|demandeur d’asile|demandeuse d’asile|étudiant|étudiante|belge|others|EU citizen|asylum seeker|student|Belgian|visitor',
  },
  who_did_it: {
    done_for:
      'toeleider|door toeleider|de toeleider|toeleider deed het|voor de klant|in de plaats|wij|ik|fait par le guide|par le guide|à la place|guide|done for',
    done_together:
      'samen met klant|samen met de klant|samen met cliënt|samen gebeld|beide|allebei|ensemble|together|both',
    done_self_supported:
      'zelf met steun|zelf met ondersteuning|zelf onder begeleiding|met hulp|avec aide|seul avec aide|with help|with support',
    done_self: 'zelfstandig|klant|cliënt|klant zelf|cliënt zelf|lui-même|elle-même|client',
    not_applicable: 'n.v.t.|nvt|n/a|sans objet',
  },
  action: {
    clarify: 'vraagverheldering|verhelderd|vraag verhelderen|verheldering|clarification|clarified',
    inform:
      'informatie|info|info gegeven|geïnformeerd|informeren|uitleg|uitleg gegeven|information|informé|informed|explained',
    explain_letter:
      'brief gelezen|brief uitgelegd|brief lezen|brief uitleggen|brieven gelezen|lettre expliquée|lettre lue|letter explained|letter read',
    fill_form:
      'formulier invullen|formulieren ingevuld|formulier|ingevuld|formulaire|remplir un formulaire|form filled in',
    phone:
      'telefoon|telefoneren|gebeld|bellen|telefoongesprek|opgebeld|samen gebeld|telefonisch contact|téléphone|téléphoné|appel|phone|called|phoned',
    register_service:
      'ingeschreven|inschrijven|inschrijving|geregistreerd|inscription|inscrit|registered|registration',
    look_up: 'opgezocht|opzoeken|opzoekwerk|info opgezocht|informatie opzoeken|recherche|cherché|looked up',
    appointment: 'afspraak|afspraak maken|afspraak vastgelegd|afspraak geregeld|rendez-vous|rdv|appointment',
    language_help:
      'getolkt|tolken|vertaald|vertalen|taalhulp|vertaling|traduction|traduit|interprété|translated|interpreted',
    accompany:
      'meegaan|meegegaan naar dienst|meegegaan naar afspraak|accompagné|accompagnée|accompanied|went with',
    refer:
      'doorverwijzing|doorverwijzen|verwezen|doorgestuurd|orientation|orienté|réorienté|referral|referred',
    warm_handover:
      'toegeleid|toeleiding|warme doorverwijzing|warme overdracht|warm overgedragen|orientation accompagnée|warm referral',
    activate:
      'geactiveerd|gemotiveerd|aangemoedigd|activeren|motiveren|encouragé|activated|motivated|encouraged',
    listen: 'luisteren|luisterend oor|geluisterd naar|écoute|listening',
    follow_up: 'opvolging|opvolgen|opgevolgd dossier|suivi|follow-up',
    signal: 'signaal|signaleren|gemeld|signalement|signal',
  },
  outcome: {
    answered:
      'opgelost|afgehandeld|afgewerkt|afgerond|in orde|ok|oké|klaar|gelukt|voltooid|gedaan|résolu|réglé|terminé|solved|resolved|done|closed',
    referred_pending:
      'doorverwezen|doorverwijzing|verwezen|wacht op antwoord|in afwachting|orienté|réorienté|en attente|referred|pending',
    referred_not_helped: 'niet geholpen|pas aidé|not helped',
    no_offer:
      'hiaat|geen oplossing|niets gevonden|geen dienst|pas d’offre|aucune offre|aucune solution|no offer|no solution|gap',
    client_stopped:
      'niet teruggekomen|kwam niet terug|niet meer teruggekomen|niet komen opdagen|afgehaakt|gestopt|n’est pas revenu|pas revenue|abandonné|did not return|no show|dropped out',
    open: 'loopt|lopend|lopende|bezig|nog bezig|in behandeling|op te volgen|opvolgen|opvolging|openstaand|ouvert|à suivre|ongoing|in progress',
  },
  barrier: {
    language:
      'taalbarrière|taalprobleem|taalproblemen|taaldrempel|Nederlands|spreekt geen Nederlands|barrière linguistique|barrière de la langue|language barrier',
    knowledge:
      'kennis|onbekend aanbod|kent het aanbod niet|weet niet waar|gebrek aan informatie|gebrek aan info|connaissance|manque d’information|lack of information',
    digital:
      'digitale drempel|digitale kloof|internet|computer|geen computer|geen internet|fracture numérique|digital divide',
    paperwork:
      'administratie|administratief|papieren|papierwerk|ingewikkeld|procedure|procedures|bureaucratie|administration|complexité|bureaucracy|complexity',
    status_condition:
      'statuut|verblijfsstatuut|voorwaarde|voorwaarden|voldoet niet aan de voorwaarden|statut|conditions|condition|residence status',
    cost: 'kost|kostprijs|geld|te duur|duur|prijs|financieel|prix|trop cher|argent|price|money|too expensive',
    waiting_list:
      'wachttijd|wachttijden|wachtlijsten|lange wachttijd|délai|délais|temps d’attente|waiting time|waiting lists',
    opening_hours: 'uren|openingstijden|gesloten|horaires|heures|fermé|hours|closed',
    distance:
      'afstand|vervoer|mobiliteit|ver|te ver|bereikbaarheid|transport|mobilité|trop loin|accessibilité|too far|accessibility',
    trust: 'vertrouwen|angst|schrik|wantrouwen|schaamte|confiance|peur|méfiance|honte|fear|shame',
    discrimination: 'racisme|racism',
    desk_attitude:
      'onthaal|onvriendelijk|onvriendelijkheid|onvriendelijk onthaal|accueil|mauvais accueil|reception|unfriendly',
    no_service: 'hiaat|geen aanbod|geen dienst|lacune|pas d’offre|aucun service|gap|no offer',
  },
  channel: {
    desk: 'loket|aan loket|balie|onthaal|ter plaatse|fysiek|op kantoor|kantoor|permanentie|zitdag|langsgekomen|in persoon|guichet|sur place|en personne|au bureau|permanence|desk|in person|walk-in|office',
    phone:
      'tel|tel.|telefonisch|per telefoon|gebeld|gsm|par téléphone|tél|tél.|appel|by phone|telephone|call',
    message:
      'mail|mails|mail(s)|e-mail|email|per mail|via mail|mailtje|sms|whatsapp|messenger|chat|brief|bericht whatsapp|courriel|par mail|par e-mail|texto|text message',
    home_visit: 'aan huis|thuis|bij klant thuis|thuisbezoek|op huisbezoek|à domicile|visite domicile|at home',
    outreach:
      'outreach|outreachend|vindplaats|vindplaatsgericht|straat|op straat|in de wijk|onderweg|elders|op verplaatsing|markt|moskee|dans la rue|en rue|street',
  },
  origin: {
    came_self:
      'zelf|spontaan|uit zichzelf|eigen initiatief|op eigen initiatief|zelf gekomen|zelf langsgekomen|kwam spontaan|de lui-même|spontanément|spontané|de sa propre initiative|own initiative|walk-in|self',
    approached: 'aangesproken|door ons aangesproken|wij|outreach|approché|abordé|approached',
    sent_service:
      'doorgestuurd|doorverwezen|doorverwezen door dienst|via dienst|dienst|OCMW|via OCMW|VDAB|via VDAB|stad|stadhuis|gemeente|Agentschap Integratie|CAW|envoyé|orienté par un service|service|CPAS|referred|sent by service',
    sent_bridge_figure:
      'brugfiguur|via brugfiguur|school|via school|leerkracht|relais|école|bridge figure|teacher',
    returning:
      'terug|teruggekomen|terugkerend|kent ons|al klant|vaste klant|opvolging|vervolg|revenu|revenue|déjà client|returning|came again',
  },
}
