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
    brasil| belgique| allemagne| espagne| italie| angleterre| irlande| écosse| maroc| mexique|
    pays-bas| alemania| inglaterra| irlanda| escocia| francia| suiza| bélgica| estados unidos|
    états-unis| dominican republic| trinidad| barbados|
    uruguay| paraguay| bolivia| malta| cyprus
    """
)

CITIES = phrases(
    """
    aarhus| aberdeen| acapulco| accra| adelaide| akron| albany| albuquerque| alexandria| algarve|
    alicante| allentown| amarillo| amsterdam| anaheim| anchorage| ann arbor| annapolis| antwerp|
    asheville| asunción| athens| atlanta| atlantic city| auckland| augusta| austin| avignon|
    bakersfield| bali| baltimore| banff| bangalore| bangkok| bangor| barcelona| barranquilla|
    barrie| basel| baton rouge| beaumont| beijing| belfast| belgrade| bellevue| bellingham|
    benidorm| bergen| berkeley| berlin| bern| big bear| bilbao| billings| biloxi| birmingham|
    bismarck| blackpool| bloomington| boca raton| bogota| bogotá| boise| bologna| bordeaux| boston|
    bournemouth| bowling green| bozeman| bradford| branson| bremen| bridgeport| brighton| brisbane|
    bristol| bronx| brooklyn| bruges| brussels| bruxelles| bucharest| budapest| buenos aires|
    buffalo| bundoran| burbank| burlington| burnaby| cairns| cairo| calcutta| calgary| cambridge|
    canberra| cancun| cancún| cannes| canton| cape cod| cape town| caracas| cardiff| carlsbad|
    cartagena| casper| cedar rapids| champaign| charleston| charlotte| charlottetown| chattanooga|
    chennai| cheyenne| chiang mai| chicago| chico| chihuahua| christchurch| cincinnati|
    ciudad de méxico| ciudad juárez| clearwater| cleveland| coeur d'alene| cologne| colombo|
    colorado springs| columbus| copenhagen| cork| corpus christi| costa mesa| coventry| cuernavaca|
    culiacán| córdoba| dallas| davenport| dayton| daytona beach| decatur| delhi| denton| denver|
    derry| des moines| detroit| dijon| dresden| dubai| dublin| dubuque| duluth| dumfries| dundee|
    dunedin| durban| durham| düsseldorf| eau claire| edinburgh| edmonton| eindhoven| el paso|
    ensenada| erie| escondido| eugene| eureka springs| evanston| evansville| exeter| fairbanks|
    fargo| fayetteville| flagstaff| fort lauderdale| fort myers| fort wayne| fort worth| frankfurt|
    fredericton| fresno| ft lauderdale| ft myers| ft wayne| ft worth| gainesville| galveston|
    galway| gatineau| gatlinburg| gdansk| geelong| geneva| genève| ghent| glasgow| glendale|
    gold coast| gothenburg| granada| grand rapids| graz| green bay| greensboro| greenville|
    grenoble| guadalajara| guatemala city| guayaquil| guelph| göteborg| haifa| halifax| hamburg|
    hamilton| hamilton bermuda| hannover| harrisburg| hartford| havana| helsinki| henderson|
    hermosa beach| hermosillo| hilo| hobart| hoboken| hong kong| honolulu| hot springs| houston|
    huntington beach| huntsville| idaho falls| indianapolis| innsbruck| inverness| iowa city|
    ipswich| irvine| istanbul| ithaca| jacksonville| jerusalem| johannesburg| juneau| kalamazoo|
    kansas city| kathmandu| kauai| kelowna| key west| kilkenny| killarney| kingston|
    kingston jamaica| kitchener| knoxville| kolkata| krakow| kuala lumpur| kyiv| kyoto| köln|
    la crosse| la paz| lafayette| lagos| laguna beach| laguna niguel| lake tahoe| lancaster|
    lansing| laramie| laredo| las vegas| lausanne| laval| leeds| leicester| leipzig| lethbridge|
    lexington| león| lille| lima| limassol| limerick| lincoln| lisbon| little rock| liverpool|
    liège| ljubljana| london| london ontario| londonderry| long beach| long island| los angeles|
    louisville| lubbock| lyon| macon| madrid| malaga| mallorca| malmö| managua| manchester|
    manhattan| manila| marbella| marseille| maui| mazatlán| mcallen| medellín| medford|
    medicine hat| melbourne| memphis| mendoza| mexicali| mexico city| miami| middlesbrough| milan|
    milwaukee| minneapolis| minot| mississauga| missoula| modesto| moncton| monterey| monterrey|
    montevideo| montgomery| montpelier| montpellier| montreal| montréal| moose jaw| morelia|
    moscow| mumbai| munich| myrtle beach| málaga| mérida| münchen| nairobi| nanaimo| nantes| napa|
    naperville| napier| naples| nashua| nashville| nassau| new delhi| new haven| new orleans|
    new york city| newark| newcastle| newport| newport beach| niagara falls| norfolk| norwich|
    nottingham| nuremberg| nyc| oahu| oakland| oaxaca| ocala| oceanside| odense| ogden|
    oklahoma city| olympia| omaha| orlando| osaka| oshawa| oslo| ottawa| oxford| oxnard| palermo|
    palm desert| palm springs| palo alto| paris| pasadena| pensacola| peoria| perth| petaluma|
    philadelphia| philly| phoenix| phuket| pittsburgh| plano| plum village| plymouth| pocatello|
    portland| porto| portsmouth| poughkeepsie| prague| prescott| pretoria| princeton| providence|
    provo| puebla| puerto vallarta| pune| quebec city| queens| queenstown| querétaro| quito|
    raleigh| rapid city| red deer| redding| redondo beach| rennes| reno| reykjavik| richmond| riga|
    rio de janeiro| riverside| roanoke| rochester| rockford| rome| rotorua| rotterdam| sacramento|
    saint john| saint louis| salem| salinas| salt lake city| saltillo| salzburg| san antonio|
    san bernardino| san diego| san francisco| san jose| san josé| san juan| san luis obispo|
    san rafael| san salvador| santa barbara| santa clarita| santa cruz| santa fe| santa monica|
    santa rosa| santiago| santo domingo| sarasota| saskatoon| savannah| schenectady| scottsdale|
    scranton| seattle| seoul| sevilla| seville| shanghai| sheffield| sherbrooke| shreveport|
    sioux city| sioux falls| sligo| south bend| southampton| spokane| springdale| springfield|
    st cloud| st george| st john's| st louis| st paul| st petersburg| stamford| staten island|
    stavanger| stirling| stockholm| stockton| strasbourg| stuttgart| sudbury| sunderland| surrey|
    swansea| sydney| syracuse| são paulo| tacoma| taipei| tallahassee| tallinn| tampa| tampere|
    tampico| taos| tegucigalpa| tel aviv| temecula| tempe| tenerife| terre haute| the bronx|
    the hague| thessaloniki| thunder bay| tijuana| tokyo| toledo| toluca| topeka| toronto|
    torrance| torreón| toulouse| townsville| traverse city| trenton| trois-rivières| tromsø|
    trondheim| tucson| tulsa| turin| turku| ukiah| uppsala| urbana| utrecht| valencia| valletta|
    valparaíso| vancouver| vegas| venice| ventura| veracruz| vienna| vilnius| virginia beach| waco|
    walnut creek| warsaw| washington dc| waterford| wellington| west palm beach| wheeling|
    whistler| white plains| whitehorse| wichita| wilmington| windsor| winnipeg| winston-salem|
    worcester| wrexham| yakima| yellowknife| youngstown| zagreb| zaragoza| zurich
    """
)

DIRECTIONS = table("north south east west northern southern eastern western central")
"""Part of a region, not a city ("West Texas")."""

CITY_PARTICLES = table("de del la las los el le les of the and sur")
"""Small words inside a city's name ("Lake of the Ozarks", "Fond du Lac")."""

OF_CITIES = table("lake isle city bay point fountain valley")
"""Words after which "of" belongs to the name."""

ABBREVIATED = table(
    """
    conn mass calif cal tenn penn penna fla ariz colo mich minn wash ore ill ind wis wisc tex ont
    que qué alta sask man okla kans miss ala nebr nev mont del wyo ark kan mo va
    """
)
"""States and provinces cut short; they count after a comma."""
