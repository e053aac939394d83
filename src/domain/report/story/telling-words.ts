// Words by which a story tells who it is about, in Dutch, French and English; compared without case and accents.

const list = (line: string): readonly string[] => line.split('|')

export const months = list(
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|fevrier|aout|decembre|january|february|june|july|august|october|december',
)

/** Months that are an everyday word too: a date only beside a number. */
export const monthsBesideNumber = list('may|march')

export const weekdays = list(
  'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday',
)

/** From two on: "one" says nothing. Without those that mean something else too, as neuf and second. */
export const numberWords = list(
  'twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|duizend|deux|trois|quatre|cinq|six|sept|huit|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|septante|nonante|cent|mille|two|three|four|five|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand',
)

/** Places whose names a story need not be about to give somebody away. */
export const belgianPlaces = list(
  'Aalst|Aalter|Aarschot|Antwerpen|Anvers|Antwerp|Asse|Bergen|Mons|Beringen|Beveren|Bilzen|Blankenberge|Boom|Brasschaat|Brugge|Bruges|Brussel|Bruxelles|Brussels|Charleroi|Deinze|Dendermonde|Diest|Diksmuide|Doornik|Tournai|Eeklo|Geel|Genk|Gent|Gand|Ghent|Geraardsbergen|Halle|Harelbeke|Hasselt|Herentals|Heist|Ieper|Ypres|Izegem|Knokke|Kortrijk|Courtrai|Leuven|Louvain|Lier|Lokeren|Lommel|Luik|Liège|Maaseik|Mechelen|Malines|Menen|Menin|Moeskroen|Mouscron|Mol|Namen|Namur|Ninove|Oostende|Ostende|Ostend|Oudenaarde|Poperinge|Roeselare|Roulers|Ronse|Seraing|Sint-Niklaas|Sint-Truiden|Temse|Tielt|Tienen|Tongeren|Turnhout|Verviers|Veurne|Vilvoorde|Waregem|Wavre|Waver|Wetteren|Wevelgem|Zelzate|Zottegem|Zwevegem',
)

/** First names that are often heard at a desk, where a sentence may begin with them; none that is another word too. */
export const firstNames = list(
  'Aaliyah|Abdallah|Abdul|Abdullah|Abu|Adam|Ahmad|Ahmed|Aisha|Aïcha|Alexander|Ali|Amina|Amir|Anastasia|Andrei|Anna|Aram|Armen|Aslan|Ayoub|Bilal|Bram|Daria|David|Dmitri|Elena|Elif|Emine|Emma|Eva|Farid|Fatima|Fatma|Fatoumata|Hamza|Hasan|Hassan|Hussein|Ibrahim|Igor|Ilias|Imane|Irina|Ivan|Jamal|Jean|Johan|Julia|Karim|Karin|Katrien|Khadija|Khalid|Laila|Lotte|Louise|Lucas|Luc|Magomed|Malika|Mamadou|Maria|Marie|Marina|Mariam|Mehmet|Mohamed|Mohammad|Mohammed|Mourad|Mustafa|Nadia|Natalia|Nina|Noor|Nour|Olena|Olga|Oksana|Omar|Oumar|Pieter|Rachid|Ramzan|Rania|Ruslan|Said|Saïd|Salma|Samira|Sara|Sarah|Sergei|Sofia|Svetlana|Tatiana|Thomas|Valentina|Viktor|Yasmin|Yasmina|Youssef|Yusuf|Zahra|Zarema|Zeynep',
)

/** Written with a capital and told by nobody's story: languages of the desk, Belgium, and who speaks. */
export const harmlessCapitals = list(
  'I|Nederlands|Nederlandse|Frans|Franse|Engels|Engelse|Vlaams|Vlaamse|Dutch|French|English|Flemish|België|Belgisch|Belgische|Belg|Belgique|Belge|Belgium|Belgian|Vlaanderen|Flandre|Flanders|Europa|Europe',
)

/** A point behind them ends no sentence. */
export const titles = list('dhr|mevr|mw|mr|mrs|ms|mme|mlle|dr|st')
