"""Invented titles that name who speaks by more than "Bob D.", and such that only seem to.

In the form of :mod:`tests.catalog.invented`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.catalog.invented import Facts

NAMES: tuple[tuple[str, Facts], ...] = (
    # after a number, a colon, in brackets, before a role
    ("Ep 88 Odessa Farrow", {"who": ["Odessa Farrow"]}),
    ("009 Tyrell Osgood", {"who": ["Tyrell Osgood"]}),
    ("#12: Rhodri Young, harbour pilot", {"who": ["Rhodri Young"]}),
    ("Evening sitting (Priya Lindholm)", {"who": ["Priya Lindholm"]}),
    ("Odessa Farrow (#77): Salt and Bread", {"who": ["Odessa Farrow"]}),
    ("Priya Hope: Is it a choice?", {"who": ["Priya Hope"]}),
    ("Odessa Farrow From The Slow Boat", {"who": ["Odessa Farrow"]}),
    ("Dr. Odessa Farrow-The craving brain", {"who": ["Dr. Odessa Farrow"]}),
    # told by what stands before: two words in capitals are a name there
    ("Weeds — Dharma Talk by Quillon Ashgrove", {"who": ["Quillon Ashgrove"]}),
    ("The Lamp — Reflection by Joy Marchbanks", {"who": ["Joy Marchbanks"]}),
    ("Interview: “Dry Boots” author Ruby Marchbanks", {"who": ["Ruby Marchbanks"]}),
    ("The Dry Well ft. Professor Ilse van der Berg", {"who": ["Professor Ilse van der Berg"]}),
    ("A postcard, read by Chaplain Ortega", {"who": ["Chaplain Ortega"]}),
    ("Tara Osgood & JD Marchbanks: Return", {"who": ["Tara Osgood", "JD Marchbanks"]}),
    ("An hour with Bea and Ruben Osgood", {"who": ["Bea", "Ruben Osgood"]}),
    # files
    ("nora-osgood-the-long-winter.mp3", {"who": ["Nora Osgood"]}),
    ("20140510-Quillon-DG-the_open_door.mp3", {"who": ["Quillon"], "year": 2014}),
    ("20140510-Quillon_Ashgrove-IRC-the_open_door.mp3",
     {"who": ["Quillon Ashgrove"], "year": 2014}),
    ("2014-05-10 Quillon Tamsin Ashgrove: The open door",
     {"who": ["Quillon Tamsin Ashgrove"], "year": 2014}),
    ("fr-hugo-z-harbour-retreat-cd-02-of-06.mp3",
     {"who": ["Fr. Hugo Z."], "part": 2, "of": 6}),
    ("2011_Pines_Roundup_NoraJ.mp3",
     {"who": ["Nora J."], "year": 2011, "event": "Pines Roundup"}),
    ("will-k-and-grace-k-young-couples.mp3", {"who": ["Will K.", "Grace K."]}),
    # names that are words
    ("Will K - Self-Will", {"who": ["Will K."]}),
    ("April M. and Dawn K. Sisters", {"who": ["April M.", "Dawn K."]}),
    ("Faith M. Spokane OA Women's Day", {"who": ["Faith M."], "fellowship": "OA",
                                          "place": "Spokane"}),
    ("Vi - 41 years sober", {"who": ["Vi"]}),
    ("Dawn, 12 years sober", {"who": ["Dawn"]}),
    ("Hugo, 90 days", {"who": ["Hugo"]}),
    ("Frank talks about the dog", {"who": ["Frank"]}),
    ("Odile raconte ses débuts", {"who": ["Odile"]}),
    ("Wes I AA Speakers", {"who": ["Wes I."], "fellowship": "AA"}),
    # first names alone
    ("My name is Quillon and I'm an addict", {"who": ["Quillon"]}),
    ("Hi, I'm Opal, a grateful member of Al-Anon", {"who": ["Opal"], "fellowship": "Al-Anon"}),
    ("La compañera Lupe nos comparte su fondo", {"who": ["Lupe"]}),
    ("Listener Story: Annika", {"who": ["Annika"]}),
    ("OA phone meeting / Spring marathon / Ezra", {"who": ["Ezra"], "fellowship": "OA"}),
    ("Nar Anon: The Porch Light (Gwen)", {"who": ["Gwen"], "fellowship": "Nar-Anon"}),
    ("Tex from Vermont", {"who": ["Tex"], "place": "Vermont"}),
    ("Twyla in Omaha", {"who": ["Twyla"], "place": "Omaha"}),
    # lists
    ("Burl, Etta and Little John at the pancake breakfast",
     {"who": ["Burl", "Etta", "Little John"]}),
    ("Panel - Making amends - Viv, Hank W & Dr. Lena", {"who": ["Viv", "Hank W.", "Dr. Lena"]}),
    ("Family tree / Gus > Wally > Pete C", {"who": ["Gus", "Wally", "Pete C."]}),
    ("Panel w Kris M, Devon and Auntie Mo", {"who": ["Kris M.", "Devon", "Auntie Mo"]}),
    ("Nadine C talks with Howie about fences", {"who": ["Nadine C.", "Howie"]}),
    ("Sat. Nite - Corky R., Sun. - Fr. Joe", {"who": ["Corky R.", "Fr. Joe"], "place": None}),
    ("CoDA 101 with Marguerite and Bing", {"who": ["Marguerite & Bing"], "fellowship": "CoDA"}),
    ("Lou S. introduces Geraldine O'D.", {"who": ["Geraldine O'D."]}),
    # titles before names
    ("Sgt. Gus H. - The long march", {"who": ["Sgt. Gus H."]}),
    ("Padre Anselmo - Retiro de los pinos", {"who": ["Padre Anselmo"]}),
    ("Dra. Lupe Ibarra: la familia", {"who": ["Dra. Lupe Ibarra"]}),
    ("Bhikkhu Quillon — The empty bowl", {"who": ["Bhikkhu Quillon"]}),
    ("Sayadaw U Quillon Q&A", {"who": ["Sayadaw U Quillon"]}),
    # fellowships and places
    ("Gamblers Anon - pressure relief - Stan & Rita",
     {"who": ["Stan & Rita"], "fellowship": "GA"}),
    ("Zoe (AA) and her mother (Al-Anon)", {"who": ["Zoe"], "fellowship": None}),
    ("Odile T. Lyon 2014", {"who": ["Odile T."], "place": "Lyon", "year": 2014}),
    ("Gus H. Des Moines men's breakfast", {"who": ["Gus H."], "place": "Des Moines"}),
    ("Pines Campout, Bend OR. Zoe R speaking.", {"who": ["Zoe R."], "place": "Bend, OR"}),
    ("MA: Portland Round Up 1992", {"fellowship": "MA", "year": 1992}),
    ("OA: First Step by Milton", {"who": ["Milton"], "fellowship": "OA", "steps": [1]}),
    ("12 pasos: Paso 6 - Mauricio", {"who": ["Mauricio"], "steps": [6]}),
    ("Evening study w/ Hugo & Dot: The kettle", {"who": ["Hugo & Dot"]}),
    ("Tape 7A Walt McQ & Gus P", {"who": ["Walt McQ.", "Gus P."], "part": 7}),
    ("Témoignage de Lucie", {"who": ["Lucie"]}),
    ("Lucie, Montréal", {"who": ["Lucie"], "place": "Montréal"}),
    ("NA tape Little Ray from Compton CA",
     {"who": ["Little Ray"], "fellowship": "NA", "place": "Compton, CA"}),
    ("Sunday talk, Reverend Hugo Marchbanks", {"who": ["Reverend Hugo Marchbanks"]}),
    ("Clase 6 - Libro Azul con Don Chema", {"who": ["Don Chema"], "part": 6}),
)  # fmt: skip

NO_NAMES: tuple[tuple[str, Facts], ...] = (
    ("Bill Paying, Taxes and Tears", {}),
    ("Who Was Rowland H.?", {}),
    ("Dr. Jung, Dr. Silkworth and the Cure", {}),
    ("Bob & Bill: Two Men in a Kitchen", {}),
    ("Zoe and Sam Save Your Weekend", {}),
    ("part-2.mp3", {"part": 2}),
    ("BrandX", {}),
    ("Chat with Open Minds", {}),
    ("Meditation with Ocean Waves", {}),
    ("Mary and Joseph", {}),
    ("Mini Cooper S", {}),
    ("Coda: What I meant", {}),
    ("From OR to AK in a van", {}),
    ("Grace and Gratitude", {}),
    ("grace-and-gratitude.mp3", {}),
    ("talking-with-the-moon.mp3", {}),
    ("Joy in the Morning", {}),
    ("Hope - 7 years", {}),
    ("“The Coldest Night in Cardiff” — a reading", {}),
    ("He was 20, sleeping in a van in Fresno, and he still said it was fine", {}),
)
