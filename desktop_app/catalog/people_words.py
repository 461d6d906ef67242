"""The words around people's names: what introduces them, what they do, what belongs to a name."""

from __future__ import annotations

from desktop_app.base import names
from desktop_app.catalog.table import table

NAME_INTRODUCERS = table("with by featuring feat ft con avec par guest speaker interviews w")
"""After these a full name is a speaker's name."""

COMPANIONS = table("compañero compañera compa coordina")
"""Spanish and French words for one of us, or for who leads: a first name may follow."""

STORIES = table("témoignage partage testimonio historial")
"""Before "de" a first name is whose story it is."""

ROLES = table("author therapist psychologist psychiatrist comedian musician counselor")
"""What people are; after these two words in capitals are a name, known or not."""

MADE = table(
    """
    talk talks meditation reflection reflections led read presented guided given offered hosted
    taught interview conversation q&a sermon lecture charla méditation meditación
    """
)
"""Before "by" these make a name of two words in capitals, known or not."""

MEETS = table("interview conversation")
"""The same before "with"."""

TALK_WORDS = table(
    """
    talks talking speaks shares tells discusses leads explains reads says habla comparte parle
    partage raconte cuenta témoigne nos
    """
)
"""What a speaker does."""

DEGREES = table("phd md dc do ma ms psyd lcsw lmft rn edd esq jd mft lac cadc")
"""What stands after a name and a comma and is no place."""

COUPLES = frozenset({("joe", "charlie"), ("charlie", "joe")})
"""Couples so well known that nothing need stand between them."""

NOT_A_SPEAKER_AFTER = table(
    """
    of about for remembering honoring honouring to like against tribute memory versus vs without
    meets what sobre à qué was
    """
)
"""After these a name is what the talk is about ("friends of Bill W.")."""

MENTIONED = table(
    """
    letter letters message lesson lessons quotes sponsored inspired founded written dedicated
    wisdom story
    """
)
"""Before "from", "by" or "of" they make a name one that is only mentioned."""

HISTORIC = table("jung silkworth tiebout buchman ebby lois nuestro")
"""People of the early days, of whom titles tell: alone they are a topic."""

TOLD_OF = frozenset(
    frozenset(pair.split())
    for pair in (
        "bill bob", "bill lois", "mary joseph", "mary martha", "ruth naomi", "jacob rachel",
        "abraham sarah", "peter paul", "david jonathan", "hansel gretel", "dick jane",
    )
)  # fmt: skip
"""Couples of whom titles tell."""

SURNAMES_TOO = table("grace young day love hope joy lake park hall house church rivers story")
"""Words of the field that are surnames where a given name stands before and nothing after."""

GERUND_SURNAMES = table(
    """
    fleming keating manning harding browning king golding dowling pickering hastings downing
    harting cushing darling sterling wilding canning channing ewing golding goring gosling
    hocking jennings keeling ling ming ping rawling schilling spaulding starling stebbing
    ting waring whiting
    """
)
"""Surnames in -ing; with any other the given name is a word too ("Bill Paying")."""

PARTICLES = table("van der den von de la del di da ten ter le al bin st")
"""Small words inside a surname."""

TITLED = table(
    """
    dr fr rev rabbi ajahn bhante ayya lama roshi msgr swami sayadaw ven venerable geshe khenpo
    thich dra bhikkhu bhikkhuni padre soeur sœur frère
    """
)
"""Titles that make a name of any word after them."""

NICKNAMED = table(
    """
    judge sugar barefoot uncle aunt auntie mama papa wild padrino madrina doctor sr father sister
    brother pastor deacon big little lil wee cowboy père hermano hermana
    chaplain reverend sgt capt captain colonel gov hon chief nana granny mother professor prof don
    doña
    """
)
"""Words that belong to the given name after them."""

HONORIFICS = TITLED | NICKNAMED

ABBREVIATED_TITLES = table("dr fr rev msgr ven sgt capt gov hon prof")
"""In file names they lost their full stop."""

EPISODE = table("ep episode no show talk # : - –")
"""What may stand with a number before the guest's name."""

LENGTHS = table("years yrs year yr months days años ans jours")
"""What sobriety is counted in."""

FRAMES = table(
    """
    panel listener listener's speaker speakers sober clean sobriety meeting newcomer share
    share-a-thon shares sharing member oldtimer intergroup birthday tema
    step steps paso pasos étape étapes
    """
)
"""Where one of these is in the title a first name that stands alone at its end is who speaks."""

SUFFIXES = names.SUFFIXES
