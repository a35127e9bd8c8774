"""Every text users see, in bokmål, nynorsk and English."""

from qgis.core import QgsApplication

# key: (bokmål, nynorsk, English)
TEXTS = {
    "no-program": (
        "Fant ikke programmet navgeo. Legg det på stien, eller skriv hvor det er i miljøvariabelen NAVGEO.",
        "Fann ikkje programmet navgeo. Legg det på stigen, eller skriv kvar det er i miljøvariabelen NAVGEO.",
        "The program navgeo was not found. Put it on the path, or write where it is in the environment variable NAVGEO.",
    ),
    "cancelled": ("Stoppet.", "Stoppa.", "Stopped."),
    "failed": ("navgeo endte med kode {}.", "navgeo enda med kode {}.", "navgeo ended with code {}."),
    "group": ("Kontorstruktur og reisetid", "Kontorstruktur og reisetid", "Offices and travel times"),
    "case": ("Sak (mappe, arbeidsbok eller pakke)", "Sak (mappe, arbeidsbok eller pakke)", "Case (folder, workbook or package)"),
    "structures": ("Kontorstrukturer, f.eks. A,E (alle når tomt)", "Kontorstrukturar, t.d. A,E (alle når tomt)", "Structures, e.g. A,E (all where empty)"),
    "roads": ("Veinett (fil av en form NavGeo leser)", "Vegnett (fil av ei form NavGeo les)", "Roads (a file of any form NavGeo reads)"),
    "from": ("Fra: punkter", "Frå: punkt", "From: points"),
    "to": ("Til: punkter", "Til: punkt", "To: points"),
    "close": ("Steng en vei, f.eks. rv 7", "Steng ein veg, t.d. rv 7", "Close a road, e.g. rv 7"),
    "minutes": ("Minutter, f.eks. 15,30,45,60", "Minutt, t.d. 15,30,45,60", "Minutes, e.g. 15,30,45,60"),
    "output": ("Resultat", "Resultat", "Result"),
    "table": ("Tabell", "Tabell", "Table"),
    "rule": ("Regel", "Regel", "Rule"),
    "model": ("Modell", "Modell", "Model"),
    "sites": ("Antall tjenestesteder", "Talet på tenestestader", "Number of sites"),
    "within": ("Løfte: minutter", "Lovnad: minutt", "Promise: minutes"),
    "over": ("Hva som stenges etter tur", "Kva som blir stengt etter tur", "What is closed in turn"),
    "top": ("Antall rader i rangeringen", "Talet på rader i rangeringa", "Rows of the ranking"),
    "people": ("Folk: punkter (felt «weight» eller 1 hver)", "Folk: punkt (felt «weight» eller 1 kvar)", "People: points (field 'weight', or 1 each)"),
    "boundaries": ("Kommunegrenser (flater)", "Kommunegrenser (flater)", "Municipality boundaries (areas)"),
    "year": ("År for kommunenumrene", "År for kommunenummera", "Year of the municipality numbers"),
    "newcase": ("Ny sak (mappe som ikke finnes)", "Ny sak (mappe som ikkje finst)", "New case (a folder that does not exist)"),
    "newcase.title": ("Lag en sak av lag", "Lag ei sak av lag", "Make a case from layers"),
    "newcase.help": (
        "Lager en sak med ett kontor og ett tjenestested i hver kommune av kommunegrenser, folk og et veinett.",
        "Lagar ei sak med eitt kontor og éin tenestestad i kvar kommune av kommunegrenser, folk og eit vegnett.",
        "Makes a case with one office and one site a municipality from boundaries, people and a road network.",
    ),
    "times.title": ("Reisetider", "Reisetider", "Travel times"),
    "times.help": (
        "Minutter og kilometer fra hvert punkt til hvert punkt på veinettet, ferje og ventetid medregnet. Den som ikke når fram, får en grunn og ingen minutter.",
        "Minutt og kilometer frå kvart punkt til kvart punkt på vegnettet, ferje og ventetid medrekna. Den som ikkje når fram, får ein grunn og ingen minutt.",
        "Minutes and kilometres from every point to every point on the roads, ferries and waits included. Who does not get there has a reason and no minutes.",
    ),
    "reach.title": ("Nedslagsfelt", "Nedslagsfelt", "Catchments"),
    "reach.help": (
        "Flater som nås innen hvert antall minutter fra punktene, grensen medregnet.",
        "Flater som blir nådde innan kvart tal på minutt frå punkta, grensa medrekna.",
        "Areas reached within each number of minutes from the points, the limit included.",
    ),
    "compare.title": ("Sammenlign kontorstrukturer", "Samanlikn kontorstrukturar", "Compare structures"),
    "compare.help": (
        "Måler hver kontorstruktur mot dagens organisering og skriver én GeoPackage med lag og stiler: ruter, tjenestesteder, kommuner, veier. Tall under fem personer fortelles ikke.",
        "Måler kvar kontorstruktur mot organiseringa i dag og skriv éin GeoPackage med lag og stilar: ruter, tenestestader, kommunar, vegar. Tal under fem personar blir ikkje fortalde.",
        "Measures every structure against the baseline and writes one GeoPackage with layers and styles: cells, sites, municipalities, roads. Counts under five people are not told.",
    ),
    "regions.title": ("Bo- og arbeidsmarkedsregioner", "Bu- og arbeidsmarknadsregionar", "Labour-market regions"),
    "regions.help": (
        "Deler kommunene i saken i regioner etter pendling og reisetid og skriver dem som flater.",
        "Deler kommunane i saka i regionar etter pendling og reisetid og skriv dei som flater.",
        "Divides the municipalities of the case into regions by commuting and travel times and writes them as areas.",
    ),
    "site.title": ("Plassering av tjenestesteder", "Plassering av tenestestader", "Siting"),
    "site.help": (
        "De beste stedene for så mange tjenestesteder, med en bevist grense for hvor mye bedre det kan bli.",
        "Dei beste stadene for så mange tenestestader, med ei prova grense for kor mykje betre det kan bli.",
        "The best places for so many sites, with a proven bound on how much better it can get.",
    ),
    "sweep.title": ("Steng alt etter tur", "Steng alt etter tur", "Close everything in turn"),
    "sweep.help": (
        "Stenger hver veilenke, hver ferje eller hvert tjenestested etter tur, eller slår sammen nabokontorer, og skriver dem som rammer flest som punkter.",
        "Stengjer kvar veglenke, kvar ferje eller kvar tenestestad etter tur, eller slår saman nabokontor, og skriv dei som råkar flest som punkt.",
        "Closes every road link, every ferry or every site in turn, or merges neighbouring offices, and writes those that matter most as points.",
    ),
}


def say(key):
    """A text in the language QGIS speaks; English where that is neither bokmål nor nynorsk."""
    locale = QgsApplication.locale().lower()
    bokmaal, nynorsk, english = TEXTS[key]
    return nynorsk if locale.startswith("nn") else bokmaal if locale.startswith(("nb", "no")) else english
