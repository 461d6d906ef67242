"""What the screen calls the topics that the catalog finds."""

from __future__ import annotations

from desktop_app.ui.look.words import tr


def topic(key: str) -> str:
    """Return a topic's name for chips and menus; one without words here is its own name."""
    return _known().get(key) or f"{key[:1].upper()}{key[1:]}"


def topics() -> tuple[str, ...]:
    """Return the keys of all topics, by their names."""
    known = _known()
    return tuple(sorted(known, key=lambda key: known[key].casefold()))


def _known() -> dict[str, str]:
    """Return the words of the keys in the catalog's table."""
    return {
        "acceptance": tr("Acceptance"),
        "amends": tr("Making amends"),
        "anger": tr("Anger"),
        "attitude": tr("Attitude"),
        "awakening": tr("Awakening"),
        "big book": tr("The Big Book"),
        "boundaries": tr("Boundaries"),
        "carrying the message": tr("Carrying the message"),
        "character defects": tr("Character defects"),
        "denial": tr("Denial"),
        "depression": tr("Depression"),
        "detachment": tr("Detachment"),
        "emotional sobriety": tr("Emotional sobriety"),
        "faith": tr("Faith"),
        "family": tr("Family"),
        "fear": tr("Fear"),
        "fellowship": tr("Fellowship"),
        "food and body": tr("Food and body"),
        "forgiveness": tr("Forgiveness"),
        "freedom": tr("Freedom"),
        "gratitude": tr("Gratitude"),
        "grief": tr("Grief"),
        "guilt and shame": tr("Guilt and shame"),
        "happiness": tr("Happiness"),
        "higher power": tr("A higher power"),
        "history": tr("History of the fellowships"),
        "honesty": tr("Honesty"),
        "hope": tr("Hope"),
        "humility": tr("Humility"),
        "humor": tr("Humor"),
        "illness": tr("Illness"),
        "inventory": tr("Inventory"),
        "loneliness": tr("Loneliness"),
        "love": tr("Love"),
        "meditation": tr("Meditation"),
        "men": tr("Men in recovery"),
        "money": tr("Money"),
        "newcomers": tr("Newcomers"),
        "one day at a time": tr("One day at a time"),
        "powerlessness": tr("Powerlessness"),
        "prayer": tr("Prayer"),
        "relapse": tr("Relapse"),
        "relationships": tr("Relationships"),
        "resentment": tr("Resentment"),
        "self-esteem": tr("Self-esteem"),
        "selfishness": tr("Selfishness"),
        "serenity": tr("Serenity"),
        "service": tr("Service"),
        "sex": tr("Sex and lust"),
        "slogans": tr("Slogans"),
        "sponsorship": tr("Sponsorship"),
        "step work": tr("Step work"),
        "surrender": tr("Surrender"),
        "the promises": tr("The promises"),
        "tools": tr("Tools of recovery"),
        "traditions": tr("The traditions"),
        "trauma": tr("Trauma"),
        "willingness": tr("Willingness"),
        "women": tr("Women in recovery"),
        "work": tr("Work"),
        "young people": tr("Young people"),
    }
