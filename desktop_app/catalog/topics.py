"""What a talk is about: a table of topics, and the words that speak for each of them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import filterfalse

from desktop_app.catalog.table import phrases

_TABLE: dict[str, str] = {
    "acceptance": """
        acceptance| accept| accepting| accepted| letting go| let go| let go and let god| lifes
        terms| powerless over people| aceptacion| aceptar| soltar| acceptation| accepter| lacher
        prise| lacher-prise""",
    "amends": """
        amends| amend| making amends| living amends| step 9| step nine| ninth step| 9th step|
        steps 8| steps eight| step 8| step eight| eighth step| 8th step| restitution|
        reparacion| reparaciones| reparar el dano| enmiendas| reparations| amende honorable""",
    "anger": "anger| angry| rage| temper| wrath| enojo| rabia| colere",
    "attitude": "attitude| attitudes| outlook| point of view| actitud| actitudes",
    "awakening": """
        spiritual awakening| spiritual experience| awakening| awakenings| vital spiritual
        experience| conversion| despertar espiritual| despertar| eveil spirituel| reveil
        spirituel""",
    "big book": """
        big book| big book study| doctors opinion| the doctors opinion| bills story| there is a
        solution| more about alcoholism| we agnostics| how it works| into action| working with
        others| to wives| the family afterward| to employers| a vision for you| libro azul|
        libro grande| gros livre| grand livre| basic text| texto basico""",
    "boundaries": "boundaries| boundary| limites| saying no| enabling| enabler",
    "carrying the message": """
        carrying the message| carry the message| step 12| step twelve| twelfth step| 12th step|
        twelfth step work| 12th step work| llevar el mensaje| transmettre le message""",
    "character defects": """
        character defects| defects of character| defects| shortcomings| step 6| step six| sixth
        step| 6th step| step 7| step seven| seventh step| 7th step| steps 6| steps six| drop the
        rock| defectos de caracter| defectos| defauts de caractere| defauts""",
    "denial": "denial| negacion| deni",
    "depression": """
        depression| depressed| suicide| suicidal| despair| bottom| hitting bottom| dark night|
        depresion| desesperacion| desespoir""",
    "detachment": """
        detachment| detaching| detach| detach with love| detachment with love| live and let
        live| desprendimiento| desapego| detachement""",
    "emotional sobriety": """
        emotional sobriety| emotional recovery| emotional maturity| sobriedad emocional|
        sobriete emotionnelle""",
    "faith": """
        faith| belief| believing| came to believe| came to believe| trust| trusting god| step 2|
        step two| second step| 2nd step| confianza| creer| foi| confiance""",
    "family": """
        family| families| parents| parenting| mother| father| mothers| fathers| daughter|
        daughters| sons| children| family disease| family afterward| familia| familias| hijos|
        madre| padre| famille| enfants""",
    "fear": """
        fear| fears| fearless| afraid| anxiety| worry| miedo| miedos| temor| peur| peurs|
        angoisse""",
    "fellowship": """
        fellowship| home group| homegroup| unity| belonging| togetherness| hermandad|
        comunidad| unidad| grupo base| fraternite| unite| appartenance""",
    "food and body": """
        abstinence| food plan| binge| body image| bulimia| anorexia| compulsive eating""",
    "forgiveness": """
        forgiveness| forgiving| forgive| forgiven| self-forgiveness| perdon| perdonar| pardon|
        pardonner""",
    "freedom": "freedom| free at last| new freedom| liberation| libertad| liberte",
    "gratitude": """
        gratitude| grateful| gratefulness| thankful| thankfulness| thanksgiving| gratitud|
        agradecimiento| agradecido| gratitude list| reconnaissance""",
    "grief": """
        grief| grieving| grieve| bereavement| mourning| death of| duelo| deuil""",
    "guilt and shame": "guilt| shame| shameful| guilty| culpa| verguenza| culpabilite| honte",
    "happiness": "happiness| happy joyous and free| joy| joyous| joy of living| felicidad|"
    "alegria| bonheur| joie de vivre",
    "higher power": """
        higher power| god| god as we understood him| god of my understanding| power greater than
        ourselves| spirituality| spiritual| poder superior| dios| espiritualidad| puissance
        superieure| dieu| spiritualite""",
    "history": """
        history| aa history| founders| founder| cofounder| co-founder| early days| oxford group|
        archives| pioneers| old timers| oldtimers| historia de aa| histoire des aa""",
    "honesty": """
        honesty| honest| rigorous honesty| truth| truthful| lying| step 5| step five|
        fifth step| 5th step| confession| honestidad| honradez|
        sinceridad| honnetete| franchise""",
    "hope": "hope| hopeless| hopelessness| hopeful| esperanza| espoir| esperance",
    "humility": "humility| humble| humbly| humildad| humilde| humilite",
    "humor": "humor| humour| laughter| laughing| not a glum lot| rule 62",
    "illness": "illness| cancer| chronic pain| hospital| enfermedad| maladie| disease concept",
    "inventory": """
        inventory| moral inventory| fourth step| 4th step| step 4| step four| step 10| step ten|
        tenth step| 10th step| inventario| cuarto paso| paso cuatro| inventaire| quatrieme
        etape""",
    "loneliness": "loneliness| lonely| alone| isolation| soledad| aislamiento| solitude| isolement",
    "love": "love| loving| unconditional love| amor| amour",
    "meditation": """
        meditation| meditating| meditate| mindfulness| mindful| step 11| step eleven| eleventh
        step| 11th step| quiet time| meditacion| atencion plena| pleine conscience""",
    "men": "mens| men in recovery| mens panel| hombres| hommes",
    "money": "money| debt| debting| finances| financial| prosperity| solvency| dinero| deudas|"
    "argent| dettes",
    "newcomers": """
        newcomer| newcomers| beginner| beginners| beginners meeting| early sobriety| first year|
        welcome newcomers| recien llegado| recien llegados| principiantes| nouveau venu|
        nouveaux| nouveaux venus""",
    "one day at a time": """
        one day at a time| day at a time| just for today| living in the now| 24 hours| twenty
        four hours| solo por hoy| un dia a la vez| un jour a la fois| juste pour aujourdhui""",
    "powerlessness": """
        powerless| powerlessness| unmanageable| unmanageability| step 1| step one| first step|
        1st step| impotencia| impotente| primer paso| impuissance| premiere etape""",
    "prayer": """
        prayer| prayers| praying| pray| third step prayer| seventh step prayer| oracion|
        oraciones| orar| rezar| priere| prieres| prier""",
    "relapse": """
        relapse| relapsing| relapsed| relapse prevention| slip| slips| slipping| coming back|
        chronic relapser| recaida| recaidas| rechute| rechutes""",
    "relationships": """
        relationship| relationships| marriage| married| romance| dating| intimacy| divorce|
        couples| partners| relaciones| matrimonio| pareja| relations""",
    "resentment": "resentment| resentments| resentful| grudge| grudges| resentimiento|"
    "resentimientos| ressentiment| ressentiments",
    "self-esteem": "self esteem| self-esteem| self worth| self-worth| self care| self-care|"
    "autoestima| estime de soi",
    "selfishness": "selfishness| self-centeredness| selfish| self will| self-will| ego| self-pity|"
    "self pity| egoismo| egocentrismo| egoisme",
    "serenity": "serenity| peace of mind| inner peace| peace| serenidad| paz| serenite| paix",
    "service": """
        service| being of service| service work| general service| gsr| serving others|
        usefulness| servicio| servir| servicios generales| services generaux""",
    "sex": "sex| lust| sexual recovery| sexual sobriety| pornography| intrigue| lujuria| luxure",
    "slogans": """
        slogans| slogan| easy does it| first things first| keep it simple| think think think|
        keep coming back| progress not perfection| lemas| lema""",
    "sponsorship": """
        sponsorship| sponsor| sponsors| sponsoring| sponsee| sponsees| apadrinamiento| padrino|
        padrinos| madrina| parrainage| parrain|
        marraine""",
    "step work": """
        twelve steps| 12 steps| the steps| step study| step workshop| working the steps| doce
        pasos| los pasos| douze etapes| les etapes""",
    "surrender": """
        surrender| surrendering| surrendered| turning it over| turn it over| step 3| step three|
        third step| 3rd step| rendicion| rendirse| entrega| tercer paso| capitulation|
        abandon| troisieme etape""",
    "the promises": "the promises| promises| ninth step promises| 9th step promises| promesas|"
    "las promesas| promesses",
    "tools": "tools of recovery| tools| toolbox| herramientas| outils",
    "traditions": """
        traditions| tradition| twelve traditions| 12 traditions| concepts| twelve concepts| 12
        concepts| singleness of purpose| anonymity| primary purpose| tradiciones| tradicion|
        conceptos| anonimato| anonymat| concepts de service""",
    "trauma": "trauma| abuse| ptsd| incest| survivor| inner child| reparenting| nino interior|"
    "enfant interieur",
    "willingness": "willingness| willing| open-mindedness| open mindedness| open mind| open-minded|"
    "buena voluntad| bonne volonte",
    "women": "women| womens| women in recovery| womens panel| mujer| mujeres| femmes",
    "work": "career| workplace| unemployment| workaholism| workaholic| trabajo| travail",
    "young people": "young people| young peoples| ypaa| icypaa| jovenes| jeunes| teens| alateen",
}  # fmt: skip
"""Topic → the words and phrases that speak for it (English, Spanish, French), in lower case and
without accents and apostrophes; the longest phrase that fits counts."""

_NOTHING = phrases(
    """
    7th tradition| adult children| adult children of alcoholics| al-anon family groups|
    big book speaker| closing prayer| co-dependents| customer service| dear god| debtors anonymous|
    ego the podcast| experience strength and hope| family group| family groups| father bill|
    father ed| father joe| father john| father martin| father of| father tom| fellowship hall|
    fellowship house| fellowship of the spirit| free of charge| general service conference|
    general service office| good god| group conscience| grupos de familia| hope fiend| hope radio|
    id love| lords prayer| los angeles| love addicts| love addicts anonymous| love to hear|
    mother of| music by| oh my god| opening prayer| oracion de la serenidad|
    our primary purpose group| peace be| pink cloud| prayer list| priere de la serenite|
    primary purpose big book| primary purpose group| serenity club| serenity prayer|
    service announcement| seventh tradition| seventh tradition basket| sex addicts anonymous|
    sex and love addicts| sex and love addicts anonymous| sex love addicts anonymous|
    sexual recovery anonymous| slip up| spiritual breakfast| spiritual meeting| spiritual speaker|
    strength and hope| support this podcast| terms of service| thank god| wed love|
    wed love to hear| women for sobriety| world service conference| world service convention|
    world service office| would love| young people in aa
    """
)
"""Phrases that hold such words and say nothing of a talk."""

_COMMON = phrases(
    "love| family| work| men| women| sex| money| higher power| fellowship| serenity| hope|"
    " illness| young people| big book| step work| service|"
    " history| tools| attitude| faith| depression| happiness| freedom"
)
"""Topics whose words are in the notes of any talk: there one hit says nothing."""

TOPICS: tuple[str, ...] = tuple(sorted(_TABLE))
"""The keys of the topics, in alphabetical order."""

_TAG = re.compile(r"<[^<>]*>|&#?\w+;")
_WORD = re.compile(r"[a-z0-9]++(?:-[a-z0-9]++)*+")
"""The second "+" of each: what was taken is not given back, since no other cut would fit."""
_OPENING = 300
"""Characters of the notes that tell of the talk itself before they tell of the show."""
_NOTES = 1500


def _by_phrase() -> dict[str, str]:
    found = dict.fromkeys(_NOTHING, "")
    for topic in TOPICS:
        for phrase in phrases(_TABLE[topic]):
            found.setdefault(phrase, topic)
    return found


def _by_first_words() -> dict[str, dict[str, tuple[int, ...]]]:
    found: dict[str, dict[str, set[int]]] = {}
    for phrase in _TOPIC_OF:
        first, *others = phrase.split()
        after = found.setdefault(first, {})
        if others:
            after.setdefault(others[0], {1}).add(1 + len(others))
    return {
        first: {second: tuple(sorted(lengths, reverse=True)) for second, lengths in after.items()}
        for first, after in found.items()
    }


_TOPIC_OF = _by_phrase()
"""Phrase → its topic, "" for those that say nothing."""
_LENGTHS = _by_first_words()
"""First word → second word → how many words such phrases may have, the longest first."""
_ALONE = (1,)


def find_topics(said: str, notes: str = "") -> tuple[str, ...]:
    """Return the topics of a talk, the surest first.

    Args:
        said: Its subject or its title: there one word is enough.
        notes: Their beginning, as HTML. A word counts in the first sentences, or if it comes
            back: what a show says of itself under each talk tells nothing of this one.
    """
    told = _hits(said)
    if not told and not notes:
        return ()
    strength: Counter[str] = Counter()
    for topic in told:
        strength[topic] += 10
    if notes:
        text = without_addresses(_TAG.sub(" ", notes[:_NOTES]))
        opening, rest = _hits(text[:_OPENING]), _hits(text[_OPENING:])
        often = Counter([*opening, *rest])
        for topic, times in often.items():
            if times > 1 or (topic in opening and topic not in _COMMON):
                strength[topic] += min(times, 5)
    return tuple(sorted(strength, key=lambda topic: (-strength[topic], topic)))


def plain_words(text: str) -> list[str]:
    """Return the words of a text in lower case, without accents and apostrophes."""
    text = text.lower()
    if not text.isascii():
        text = text.replace("’", "").replace("–", " ").replace("—", " ")
        apart = unicodedata.normalize("NFD", text)
        text = "".join(filterfalse(unicodedata.combining, apart))
    return _WORD.findall(text.replace("'", ""))


def without_addresses(text: str) -> str:
    """Return a text without addresses of pages and mail."""
    if "//" not in text and "@" not in text and "www." not in text:
        return text
    words = text.split()
    return " ".join([w for w in words if "//" not in w and "@" not in w and "www." not in w])


def _hits(text: str) -> list[str]:
    words = plain_words(text)
    found: list[str] = []
    past = 0
    for at, word in enumerate(words):
        if word not in _LENGTHS or at < past:
            continue
        second = words[at + 1] if at + 1 < len(words) else ""
        for length in _LENGTHS[word].get(second, _ALONE):
            phrase = word if length == 1 else " ".join(words[at : at + length])
            topic = _TOPIC_OF.get(phrase)
            if topic is not None:
                past = at + length
                if topic:
                    found.append(topic)
                break
    return found
