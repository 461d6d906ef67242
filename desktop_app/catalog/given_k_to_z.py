"""Given names of many countries, K to Z; :mod:`given` says which of them are words as well."""

from __future__ import annotations

from desktop_app.catalog.table import table

K_TO_Z = table(
    """
    kaarina kabir kacey kaci kade kadence kai kaia kaisa kaitlin kaitlyn kaitlynn kaleb kalle
    kalyani kamal kamala kami kamil kamini kandace kandi kandy kane kanisha kara karan kareem
    kareen karen karenina karey kari karim karima karin karina karissa karl karla karleen
    karlene karlheinz karly karma karolina karon karrie karsten karthik kartik karyn kasey
    kasia kassandra kassie kat katarina katarzyna kate katelyn katerina katharine kathe
    katherine kathi kathie kathleen kathlyn kathrin kathryn kathryne kathy katia katie katja
    katlyn katrin katrina katy katya kavita kay kaycee kaye kayla kaylee kayleigh kaylin kazuo
    keaton keegan keeley keely keenan keira keisha keith keitha kel kelle kellen kelley kelli
    kelly kelsey kelsi kelvin kemal ken kendal kendall kendra kendrick kenia kenji kennedy
    kenneth kennith kenny kent kenta kenya kenyatta kenzie keri kerri kerry kerstin keshia
    keven kevin keyshawn khadija khaled khalid khalil kian kiara kieran kiersten kiki kiko
    kiley kim kimber kimberlee kimberley kimberly kimiko kimmy kingsley kinsey kip kiran kirby
    kirk kirsi kirsten kirstin kirsty kishore kit kittie kitty kiyoshi kjell klara klaus knox
    knut kobe kofi koji konrad konstantin kora korey kornelia kory kosho kostas kris krishna
    krissy krista kristal kristel kristen kristi kristian kristie kristin kristina kristine
    kristofer kristoffer kristopher kristy kriti krystal krystle krystyna krzysztof kumar
    kunal kurt kurtis kwabena kwaku kwame kyla kyle kyleigh kylie kym kyra lacey lachlan lacy
    ladislao ladislav ladonna laila lainey lakeisha lakesha lakisha lakshmi lali lalit lalita
    lalo lamar lamont lana lanae lance landon lane lani lanny laquan lara laraine larissa
    larita larkin larry lars larue lashawn lata latasha latisha latonia latonya latoya latrell
    latrice laura laureano laureen laurel lauren laurena laurence laurene laurent lauretta
    laurette lauri laurice laurie lavern laverne lavinia lavon lavonne lawanda lawrence lawson
    layla lazaro lazarus lea leah leana leandra leandro leann leanne leatrice lech leda lee
    leeann leeanna leeanne leela leena leesa leeza leif leigh leigha leila leilani leire lela
    leland lemuel len lena lenard lencho lenka lennart lennie lennox lenny lenora lenore leo
    leobardo leocadia leocadio leola leon leona leonard leonardo leonel leonid leonie leonor
    leonora leonore leontine leopold leopoldo leora leota lerato leroi leroy leslee leslie
    leslye lester leszek leta letha leticia letitia lettie levi levon lew lewis lexi lexie
    leyla lia liam liana lianne libbie libby librado licha licho lidia lidiya liesel
    lieselotte liesl liisa lil lila lilah lilian liliana lilith lilla lillian lillie lillis
    lily lin lina linc lincoln linda lindell linden lindsay lindsey lindsy lindy link linnea
    linnet linnie lino linton linus linwood lionel lisa lisandro lisbeth lise lisette lissa
    lita liv livia liz liza lizbeth lizette lizzie llewellyn llinos lloyd logan loida lois
    lola loleta lolita lon loni lonna lonnie lonny lora loraine loreen lorelei loren lorena
    lorenz lorenza lorenzo loretta loretto lori lorie lorina loris lorna lorne lorraine
    lorretta lorri lorène lothar lottie lou lou-ann louann loucas louella louis louisa louise
    loura lourdes lourens lovell lowell lowri loyd loïc luann luanne luba luc luca lucas
    lucero lucette lucia luciana luciano lucie lucien lucilla lucille lucinda lucinde lucio
    lucius lucretia lucy lucyna lucía ludmila ludovic ludwig luella luigi luis luisa luisito
    lukas luke lulu luna lupe lupita lurline luther luz luísa lydia lyla lyle lyman lyn lynda
    lyndon lyndsay lyndsey lyne lynette lynn lynne lynnea lynnell lynnette lynwood lysandra
    léa léo léon léonard léonie maarten mabel mable mac macario maciej mack macy madalyn
    maddie maddy madelaine madeleine madeline madelyn madelynn madge madhavi madhu madison
    mads mae maeve magali magda magdalena maggie magnus mague mahalia mahendra mahesh mahmoud
    mai maia mair maira maisie maite maj maj-britt makayla makoto malachi malachy malcolm
    malcom malena malia malik malin malinda malini malka mallory mamie mamta manda mandi
    mandla mandy manfred manish manisha manny manoj manolo manon mansoor manu manuel manuela
    mara maranda marc marcel marcela marcelina marceline marcelino marcella marcelle marcellus
    marcelo marcelyn marchelle marci marcia marcie marcin marco marcos marcus marcy mareike
    marek maren margaret margareta margarete margarethe margaretta margarita marge margene
    margery margie margo margot margrit marguerite margy mari maria maria-elena mariah mariam
    marian mariana mariann marianne mariano maribel maribeth marica maricarmen maricela
    maricruz marie marie-claude marie-josèphe mariel mariela marietta marijane marika mariko
    marilee marilyn marilynn marin marina marine marinus mario marion marisa marisela marisol
    marissa marita marites marius mariusz marja marjan marjatta marji marjolaine marjorie
    marjory mark marketa markus marla marlee marleen marleigh marlena marlene marley marlin
    marlo marlon marlyn marlys marnie maro marquis marquise marquita marsha marshal marshall
    marta martell martha marthe martin martina martine marty martyn martín maruja marv marva
    marvella marvin marvis mary mary-ann mary-jane maryam maryann maryanne marybeth maryellen
    maryjo marylin marylou maryse maryvonne maría masahiro masako masha mason massimo mateo
    mateus mathew mathias mathieu mathilde mathis matias matilda mats matt matteo matthew
    matthias matti mattias mattie matías maud maude maudie maura maureen maurice mauricio
    maurita mauro maverick mavis mavourneen max maxime maximilian maximino maximo maxine
    maxwell maya maybelle mayme mayra mayumi maëlle maëva małgorzata mckenna mckenzie mckinley
    meagan meaghan meche meenakshi meera meg megan megann mehdi mehmet mei mei-ling meike
    meinir meir mel melanie melany melba melchor melda melina melinda melisa melissa mellissa
    melodie melody melonie melva melville melvin melvyn memo mendel mercedes mercedez mercy
    meredith merideth merilee merilyn merissa merle merlin merna merri merrill merry merton
    merv mervin mervyn meryl meta mia mica micaela micah micaiah michael michaela michaele
    michal micheal michel michele michelina micheline michelle michiko michio michèle mick
    mickey mickie micky midge mieke mignon miguel mika mikael mikaela mikayla mike mikel mikey
    mikhail mikki mikko milagro milagros milan mildred milena miles milford milica millard
    millicent millie milly milo milos milt milton mimi min-jun mina mindy minerva minh minna
    minnie minoru mirabelle miranda mireille mirek mirella miriam mirjam mirna miroslav mischa
    misha missy misty mitch mitchel mitchell mitsuko mitzi mo modesta modesto moe mohamed
    mohammed mohan mohini moira moises moishe moisés mollie molly mona moncho monica monika
    monique monroe monte montel montgomery montse montserrat monty mordecai morgan moriah
    moritz morley morna morris mort morten mortimer morton moses moshe moss muhammad mukesh
    muneer murdoch muriel murielle murphy murray mustafa mustapha myles myra myriam myrle
    myrna myron myrtle máire märta mélanie mélissa mélodie mónica nacho nada nadav nadia
    nadine nadja nadya naftali naima nakia nalani naledi nan nana nancy nandita nando nanette
    nannie naoki naoko naomi narcisa narciso narelle nash nasir nastassia natacha natalee
    natali natalia natalie nataly natalya natan natasha natashia nate nathalie nathan
    nathanael nathania nathaniel natividad naveen nayeli nazario nazim neal neala ned neda
    neel neera neeta neha neil neila nelda nell nella nellie nelly nels nelson nena nereida
    neriah nerida nerys nessa nestor neto netta nettie nev neva neville nevin newell newt
    newton ngozi nia niall niamh nicanor nichola nicholas nichole nick nicki nicklas nicky
    nico nicola nicolai nicolas nicole nicolette nicolás nidhi nidia niels nigel nikhil niki
    nikita nikki niko nikola nikolai nikolas nilda niles nilesh nils nilsa nimrod nina ninfa
    nino niraj nisha nita nitin nkechi nnamdi noah noam noboru noe noel noelia noelle noemi
    noemí nola nolan nolene nomi nona noor nora norah norbert norberto noreen norene noriko
    norm norma norman normand norris norton norwood nova noémie nuala numa nuno nuria nydia
    nyla nélida néstor obadiah obdulia obi obie octavia octavio oda odalys odell odessa odette
    odile odis odo ofelia ofer oisín okey ola olaf olav ole oleg olegario olena olga olin
    olinda oliva olive oliver olivia olli ollie olof olufemi oluwaseun olympe omar omer ona
    ondine onur oona opal ophelia ora oralee oralia oren oriana orin oriol orla orlaith
    orlando orly orpha orsolya orson ortensia orval orvel orville osama osamu oscar oskar
    osman ossie osvaldo oswald oswaldo otelia otha othello otilia otis otmar ottavio ottilie
    ottmar otto ove ovidio owain owen ozell ozzie ozzy paavo pablo paco paddy padma padraig
    paige palma paloma pam pamala pamela pammy pancha pancho pancracio paola paolina paolo
    paquita paris parker parvati parveen pascal pascale pascual pascuala pasha pasquale pat
    patience patrica patrice patricia patricio patrick patrik patrizia patsie patsy patterson
    patti patton patty paul paula paulette paulina pauline paulino paulita paulo pavel paweł
    pearl pearlie pearline pearse pedro peg peggie peggy pekka pema penelope penny pepa pepe
    pepito percival percy perfecto perla perpetua perrin perrine perry pesach petar pete peter
    petr petra petronella petronila petros petter petula petunia peyton phebe phil philip
    philippa philippe phillip phineas phoebe phoenix phyl phylis phyllis pia pierce pierina
    pierre pierrette piers pieter pietro pilar pina pinchas piotr pip piper pirkko plácido
    polly pooja poppy porfirio porter portia pradeep prakash prakriti pramod pranav pratap
    pravin precious preeti prem presley preston primitivo primo prince prisca priscilla priya
    priyanka prudence prudencio prunella przemysław puja pádraig pär quanisha quentin quico
    quincy quinlan quinn quinten quinton quique rabia rachael rachel rachele rachelle rachid
    rachna radha radu rae raeann raekwon raelene rafa rafael rafaela rafe rafita raghu
    ragnhild rahul raimundo rain raina rainer raisa raj rajan rajendra rajesh raji rajiv
    rakesh raleigh ralph ram ramakrishna ramesh rami ramiro ramla ramon ramona ramoncito ramón
    rana randal randall randee randell randi randolph randy rani ranjana ranjit raoul raphael
    raphaela raphaël raquel rashad rasheed rashid rashida rasmus ratna raul raven ravi ray
    rayford raylene raymon raymond raymonde raymundo rayna raynard raúl reagan reba rebecca
    rebekah reed reese refugio reg regan reggie reggy regina reginald regine regino regis reid
    reiko reina reinaldo reiner reinhard reinhold rekha remedios remi remigio remy rena renae
    renaldo renata renate renato renaud renay renda rene renee renita renu renzo rené renée
    ressie reuben reva rex rey reyes reyna reynaldo reynold reynolds rhea rhett rhian rhiannon
    rhoda rhodri rhonda rhonwen rhys ria rian ricarda ricardo rich richard richelle richie
    rick rickey rickie ricky rico rigo rigoberta rigoberto riikka riitta rika rikki riley rima
    rina ringo risa rishi rita ritchie ritu riva river rivka roan rob robbie robbin robby
    robbyn robert roberta roberto robi robin robina robyn roca rocco rochel rochelle rocio
    rocky rocío rod roddy roderick roderigo rodger rodney rodolfo rodolphe rodrick rodrigo
    rogan rogelia rogelio roger rohan rohit roisin roland rolanda rolande rolando rolf rolland
    rollie rollin rollo roma romain romaine roman romana romeo romualdo romy román roméo ron
    rona ronald ronan ronda rondell ronen roni ronin ronna ronni ronnie ronny roosevelt rori
    rory rosa rosalba rosalie rosalina rosalind rosalinda rosaline rosalva rosalyn rosalío
    rosamond rosamund rosana rosann rosanna rosanne rosario rosaura roscoe rose roseann
    roseanna roseanne rosella roselle roselyn rosemarie rosemary rosenda rosendo rosetta rosie
    rosina rosita roslyn ross rossana rowan rowena roxana roxann roxanne roxie roxy roy royal
    royce roz rozalia rozanne rozella rube ruben rubin ruby rubye rubén rudi rudolf rudolph
    rudy rudyard rufina rufino rufus runa rune rupert rurik russ russel russell rustin rusty
    rutger ruth ruthann ruthanne ruthe ruthie ruthy rutilio ryan ryder ryker ryszard ryushin
    régine réjean réjeanne rémi rémy róisín saara sabina sabine sabino sabra sabrina sacha
    sachin sada sadia sadie sage sahil saida saif sakura sal salim salina sally salma salome
    salomon salomé salvador salvatore sam samantha sami samir samira sammie sammy samson
    samuel sana sandeep sandhya sandi sandie sandra sandro sandy sanford sanjay sanjeev sanna
    sanne santa santana santiago santina santino santos saoirse sara sarah sarahi sarai saraid
    sarina sarita saroj sascha sasha sashi saskia satish satoru satoshi satu saturnino saul
    saundra savanna savannah savita sawyer scarlet scarlett schuyler scot scott scottie scotty
    seamus sean searcy sebastian sebastiano sebastien sebastián seema selah selena selene
    selim selina selma selwyn semyon senta seppo serafina serafín seraphina serena serg serge
    sergei sergej sergio serhiy seth seumas severiano severin seymour sha shabnam shahid
    shaina shakira shalini shamus shan shana shanda shandra shane shanelle shanequa shani
    shanice shaniqua shanna shannon shanta shantel shanti shaquille shara sharee shari sharif
    sharla sharleen sharlene sharmila sharolyn sharon sharonda sharri sharron sharyl sharyn
    shashi shasta shaun shauna shaunda shavonne shawanda shawn shawna shawnna shay shayla
    shayna shayne shea sheba sheela sheena sheila shelagh shelba shelbi shelby sheldon shelia
    shelley shelli shellie shelly shelton shelva shena shenna shep shera sheree sheri sherice
    sheridan sherie sherita sherlyn sherman sherri sherrie sherrill sherron sherry sherwin
    sherwood sheryl sheryle sheryll shigeru shikha shiloh shilpa shinji shinzen shira shirin
    shirl shirlee shirlene shirley shizuko shlomo shmuel shobha shohaku shona shonda shoshana
    shoshanna shreya shrikant shruti shunryu shyam shyla sian sibyl sibylle sid sidney sidonie
    sidsel siegfried sienna sigmund signe sigrid sigurd silas silke silvana silvano silverio
    silvester silvia silvie sim simcha simeon simon simona simone simonne simón sina sinclair
    sindy sinead sinéad siobhan siobhán sipho sissie sissy sita sivan sixto siân siôn skip sky
    skye skyler slavko slim smita sneha socorro sofia sofie sofía sol solange soledad solomon
    solveig solène somer sonali sonam sondra sonia sonja sonny sonu soo-jin sophia sophie
    sophy soraya sorcha soren spencer spiro srinivas stacee stacey staci stacia stacie stacy
    stan standish stanford stanislav stanislaw stanley stanton star starla starr stasia stef
    stefan stefanie steffan steffen steffi steffie stelios stella steph stephan stephane
    stephani stephania stephanie stephen stephenie stephie stephine sterling stevan steve
    steven stevi stevie stewart stewie stine stoney stormy stu stuart stéphane stéphanie
    subhash sudhir sue sue-ann suellen suki sukie sullivan suman sumner sunil sunita sunniva
    sunny suresh surya susan susana susann susanna susannah susanne suse sushila sushma susi
    susie susy suzan suzann suzanna suzanne suzette suzie suzy svein sven svend svenja
    svetlana swapna swati swen sybil syd sydnee sydney sylvain sylvaine sylvan sylvana
    sylvanus sylvester sylvette sylvia sylvie szymon séamus sébastien sólveig søren sławomir
    tabatha tabby tabitha tacho tad tadashi tadeo tadeusz tadhg taigen taisha taj tajuana
    takashi takeshi talbot talia tallulah tam tamala tamar tamara tamatha tambra tameka tamela
    tamera tami tamie tamika tamiko tamisha tammie tammy tamra tana tandy taneisha tania
    tanisha tanner tansy tanvi tanya tara tarek tarik tariq taro tarra tarun taryn tasha tashi
    tate tatiana tatum tavia tavis tavo tavon tawny taylor teagan ted tedd teddi teddy teena
    tegan teisha telma telésforo tempel tempest templeton tena tendai tenley tennille tenshin
    tenzin teo teodor teodora teodoro tera tercero terence teresa terese teresita teressa teri
    terina terrance terrell terri terrie terry teryl tess tessa tessie teto tetsuo tex teófilo
    thabo thad thaddeus thais thandi thandiwe thanh thatcher thea thelma themba theo theodor
    theodora theodore theodosia theresa therese theresia theron thibault thich thierry thom
    thomas thomasina thor thora thorsten thubten thurman thurston thuy théo théodore thérèse
    tia tibor tiburcio tiera tiernan tierra tiesha tiff tiffany tilda tilde tillie tillman
    tilly tim timmy timo timoteo timotheus timothy timothée tina tinker tino tiny tisha
    titania tito titus tivon tiên tobi tobiah tobias tobie tobin toby tod todd toinette tom
    tomas tomasa tomasz tomek tomeka tomi tomika tomiko tommaso tommie tommy tommye tomás tona
    tonda toney toni tonia tonja tony tonya topher tor torben torbjørn tore toribio torin
    torrance torrence torrie torsten tory toshi tova toñito toño tracey traci tracie tracy
    travis tre tremaine trent tressa trev trever trevon trevor trey tricia trin trina trini
    trinidad trinity trish trisha tristan tristram trixie troels troy trudi trudie trudy
    truman tryg trygve tuck tucker tudor tuere tula tunde tuomas turner tuula twila twyla ty
    tybalt tycho tye tyler tyra tyree tyreke tyrel tyrell tyrese tyrone tyson tzipora ubaldo
    uche udo ulla ulrich ulrika ulrike ulysse ulysses uma umberto una unai uri uriah uriel
    ursel ursula urszula usha ute uwe vadim val valarie valda valdemar valente valentin
    valentina valentine valentino valentín valeri valeria valerian valerie valerio valery
    vallie valorie valérie vance vanda vandana vanessa vania vannessa varsha vasant vasco
    vasili vaughan vaughn veda veena velda velia velma venetia venita vera verda vere verena
    verlene verlin vern verna vernell vernetta vernice vernita vernon veronica veronika
    veronique verónica vesta vi vic vicenta vicente vickey vicki vickie vicky vico victor
    victoria victoriano victorina vida vidal vidya vigdis vijay vikas vikki vikram viktor
    viktoria vilhelm ville villu vilma vimala vimalasara vinay vince vincent vincenza vincenzo
    vinita vinnie vinny vinod vinson viola violet violeta violette virgie virgil virgilio
    virginia virginie vishal vitaly vito vitor vittoria vittorio viv vivan vivek vivi vivian
    viviane vivien vivienne vlad vladimir vladislav vlasta volker vonda vonnie véronique
    víctor wade waldo waleed walker wallace wallis wally walt walter walton waltraud wanda
    wanita ward warner warren warwick wava waylon wayne webster wei weldon wenceslao wendel
    wendell wendi wendie wendy wenona werner wes wesley westley weston whit whitey whitney
    wiebke wiesław wilbert wilberto wilbur wilda wiley wilford wilfred wilfredo wilfrid
    wilfrido wilhelm wilhelmina wilhelmine wilhelmus will willa willard willene willette
    william williams willian willie willis wills willy wilma wilmer wilson wilton wim winfield
    winfred winifred winnie winnifred winona winslow winston winthrop wojciech wolf wolfgang
    wolfram woodrow woody wren wyatt wyman wynn wynne wynona xander xandra xavi xavier xenia
    xiao ximena xiomara xóchitl yaakov yadira yael yahaira yair yajaira yakov yan yana yanira
    yann yanni yannick yannis yaron yash yasmeen yasmin yasmina yasmine yasser yazmín yehuda
    yelena yemi yesenia yevette yigal ying yitzhak ynez yogesh yoko yola yolaine yolanda
    yolande yoli yon yonatan yong yoni yosef yosh yoshi yoshiko youssef ysabel yuki yukiko
    yuko yulia yuliana yulissa yumi yung yuri yusuf yusuke yuval yvain yvan yves yvette yvon
    yvonne yvonnick zabrina zac zacarías zach zachariah zacharias zacharie zachary zachery
    zack zaida zain zaire zak zakia zakir zander zane zanele zara zayn zbigniew zdzisław zeb
    zebulon zechariah zed zeke zelda zella zelma zena zenaida zenkei zeno zenobia zev zeynep
    zhang zhen ziggy zina zita ziv zodwa zoe zoey zofia zohar zoila zoketsu zola zoltan zora
    zoraida zoran zoé zoë zuleika zuzana zvi zyanya óscar örjan öyvind úrsula łukasz
    """
)
