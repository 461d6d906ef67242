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
    aarhus| aberdeen| abilene| acapulco| accra| adelaide| akron| akureyri| alameda|
    alamogordo| albany| albuquerque| alcalá| alexandria| algarve| alicante| allentown|
    almería| altoona| amarillo| amherst| amsterdam| anaheim| anchorage| angers| ann arbor|
    annapolis| annecy| antigua| antwerp| apple valley| appleton| arcata| arequipa| arlington|
    aruba| asheville| aspen| astoria| asunción| athens| atlanta| atlantic city| auckland|
    augusta| austin| avignon| aylesbury| ayr| badajoz| baden-baden| bakersfield| bali|
    ballarat| baltimore| banbury| banff| bangalore| bangkok| bangor| barcelona| barnsley|
    barquisimeto| barranquilla| barrie| basel| basingstoke| baton rouge| battle creek|
    bay city| beaumont| beaverton| beckley| beijing| belfast| belgrade| belleville| bellevue|
    bellingham| bemidji| bendigo| benidorm| bergen| berkeley| berkshire| berlin| bern|
    besançon| beverly hills| big bear| bilbao| billings| biloxi| binghamton|
    birmingham| bismarck| blackburn| blackpool| bloomington| boca raton| bogota| bogotá|
    boise| bologna| bolton| bonn| bordeaux| boston| boulder| bournemouth| bowling green|
    bozeman| bradford| brampton| branson| brantford| bremen| bremerton| brescia| brest|
    bridgeport| brighton| brisbane| bristol| brno| brockton| bronx| brooklyn| brownsville|
    bruges| brussels| bruxelles| bucaramanga| bucharest| budapest| buenos aires| buffalo|
    bundoran| burbank| burlington| burnaby| burnley| bury st edmunds| butte| bydgoszcz| caen|
    caguas| cairns| cairo| calais| calcutta| calgary| camagüey| cambridge| campbell river|
    canberra| cancun| cancún| cannes| canterbury| canton| cape breton| cape cod| cape coral|
    cape girardeau| cape may| cape town| caracas| carbondale| cardiff| carlisle| carlow|
    carlsbad| carson city| cartagena| casper| catskills| cedar rapids| champaign| charleroi|
    charleston| charlotte| charlottetown| chattanooga| cheltenham| chennai| chesapeake|
    cheyenne| chiang mai| chicago| chichester| chico| chicoutimi| chihuahua| chilliwack|
    christchurch| chula vista| cincinnati| ciudad de méxico| ciudad juárez| ciudad obregón|
    clarksville| clearwater| cleveland| coachella| cocoa beach| coeur d'alene| colchester|
    college station| cologne| colombo| colorado springs| columbus| compton| coon rapids|
    copenhagen| cork| corpus christi| corvallis| costa mesa| council bluffs| coventry|
    cranbrook| crawley| crewe| cuernavaca| culiacán| cusco| cádiz| córdoba| dallas| danbury|
    danville| darlington| dartmouth| darwin| davao| davenport| dayton| daytona| daytona beach|
    decatur| deerfield beach| delhi| delray beach| denton| denver| derry| des moines| detroit|
    dijon| doncaster| dresden| drogheda| drumheller| drummondville| dubai| dublin| dubuque|
    duluth| dumfries| dundalk| dundee| dunedin| durban| durham| düsseldorf| east lansing|
    eastbourne| eau claire| edinburgh| edmonton| eindhoven| el paso| elizabethtown| elkhart|
    elmira| encinitas| ennis| ensenada| erfurt| erie| escanaba| escondido| estes park| eugene|
    eureka springs| evanston| evansville| exeter| fairbanks| fairfax| fall river| falmouth|
    fargo| fayette| fayetteville| findlay| flagstaff| flint| fond du lac| fort collins|
    fort lauderdale| fort mcmurray| fort myers| fort smith| fort wayne| fort worth| frankfort|
    frankfurt| fredericton| freeport| freiburg| fremont| french lick| fresno| fribourg|
    ft lauderdale| ft myers| ft wayne| ft worth| fullerton| gadsden| gainesville| galena|
    galesburg| gallup| galveston| galway| garden grove| gatineau| gatlinburg| gdansk| geelong|
    geneva| genève| gettysburg| ghent| gijón| gillette| glasgow| glendale| glenwood springs|
    gloucester| gold coast| gothenburg| granada| granby| grand forks| grand island|
    grand junction| grand rapids| grande prairie| grants pass| graz| great falls|
    great yarmouth| greeley| green bay| greensboro| greenville| grenoble| grimsby|
    guadalajara| guanajuato| guatemala city| guayaquil| guelph| guildford| gulfport| göteborg|
    haarlem| hagerstown| haifa| halifax| hamburg| hamilton| hamilton bermuda| hannover|
    harlingen| harrisburg| harrogate| hartford| hattiesburg| havana| hawthorne| helsinki|
    henderson| hendersonville| hereford| hermosa beach| hermosillo| hershey| hickory|
    high point| hilo| hilton head| hobart| hoboken| hong kong| honolulu| hot springs| houston|
    hove| huddersfield| huelva| huntington beach| huntsville| hyannis| idaho falls| immokalee|
    indianapolis| indio| inglewood| innsbruck| inverness| iowa city| ipswich| irvine|
    istanbul| ithaca| jackson hole| jacksonville| jersey city| jerusalem| johannesburg|
    johnstown| joliet| joliette| jonesboro| joplin| juneau| kalamazoo| kalispell| kamloops|
    kankakee| kansas city| kathmandu| kauai| kaunas| kelowna| kenosha| kerrville| key largo|
    key west| kilkenny| killarney| killeen| kings beach| kingston| kingston jamaica| kinshasa|
    kitchener| klamath falls| knoxville| kokomo| kolkata| krakow| kuala lumpur| kyiv| kyoto|
    köln| la crosse| la habana| la paz| lafayette| lagos| laguna beach| laguna niguel|
    lake charles| lake geneva| lake havasu| lake placid| lake tahoe| lakeland| lakewood|
    lancaster| lansing| laramie| laredo| las cruces| las vegas| laughlin| lausanne| laval|
    lawton| leamington| leeds| leicester| leiden| leipzig| lethbridge| lewiston| lexington|
    león| lille| lima| limassol| limerick| lincoln| linz| lisbon| little rock| liverpool|
    liège| ljubljana| lodz| london| london ontario| londonderry| long beach| long branch|
    long island| longueuil| longview| los angeles| los mochis| louisville| lowell| lubbock|
    lucerne| lugano| luton| luxembourg| lynchburg| lyon| lévis| maastricht| mackinac island|
    macon| madrid| maidstone| malaga| mallorca| malmö| mammoth lakes| managua| manchester|
    manhattan| manila| manizales| mankato| mar del plata| maracaibo| maracay| marbella|
    marquette| marseille| maui| mazatlán| mcallen| medellín| medford| medicine hat| melbourne|
    memphis| mendoza| menlo park| metz| mexicali| mexico city| miami| middlesbrough| milan|
    milwaukee| minneapolis| minot| mississauga| missoula| modesto| monaco| moncton| mons|
    montego bay| monterey| monterrey| montevideo| montgomery| montpelier| montpellier|
    montreal| montréal| moose jaw| morelia| morgantown| morro bay| moscow| mount shasta|
    mumbai| muncie| munich| murcia| murfreesboro| muskegon| myrtle beach| málaga| mérida|
    münchen| nacogdoches| nairobi| namur| nanaimo| nantes| napa| naperville| napier| naples|
    nashua| nashville| nassau| neuchâtel| new bedford| new braunfels| new delhi| new haven|
    new london| new orleans| new york city| newark| newcastle| newport| newport beach| newry|
    niagara| niagara falls| nogales| norfolk| north bay| north platte| northampton| norwich|
    nottingham| nuremberg| nyc| nîmes| oahu| oakland| oaxaca| oban| ocala| ocean city|
    oceanside| odense| ogden| oklahoma city| olathe| oldham| olympia| omagh| omaha|
    orange county| orlando| orléans| osaka| oshawa| oshkosh| oslo| oswego| ottawa| oviedo|
    owen sound| owensboro| oxford| oxnard| pacific grove| paducah| palermo| palm desert|
    palm springs| palo alto| pamplona| panama city| paris| parkersburg| pasadena| pawtucket|
    pensacola| peoria| pereira| perpignan| perth| petaluma| peterborough| philadelphia|
    philly| phoenix| phuket| piedras negras| pismo beach| pittsburgh| plano| plattsburgh|
    playa del carmen| plum village| plymouth| pocatello| poitiers| pomona| ponce| port huron|
    portland| porto| porto alegre| portsmouth| potsdam| poughkeepsie| poznan| prague|
    prescott| pretoria| prince albert| prince george| prince rupert| princeton| providence|
    provo| puebla| pueblo| puerto vallarta| pune| quad cities| quebec city| queens|
    queenstown| querétaro| quito| racine| raleigh| ramsgate| rancho cucamonga| rapid city|
    red bluff| red deer| redding| redondo beach| reims| rennes| reno| repentigny| reykjavik|
    richmond| riga| rimouski| rio de janeiro| riverside| riviera maya| roanoke| rochester|
    rockford| rome| roswell| rotorua| rotterdam| rouen| rouyn-noranda| rutland| sacramento|
    sag harbor| saginaw| saguenay| saint john| saint louis| saint-hyacinthe| saint-jérôme|
    saint-étienne| salamanca| salem| salford| salinas| salt lake city| saltillo| salzburg|
    san angelo| san antonio| san bernardino| san clemente| san diego| san francisco| san jose|
    san josé| san juan| san luis obispo| san luis potosí| san marcos| san mateo|
    san miguel de allende| san pedro| san pedro sula| san rafael| san salvador| san ysidro|
    sandpoint| santa ana| santa barbara| santa clarita| santa cruz| santa fe| santa maria|
    santa monica| santa rosa| santa ynez| santiago| santo domingo| sarasota| sarnia|
    saskatoon| sault ste marie| savannah| scarborough| schenectady| scottsdale| scranton|
    seattle| sedona| seoul| sevilla| seville| shanghai| sheffield| sherbrooke| shreveport|
    shrewsbury| simi valley| sioux city| sioux falls| skokie| sligo| solihull| soria|
    south bend| southampton| southend| southport| spartanburg| spokane| springdale|
    springfield| st augustine| st catharines| st cloud| st george| st john| st john's|
    st joseph| st louis| st paul| st petersburg| stamford| staten island| staunton| stavanger|
    steamboat springs| sterling heights| stevens point| stirling| stockholm| stockport|
    stockton| strasbourg| stratford| stuttgart| sudbury| summerside| sunderland| surrey|
    swansea| swift current| sydney| syracuse| szczecin| são paulo| tacoma| tahoe| taipei|
    tallahassee| tallinn| tampa| tampere| tampico| taos| taunton| tegucigalpa| tel aviv|
    temecula| tempe| tenerife| terre haute| texarkana| the bronx| the hague| thessaloniki|
    thousand oaks| thunder bay| tijuana| timmins| tokyo| toledo| toluca| topeka| toronto|
    torrance| torreón| toulouse| townsville| tralee| traverse city| trenton| trois-rivières|
    tromsø| trondheim| tucson| tulsa| tupelo| turin| turku| tuscaloosa| ukiah| uppsala|
    urbana| utica| utrecht| vacaville| val-d'or| valencia| valladolid| vallejo| valletta|
    valparaíso| vancouver| vegas| venice| ventura| veracruz| vero beach| victorville| vienna|
    vigo| vila real| vilnius| virginia beach| visalia| volgograd| waco| wakefield|
    walla walla| walnut creek| walsall| warsaw| washington dc| waterbury| waterford|
    watertown| waukesha| wausau| wellington| west palm beach| weymouth| wheeling| whistler|
    white plains| whitehorse| wichita| wichita falls| wigan| williamsburg| williamsport|
    wilmington| windsor| winnipeg| winston-salem| wolverhampton| woodland hills| worcester|
    wrexham| wroclaw| yakima| yarmouth| yellowknife| yonkers| youngstown| yuma| zagreb|
    zaragoza| zihuatanejo| zurich
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
