"""Given names, to tell people from things where a title leaves it open."""

from __future__ import annotations

from desktop_app.catalog.given_a_to_j import A_TO_J
from desktop_app.catalog.given_k_to_z import K_TO_Z
from desktop_app.catalog.table import table

GIVEN = A_TO_J | K_TO_Z

WORDLIKE = table(
    """
    adam adelaide alba amber angel angelica april art ash asunción aubrey aurora austin autumn
    belén bert bill bing blaine blair blanca brandy brit brooke buck buckley bud buddy burke
    butch buzz candy carey carmen carol carson carter chad charlotte chase cher chico chip
    christian chuck clay cliff concepción cooper coral cosmo cruz crystal daisy dakota dallas
    davis dawn dean deja dell devon dion doc dolly dot drake drew duke dusty eden elon encarna
    esperanza eve faith fern finn fitz flo flora florence forest forrest foster fran frank
    gene georgia german ginger goldie grace grant guadalupe guy hap harley heath heather herb
    holly hope hunter hyacinth ike iris israel ivy jack jackson jade jasmine jay jean jesus
    jewel jordan joy june junior juniper justa kai karma kendall kennedy kenya kit knox
    krishna lacey lacy lance lane laurel lea len levi lewis lily lin lincoln logan lola lon
    loren lucero luna mac madison mae mai marina mark mason maverick max melody memo mercedes
    mercy merlin merry milagros miles misty modesto montgomery morgan moses moss natividad
    nick noah noel norm nova olive omar opal orlando paris parker pat patience pearl penny
    perfecto perry pete phoenix pilar piper poppy porter precious prem presley preston
    primitivo prince prudence rain ram raven ray reagan reed refugio regina remedios reuben
    rex reynolds rich rico river rob robin rocky roman romeo rosario rose rowan royal royce
    ruby rusty sacha sage sal salvador sandy santa santana santiago santos saul savannah
    sawyer shanti shiloh skip sky skye slim socorro sol solomon sonny star starr sterling
    sullivan sunny sydney tad tam tate taylor tempest tex thom tiffany tiny trinidad trinity
    truman tucker turner ty una val valentine vi victor victoria victoriano vida violet
    virginia wade walker ward webster will williams wills wilson winston wolf woody wren
    """
)
"""Given names that are words or places too: a surname beside them proves nothing."""

WORDS_FIRST = table(
    """
    adam adelaide alba amber angel april art ash asunción aurora austin autumn bing blanca
    brandy brit buck bud butch buzz candy charlotte chase chip christian concepción coral cruz
    crystal daisy dakota dallas davis dawn deja doc dolly dot drake duke dusty eden encarna
    esperanza eve faith fern flora florence forest foster georgia german ginger grace grant
    guy heath heather holly hope hunter hyacinth iris israel ivy jade jesus jewel joy june
    junior juniper karma kennedy kenya kit lane lily lincoln lucero luna madison mae maverick
    melody mercy merry milagros misty montgomery moss natividad nova olive opal orlando paris
    parker patience pearl penny perfecto phoenix poppy porter precious prince prudence rain
    ram raven reed refugio remedios rex reynolds rich river rocky roman rose royal ruby rusty
    sage sandy savannah shanti skip sky skye slim socorro sol sonny star sterling sunny sydney
    tempest tiny trinidad trinity turner ty valentine victoria vida violet virginia walker
    ward will williams wills wolf wren
    """
)
"""Of these the ones that begin a phrase more often than a full name ("Grace Period")."""
