"""The words that titles of recorded talks are made of: the tables behind the rules.

Everything is in lower case and without full stops. A word is added here when a whole kind
of titles needs it, never to bend one title into shape.
"""

from __future__ import annotations

from desktop_app.base import names
from desktop_app.catalog.table import table

SPEAKER_WORDS = table(
    "speaker speakers speaking member share shares sharing story orador oradora conférencier"
)
"""Words that tie a fellowship or a name to the person who talks."""

EVENT_HEADS = table(
    """
    convention conference conferences roundup round-up retreat workshop jamboree speakerjam
    assembly anniversary celebration banquet dinner breakfast luncheon picnic campout camp-out
    rally marathon-meeting soberfest fest festival hootenanny gathering seminar intergroup
    symposium convocation speakathon convención convencion conferencia taller retiro congreso
    congrès convention/roundup atelier retraite group club clubhouse meeting groupe grupo
    """
)
"""The last word of an event's name."""

MEETING_WORDS = (
    EVENT_HEADS
    | SPEAKER_WORDS
    | {"world", "area", "regional", "fellowship", "tape", "step", "steps"}
)

HELD = EVENT_HEADS | table("fling soirée jornada jornadas")
HELD -= table("club clubhouse group groupe grupo meeting festivale")
"""The last words of names that are an event's and no group's."""

GREAT = table(
    """
    convention conference roundup round-up retreat assembly rally jamboree gathering festival
    congress congreso convención congrès
    """
)
"""What is held under a name, whatever it is ("Road to Recovery Convention")."""

STUDIES = table("workshop seminar taller atelier symposium")
"""What is named after its topic, which is no event's name ("Traditions Workshop")."""

HEADS_FIRST = table("congreso convención convencion conferencia congrès retiro")
"""Spanish and French ones, which stand at the beginning of the name."""

MEALS = table("banquet breakfast dinner lunch luncheon picnic")
"""A fellowship before it is name enough, also in lower case ("Al-Anon luncheon")."""

CIRCLES = table("group club groupe grupo")
"""The last words of names of groups."""

DAYS_OF = table("founders founder's unity gratitude service")
"""Before "Day"."""

NAMED_EVENTS = {
    "fellowship": (("fellowship", "of", "the", "spirit"),),
    "speaker": (("speaker", "jam"),),
    "living": (("living", "sober"),),
    "day": (("day", "of", "courage"), ("day", "of", "sharing")),
    "birthday": (("birthday", "party"),),
}
"""First word → events that have none of the usual last words."""

SEASONS = table(
    """
    spring summer fall autumn winter annual state national international regional area district
    spiritual women's men's womens mens
    """
)
"""Words in an event's name that may be in lower case."""

GENERIC = table(
    """
    the a an at in on of and or for with by to from speaker speakers open closed group meeting
    club annual first second third workshop panel aa al-anon na study book big step steps
    convention conference roundup retreat speaking sponsorship recovery
    """
)
"""An event's name must hold more than these."""

MONTHS = table(
    """
    january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec enero febrero marzo abril mayo junio julio
    agosto septiembre octubre noviembre diciembre janvier février mars avril mai juin juillet
    août septembre octobre novembre décembre
    """
)

NUMBERS = {
    word: value
    for value, row in enumerate(
        (
            "one first 1st i uno una primer primero primera un une premier première",
            "two second 2nd ii dos segundo segunda deux deuxième deuxieme",
            "three third 3rd iii tres tercer tercero tercera trois troisième troisieme",
            "four fourth 4th iv cuatro cuarto cuarta quatre quatrième quatrieme",
            "five fifth 5th v cinco quinto quinta cinq cinquième cinquieme",
            "six sixth 6th vi seis sexto sexta sixième sixieme",
            "seven seventh 7th vii siete séptimo septimo séptima sept septième septieme",
            "eight eighth 8th viii ocho octavo octava huit huitième",
            "nine ninth 9th ix nueve noveno novena neuf neuvième",
            "ten tenth 10th x diez décimo decimo décima dix dixième",
            "eleven eleventh 11th xi once undécimo undecimo onze onzième",
            "twelve twelfth 12th xii doce duodécimo duodecimo douze douzième",
        ),
        start=1,
    )
    for word in row.split()
}
NUMBERS |= {
    f"{value}{ending}": value
    for value in range(1, 13)
    for ending in ("e", "er", "re", "ère", "ème", "eme", "º", "ª", "°")
}
"""Numbers in words, Roman numerals and ordinals, one to twelve."""

ORDINALS = frozenset(
    word
    for word in NUMBERS
    if word[0].isdigit()
    or word.endswith(
        ("st", "nd", "rd", "th", "ème", "eme", "er", "ero", "era", "to", "ta", "vo", "mo")
    )
    or word in {"second", "third", "segundo", "segunda", "noveno"}
) - {"uno", "cuatro"}
"""Those that stand before what they count ("the fourth step")."""

STEP_WORDS = table("step steps paso pasos étape étapes etape etapes steg schritt passo passos")
PART_WORDS = table(
    """
    part pt parte partie teil tape tapes disc disk cd session sesión séance cassette week talk
    lecture lesson class volume vol clase lección leçon charla
    """
)
RETREATS = table("retreat retreats workshop weekend sesshin retiro retraite seminar")
"""In their titles a day is a part."""
NUMBERED = table("study studies workshop series class session seminar weekend retreat week course")
"""After these "#3" is a part."""
COUNTED_OTHERWISE = STEP_WORDS | table(
    """
    tradition traditions concept concepts chapter page episode ep psalm region district area
    room no number vol catch top season verse proverbs john luke mark matthew day principle
    promise promises insight
    """
)
"""After these a number is none of a part."""
OF_WORDS = table("of de sur von out")
THROUGH = frozenset({"-", "–", "—", "to", "thru", "through", "a", "à", "al"})
JOINS = names.JOINS

NOT_A_YEAR_AFTER = table(
    "since episode ep page pages room born before until number no chapter issue clean sober #"
)

PREPOSITIONS = table(
    """
    in at from of on the a an to for with by and or near en el la los las de del dans le les au
    aux is are was were how what when where who why your my our his her their its this that as
    it be am not no do does can will i we you he she they about into through than but if
    """
)

TOPICS = table(
    """
    alcoholic alcoholics alcoholism anonymous addict addicts addiction recovery recovered sober
    sobriety clean serenity courage gratitude surrender acceptance hope faith grace joy love
    fear anger resentment resentments inventory amends prayer meditation guided mindfulness
    breath god higher power spirit spiritual spirituality awakening program programme fellowship
    sponsor sponsorship sponsors service unity literature reading readings reflection
    reflections daily today tomorrow monday tuesday wednesday thursday friday saturday sunday
    morning evening night week weekend day days year years chapter page pages story stories talk
    talks tape tapes speaker speakers panel topic topics lesson lessons special bonus best
    episode ep show podcast radio interview interviews discussion question questions answers
    answer study book big blue basic text tradition traditions step steps concept concepts
    promise promises principle principles history archive archives founder founders cofounder
    co-founder old timer oldtimer newcomer young people women women's men men's lgbt family
    families group plan vitamin type class grade group side track volume vol section part tape
    disc room hall hepatitis generation gen model letter letters option exhibit appendix team
    block unit level phase session note notes mr mrs ms miss life living way road path journey
    new happy welcome introduction intro update trailer season series opening closing keynote
    main event events live zoom online recording recorded transcript audio video mp3 part new
    old home house center centre church school college university hotel resort park lake
    mountain river island valley county city state national international regional world area
    district primary purpose secular agnostic body scan sleep kindness loving compassion sitting
    walking practice retreat dharma buddha metta insight goes comes returns tells meets makes
    finds remembers learns discovers overcomes quits stops begins grows lives dies works comes
    says asks takes gets wins loses learns ph phd
    """
)
"""Words of the field, of shows and of titles that are no part of anybody's name."""
