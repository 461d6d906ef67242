"""Given names of many countries, K to Z; :mod:`given` says which of them are words as well."""

from __future__ import annotations

from desktop_app.catalog.table import table

K_TO_Z = table(
    """
    kacey kaci kade kadence kai kaia kaitlin kaitlyn kaitlynn kaleb kamal kamala kami
    kandace kandi kandy kane kanisha kara kareem kareen karen karenina karey kari karim karima
    karin karina karissa karl karla karleen karlene karlheinz karly karma karolina karon
    karrie karsten karyn kasey kasia kassandra kassie kat katarina kate katelyn katerina
    katharine kathe katherine kathi kathie kathleen kathlyn kathrin kathryn kathryne kathy
    katia katie katja katlyn katrin katrina katy katya kavita kay kaycee kaye kayla kaylee
    kayleigh kaylin kazuo keaton keegan keeley keely keenan keira keisha keith keitha kel
    kelle kellen kelley kelli kelly kelsey kelsi kelvin kemal ken kendal kendall kendra
    kendrick kenia kennedy kenneth kennith kenny kent kenya kenzie keri kerri kerry kerstin
    keshia keven kevin khadija khaled khalid khalil kian kiara kieran kiersten kiki kiley kim
    kimber kimberlee kimberley kimberly kimiko kimmy kingsley kinsey kip kiran kirby kirk
    kirsten kirstin kirsty kit kittie kitty kiyoshi klara klaus knox knut kobe koji konrad
    konstantin kora korey kornelia kory kostas kris krishna krissy krista kristal kristel
    kristen kristi kristian kristie kristin kristina kristine kristofer kristoffer kristopher
    kristy krystal krystle krystyna kumar kunal kurt kurtis kwame kyla kyle kyleigh kylie kym
    kyra lacey lachlan lacy ladislao ladislav ladonna laila lainey lakeisha lakesha lakshmi
    lali lalita lalo lamar lamont lana lanae lance landon lane lani lanny lara laraine larissa
    larita larkin larry lars larue lashawn latasha latisha latonya latoya latrice laura
    laureano laureen laurel lauren laurena laurence laurene laurent lauretta laurette lauri
    laurice laurie lavern laverne lavinia lavon lavonne lawanda lawrence lawson layla lazaro
    lazarus lea leah leana leandra leandro leann leanne leatrice leda lee leeann leeanna
    leeanne leela leena leesa leeza leif leigh leigha leila leilani lela leland lemuel len
    lena lenard lenka lennart lennie lennox lenny lenora lenore leo leobardo leocadia leocadio
    leola leon leona leonard leonardo leonel leonid leonie leonor leonora leonore leontine
    leopold leopoldo leora leota leroi leroy leslee leslie leslye lester leta letha leticia
    letitia lettie levi levon lew lewis lexi lexie leyla lia liam liana lianne libbie libby
    librado lidia lidiya liesel lieselotte liesl lil lila lilah lilian liliana lilith lilla
    lillian lillie lillis lily lina linc lincoln linda lindell linden lindsay lindsey lindsy
    lindy link linnea linnet linnie lino linton linus linwood lionel lisa lisandro lisbeth
    lise lisette lissa lita liv livia liz liza lizbeth lizette lizzie llewellyn lloyd logan
    loida lois lola loleta lolita lon loni lonna lonnie lonny lora loraine loreen lorelei
    loren lorena lorenz lorenza lorenzo loretta loretto lori lorie lorina loris lorna lorne
    lorraine lorretta lorri lorène lothar lottie lou lou-ann louann loucas louella louis
    louisa louise loura lourdes lourens lovell lowell loyd loïc luann luanne luba luc luca
    lucas lucero lucette lucia luciana luciano lucie lucien lucilla lucille lucinda lucinde
    lucio lucius lucretia lucy lucía ludmila ludovic ludwig luella luigi luis luisa luisito
    lukas luke lulu luna lupe lupita lurline luther luz luísa lydia lyla lyle lyman lyn lynda
    lyndon lyndsay lyndsey lyne lynette lynn lynne lynnea lynnell lynnette lynwood lysandra
    léa léo léon léonard léonie maarten mabel mable mac macario mack macy madalyn maddie maddy
    madelaine madeleine madeline madelyn madelynn madge madhu madison mads mae maeve magali
    magda magdalena maggie magnus mahalia mahesh mahmoud mai maia maira maisie maite maj
    makayla malachi malachy malcolm malcom malena malia malik malin malinda malka mallory
    mamie mamta manda mandi mandy manfred manish manny manoj manolo manon mansoor manu manuel
    manuela mara maranda marc marcel marcela marcelina marceline marcelino marcella marcelle
    marcellus marcelo marcelyn marchelle marci marcia marcie marco marcos marcus marcy mareike
    marek maren margaret margareta margarete margarethe margaretta margarita marge margene
    margery margie margo margot margrit marguerite margy mari maria maria-elena mariah mariam
    marian mariana mariann marianne mariano maribel maribeth marica maricarmen maricela
    maricruz marie marie-claude marie-josèphe mariel mariela marietta marijane marika marilee
    marilyn marilynn marin marina marine marinus mario marion marisa marisela marisol marissa
    marita marites marius marjan marji marjolaine marjorie marjory mark marketa markus marla
    marlee marleen marleigh marlena marlene marley marlin marlo marlon marlyn marlys marnie
    maro marquis marquita marsha marshal marshall marta martell martha marthe martin martina
    martine marty martyn martín marv marva marvella marvin marvis mary mary-ann mary-jane
    maryam maryann maryanne marybeth maryellen maryjo marylin marylou maryse maryvonne maría
    masako masha mason massimo mateo mateus mathew mathias mathieu mathilde mathis matias
    matilda mats matt matteo matthew matthias mattias mattie matías maud maude maudie maura
    maureen maurice mauricio maurita mauro maverick mavis mavourneen max maxime maximilian
    maximino maximo maxine maxwell maya maybelle mayme mayra mayumi maëlle maëva mckenna
    mckenzie mckinley meagan meaghan meera meg megan megann mehdi mehmet mei meike meir mel
    melanie melany melba melchor melda melina melinda melisa melissa mellissa melodie melody
    melonie melva melville melvin melvyn memo mendel mercedes mercedez mercy meredith merideth
    merilee merilyn merissa merle merlin merna merri merrill merry merton merv mervin mervyn
    meryl meta mia mica micaela micah micaiah michael michaela michaele michal micheal michel
    michele michelina micheline michelle michiko michèle mick mickey mickie micky midge mieke
    mignon miguel mika mikael mikaela mikayla mike mikel mikey mikhail mikki milagro milagros
    milan mildred milena miles milford milica millard millicent millie milly milo milos milt
    milton mimi mina mindy minerva minh minna minnie minoru mirabelle miranda mireille mirella
    miriam mirjam mirna miroslav mischa misha missy misty mitch mitchel mitchell mitsuko mitzi
    mo modesta modesto moe mohamed mohammed moira moises moishe moisés mollie molly mona
    monica monika monique monroe monte montgomery montserrat monty mordecai morgan moriah
    moritz morley morna morris mort morten mortimer morton moses moshe moss muhammad muneer
    murdoch muriel murielle murphy murray mustafa mustapha myles myra myriam myrle myrna myron
    myrtle mélanie mélissa mélodie mónica nacho nada nadav nadia nadine nadja nadya naftali
    naima nakia nalani nan nana nancy nandita nanette nannie naoko naomi narcisa narciso
    narelle nash nasir nastassia natacha natalee natali natalia natalie nataly natalya natan
    natasha natashia nate nathalie nathan nathanael nathania nathaniel natividad nayeli
    nazario nazim neal neala ned neda neel neera neha neil neila nelda nell nella nellie nelly
    nels nelson nena nereida neriah nerida nerys nessa nestor netta nettie nev neva neville
    nevin newell newt newton nia niall niamh nicanor nichola nicholas nichole nick nicki
    nicklas nicky nico nicola nicolai nicolas nicole nicolette nicolás nidia niels nigel
    nikhil niki nikita nikki niko nikola nikolai nikolas nilda niles nils nilsa nimrod nina
    ninfa nino nisha nita nitin noah noam noe noel noelia noelle noemi noemí nola nolan nolene
    nomi nona noor nora norah norbert norberto noreen norene noriko norm norma norman normand
    norris norton norwood nova noémie nuala numa nuno nuria nydia nyla nélida néstor obadiah
    obdulia obie octavia octavio oda odalys odell odessa odette odile odis odo ofelia ofer
    okey ola olaf olav ole oleg olegario olena olga olin olinda oliva olive oliver olivia
    ollie olof olympe omar omer ona ondine onur oona opal ophelia ora oralee oralia oren
    oriana orin oriol orla orlando orly orpha orsolya orson ortensia orval orvel orville osama
    oscar oskar osman ossie osvaldo oswald oswaldo otelia otha othello otilia otis otmar
    ottavio ottilie ottmar otto ove ovidio owain owen ozell ozzie ozzy pablo paco paddy
    padraig paige palma paloma pam pamala pamela pammy pancha pancho paola paolina paolo
    paquita paris parker parveen pascal pascale pascual pascuala pasha pasquale pat patience
    patrica patrice patricia patricio patrick patrik patrizia patsie patsy patterson patti
    patton patty paul paula paulette paulina pauline paulino paulita paulo pavel pearl pearlie
    pearline pearse pedro peg peggie peggy pema penelope penny pepa pepe percival percy
    perfecto perla perpetua perrin perrine perry pesach petar pete peter petr petra petronella
    petronila petros petter petula petunia peyton phebe phil philip philippa philippe phillip
    phineas phoebe phoenix phyl phylis phyllis pia pierce pierina pierre pierrette piers
    pieter pietro pilar pina pinchas piotr pip piper plácido polly poppy porfirio porter
    portia prakash pranav pratap pravin precious presley preston primitivo primo prince prisca
    priscilla priya prudence prudencio prunella pádraig quentin quincy quinlan quinn quinten
    quinton quique rabia rachael rachel rachele rachelle rachid radha radu rae raeann raelene
    rafa rafael rafaela rafe raghu rahul raimundo rain raina rainer raisa raj rajan rajesh
    raji rajiv raleigh ralph ramakrishna ramesh rami ramiro ramla ramon ramona ramón rana
    randal randall randee randell randi randolph randy rani ranjit raoul raphael raphaela
    raphaël raquel rashad rasheed rashid rashida rasmus raul raven ravi ray rayford raylene
    raymon raymond raymonde raymundo rayna raynard raúl reagan reba rebecca rebekah reed reese
    refugio reg regan reggie reggy regina reginald regine regino regis reid reiko reina
    reinaldo reiner reinhard reinhold remedios remi remigio remy rena renae renaldo renata
    renate renato renaud renay renda rene renee renita renzo rené renée ressie reuben reva rex
    rey reyes reyna reynaldo reynold reynolds rhea rhett rhian rhiannon rhoda rhodri rhonda
    rhonwen rhys ria rian ricarda ricardo rich richard richelle richie rick rickey rickie
    ricky rico rigo rigoberta rigoberto riitta rika rikki riley rima rina ringo risa rishi
    rita ritchie riva river rivka roan rob robbie robbin robby robbyn robert roberta roberto
    robi robin robina robyn roca rocco rochel rochelle rocio rocky rocío rod roddy roderick
    roderigo rodger rodney rodolfo rodolphe rodrick rodrigo rogan rogelia rogelio roger rohan
    roisin roland rolanda rolande rolando rolf rolland rollie rollin rollo roma romain romaine
    roman romana romeo romualdo romy román roméo ron rona ronald ronan ronda rondell ronen
    roni ronin ronna ronni ronnie ronny roosevelt rori rory rosa rosalba rosalie rosalina
    rosalind rosalinda rosaline rosalva rosalyn rosalío rosamond rosamund rosana rosann
    rosanna rosanne rosario rosaura roscoe rose roseann roseanna roseanne rosella roselle
    roselyn rosemarie rosemary rosenda rosendo rosetta rosie rosina rosita roslyn ross rossana
    rowan rowena roxana roxann roxanne roxie roxy roy royal royce roz rozalia rozanne rozella
    rube ruben rubin ruby rubye rubén rudi rudolf rudolph rudy rudyard rufina rufino rufus
    runa rune rupert rurik russ russel russell rustin rusty rutger ruth ruthann ruthanne ruthe
    ruthie ruthy rutilio ryan ryder ryker régine réjean réjeanne rémi rémy róisín saara sabina
    sabine sabino sabra sabrina sacha sada sadia sadie sage saida saif sakura sal salim salina
    sally salma salome salomon salomé salvador salvatore sam samantha sami samir samira sammie
    sammy samson samuel sana sandeep sandhya sandi sandie sandra sandro sandy sanford sanjay
    sanjeev sanna sanne santa santana santiago santina santino santos sara sarah sarahi sarai
    saraid sarina sarita sascha sasha sashi saskia satish satoshi saturnino saul saundra
    savanna savannah savita sawyer scarlet scarlett schuyler scot scott scottie scotty seamus
    sean searcy sebastian sebastiano sebastien sebastián seema selah selena selene selim
    selina selma selwyn semyon senta serafina serafín seraphina serena serg serge sergei
    sergej sergio serhiy seth seumas severiano severin seymour sha shabnam shahid shaina
    shakira shamus shan shana shanda shandra shane shanelle shani shanice shaniqua shanna
    shannon shanta shantel shanti shara sharee shari sharif sharla sharleen sharlene sharolyn
    sharon sharonda sharri sharron sharyl sharyn shasta shaun shauna shaunda shavonne shawanda
    shawn shawna shawnna shay shayla shayna shayne shea sheba sheela sheena sheila shelagh
    shelba shelbi shelby sheldon shelia shelley shelli shellie shelly shelton shelva shena
    shenna shep shera sheree sheri sherice sheridan sherie sherita sherlyn sherman sherri
    sherrie sherrill sherron sherry sherwin sherwood sheryl sheryle sheryll shiloh shinzen
    shira shirin shirl shirlee shirlene shirley shlomo shmuel shona shonda shoshana shoshanna
    shreya shrikant shunryu shyla sian sibyl sibylle sid sidney sidonie sidsel siegfried
    sienna sigmund signe sigrid sigurd silas silke silvana silvano silverio silvester silvia
    silvie sim simcha simeon simon simona simone simonne simón sina sinclair sindy sinead
    sinéad siobhan siobhán sissie sissy sita sivan sixto siân skip sky skye skyler slavko slim
    socorro sofia sofie sofía sol solange soledad solomon solveig solène somer sonali sonam
    sondra sonia sonja sonny sophia sophie sophy soraya soren spencer spiro srinivas stacee
    stacey staci stacia stacie stacy stan standish stanford stanislav stanislaw stanley
    stanton star starla starr stasia stef stefan stefanie steffan steffen steffi steffie
    stelios stella steph stephan stephane stephani stephania stephanie stephen stephenie
    stephie stephine sterling stevan steve steven stevi stevie stewart stewie stine stoney
    stormy stu stuart stéphane stéphanie sudhir sue sue-ann suellen suki sukie sullivan suman
    sumner sunil sunita sunniva sunny surya susan susana susann susanna susannah susanne suse
    susi susie susy suzan suzann suzanna suzanne suzette suzie suzy svein sven svend svenja
    svetlana swati swen sybil syd sydnee sydney sylvain sylvaine sylvan sylvana sylvanus
    sylvester sylvette sylvia sylvie szymon séamus sébastien sólveig søren tabatha tabby
    tabitha tacho tad tadeo tadeusz taisha taj tajuana takashi takeshi talbot talia tallulah
    tam tamala tamar tamara tamatha tambra tameka tamela tamera tami tamie tamika tamiko
    tammie tammy tamra tana tandy taneisha tania tanisha tanner tansy tanvi tanya tara tarek
    tarik tariq tarra taryn tasha tashi tate tatiana tatum tavia tavis tawny taylor teagan ted
    tedd teddi teddy teena teisha telma telésforo tempel tempest templeton tena tenley
    tennille tenzin teo teodor teodora teodoro tera tercero terence teresa terese teresita
    teressa teri terina terrance terrell terri terrie terry teryl tess tessa tessie tetsuo tex
    teófilo thad thaddeus thais thandi thanh thatcher thea thelma theo theodor theodora
    theodore theodosia theresa therese theresia theron thibault thich thierry thom thomas
    thomasina thor thora thorsten thubten thurman thurston thuy théo théodore thérèse tia
    tibor tiburcio tiera tiernan tierra tiesha tiff tiffany tilda tilde tillie tillman tilly
    tim timmy timo timoteo timotheus timothy timothée tina tinker tino tiny tisha titania tito
    titus tivon tiên tobi tobiah tobias tobie tobin toby tod todd toinette tom tomas tomasa
    tomasz tomeka tomi tomika tomiko tommaso tommie tommy tommye tomás tona tonda toney toni
    tonia tonja tony tonya topher tor torben tore toribio torin torrance torrence torrie
    torsten tory tova toño tracey traci tracie tracy travis tre trent tressa trev trever
    trevor trey tricia trin trina trini trinidad trinity trish trisha tristan tristram trixie
    troels troy trudi trudie trudy truman tryg trygve tuck tucker tudor tuere tula turner
    twila twyla ty tybalt tycho tye tyler tyra tyree tyrel tyrell tyrone tyson tzipora ubaldo
    udo ulla ulrich ulrika ulrike ulysse ulysses uma umberto una uri uriah uriel ursel ursula
    ute uwe vadim val valarie valda valdemar valente valentin valentina valentine valentino
    valentín valeri valeria valerian valerie valerio valery vallie valorie valérie vance vanda
    vandana vanessa vania vannessa vasco vasili vaughan vaughn veda velda velia velma venetia
    venita vera verda vere verena verlene verlin vern verna vernell vernetta vernice vernita
    vernon veronica veronika veronique verónica vesta vi vic vicenta vicente vickey vicki
    vickie vicky vico victor victoria victoriano victorina vida vidal vidya vijay vikki vikram
    viktor viktoria vilhelm villu vilma vimala vimalasara vinay vince vincent vincenza
    vincenzo vinita vinnie vinny vinod vinson viola violet violeta violette virgie virgil
    virgilio virginia virginie vitaly vito vitor vittoria vittorio viv vivan vivi vivian
    viviane vivien vivienne vlad vladimir vladislav vlasta volker vonda vonnie véronique
    víctor wade waldo waleed walker wallace wallis wally walt walter walton waltraud wanda
    wanita ward warner warren warwick wava waylon wayne webster weldon wenceslao wendel
    wendell wendi wendie wendy wenona werner wes wesley westley weston whit whitey whitney
    wiebke wilbert wilberto wilbur wilda wiley wilford wilfred wilfredo wilfrid wilfrido
    wilhelm wilhelmina wilhelmine wilhelmus will willa willard willene willette william
    williams willian willie willis wills willy wilma wilmer wilson wilton wim winfield winfred
    winifred winnie winnifred winona winslow winston winthrop wojciech wolf wolfgang wolfram
    woodrow woody wren wyatt wyman wynn wynne wynona xander xandra xavier xenia ximena xiomara
    xóchitl yaakov yadira yael yahaira yair yajaira yakov yan yana yanira yann yanni yannick
    yannis yaron yasmeen yasmin yasmina yasmine yasser yazmín yehuda yelena yesenia yevette
    yigal yitzhak ynez yoko yolaine yolanda yolande yon yonatan yong yoni yosef yosh yoshi
    yoshiko youssef ysabel yukiko yuko yulia yuliana yulissa yung yuri yusuf yuval yvain yvan
    yves yvette yvon yvonne yvonnick zabrina zac zacarías zach zachariah zacharias zacharie
    zachary zachery zack zaida zain zak zakia zakir zander zane zara zayn zeb zebulon
    zechariah zed zeke zelda zella zelma zena zenaida zeno zenobia zev zeynep zhang ziggy zina
    zita ziv zoe zoey zofia zohar zoila zola zoltan zora zoraida zoran zoé zoë zuleika zuzana
    zvi zyanya óscar úrsula
    """
)
