"""Where talks are recorded: states, provinces, countries, and cities known without either."""

from __future__ import annotations

from desktop_app.catalog.table import phrases, table

CODES = table(
    """
    al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj
    nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy pr ab bc mb nb nl ns nt nu on pe
    qc sk yt uk usa us nsw qld vic tas
    """
)
"""States of the USA, Canadian and Australian ones, UK and USA: as they stand after a city."""

WORDLIKE_CODES = table("in or me hi oh ok la de id al as on pa ma co us mi ne")
"""Codes that are words as well: without capitals they count after a comma only."""

NAMES = phrases(
    """
    alabama| alaska| arizona| arkansas| california| colorado| connecticut| delaware| florida|
    georgia| hawaii| idaho| illinois| indiana| iowa| kansas| kentucky| louisiana| maine|
    maryland| massachusetts| michigan| minnesota| mississippi| missouri| montana| nebraska|
    nevada| new hampshire| new jersey| new mexico| new york| north carolina| north dakota| ohio|
    oklahoma| oregon| pennsylvania| rhode island| south carolina| south dakota| tennessee|
    texas| utah| vermont| virginia| washington| west virginia| wisconsin| wyoming| district of
    columbia| puerto rico| alberta| british columbia| manitoba| new brunswick| newfoundland|
    nova scotia| nunavut| ontario| prince edward island| quebec| québec| saskatchewan| yukon|
    new south wales| queensland| victoria| tasmania| western australia| south australia|
    england| scotland| wales| ireland| northern ireland| united kingdom| great britain| usa|
    united states| canada| mexico| méxico| australia| new zealand| south africa| india| germany|
    deutschland| france| spain| españa| portugal| italy| italia| netherlands| the netherlands|
    belgium| switzerland| suisse| austria| denmark| sweden| norway| finland| iceland| poland|
    russia| ukraine| czech republic| hungary| romania| bulgaria| greece| turkey| israel| egypt|
    kenya| nigeria| japan| china| south korea| korea| thailand| vietnam| singapore| malaysia|
    indonesia| philippines| bermuda| bahamas| jamaica| cuba| costa rica| guatemala| honduras| el
    salvador| panama| colombia| venezuela| ecuador| peru| perú| chile| argentina| brazil|
    brasil| uruguay| paraguay| bolivia| malta| cyprus
    """
)

CITIES = phrases(
    """
    colorado springs| salt lake city| fort worth| kansas city| oklahoma city| virginia beach|
    palm springs| myrtle beach| santa barbara| sacramento| oakland| san jose| anaheim| long
    beach| albuquerque| omaha| des moines| milwaukee| indianapolis| cincinnati| st louis| saint
    louis| pittsburgh| baltimore| raleigh| orlando| tampa| jacksonville| louisville| little
    rock| tulsa| el paso| spokane| anchorage| boise| new york city| los angeles| san francisco|
    san diego| chicago| boston| philadelphia| atlanta| akron| cleveland| detroit| minneapolis|
    st paul| denver| dallas| houston| austin| san antonio| las vegas| phoenix| tucson| seattle|
    honolulu| nashville| memphis| new orleans| miami| fort lauderdale| toronto| montreal|
    montréal| vancouver| calgary| edmonton| winnipeg| ottawa| halifax| london| manchester|
    liverpool| birmingham| glasgow| edinburgh| cardiff| belfast| dublin| cork| galway| bristol|
    leeds| sheffield| newcastle| brighton| paris| lyon| marseille| brussels| bruxelles|
    amsterdam| berlin| munich| hamburg| zurich| genève| geneva| vienna| prague| warsaw|
    budapest| rome| milan| madrid| barcelona| lisbon| copenhagen| stockholm| oslo| helsinki|
    reykjavik| moscow| athens| istanbul| tel aviv| jerusalem| mumbai| new delhi| delhi| bangkok|
    hong kong| tokyo| sydney| melbourne| brisbane| perth| adelaide| auckland| wellington| cape
    town| johannesburg| mexico city| ciudad de méxico| guadalajara| monterrey| tijuana| bogotá|
    bogota| medellín| lima| buenos aires| santiago| montevideo| san josé| san juan| são paulo|
    rio de janeiro| havana
    """
)

DIRECTIONS = table("north south east west northern southern eastern western central")
"""Part of a region, not a city ("West Texas")."""

CITY_PARTICLES = table("de del la las los el le les of the and sur")
"""Small words inside a city's name ("Lake of the Ozarks", "Fond du Lac")."""

OF_CITIES = table("lake isle city bay point fountain valley")
"""Words after which "of" belongs to the name."""
