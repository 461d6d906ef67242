"""Given names of many countries, A to J; :mod:`given` says which of them are words as well."""

from __future__ import annotations

from desktop_app.catalog.table import table

A_TO_J = table(
    """
    aaliyah aaron aarti abbas abbey abbie abby abdul abe abel abhishek abigail abimbola
    abraham abram ada adalberto adam addie addison ade adebayo adela adelaide adele adeline
    aditi aditya adolfo adolph adrian adriana adriano adrienne adán agatha agnes agnieszka
    agustin agustín ahmad ahmed aidan aiden aileen aimee aimée ainhoa aino aisha ajay akash
    akiko akira al alan alana alastair alba albert alberto alda aldo alec alejandra alejandro
    aleksandra alessandra alessandro alethea alex alexa alexander alexandra alexis alf alfie
    alfonso alfred alfredo ali alice alicia alina alisa alisha alison alisson alistair allan
    allegra allen allie allison allyson alma alok alonso alphonse alphonso althea alton alva
    alvarado alvaro alvin alyce alyssa amado amaia amalia amanda amara amari amaya amber
    ambrose amelia ami amie amina amir amit amita amos amparo amy ana anabel analía anand
    ananda anastasia anatole anaïs anders andra andre andrea andreas andres andrew andré
    andrés andy anette angel angela angelica angelina angelique angelita angelo angharad angie
    angus anibal anika anil anissa anita anjali anjana ankit ankita ann anna annabel annamarie
    anne anneke annelise annemarie annette annie annika annmarie anouk ansel anselm anselmo
    anthony antje antoine antoinette anton antonella antonette antoni antonia antonio antti
    anurag anushka anya aníbal aoife aparna apollo april arabella araceli aracely aram archana
    archer archie arden ardis ariana ariel arielle aristides arjun arlene arlie arlo arlyn
    armand armando armida arnaud arne arnie arnold aron arpad arron art arthur artie arturo
    arun arvid asa ash asha ashlee ashleigh ashley ashlyn ashok ashwin asif astor astrid
    asunción athena aubrey audra audrey audrie augie augustin augusto aurelie aurelio aurora
    aurélie austin autumn ava avery avi avis axel aya ayesha ayla azalea aída babatunde
    babette babs bailey baldo baltazar barb barbara barbra barney barrett barrie barry bart
    bartholomew bartosz bashir basil baxter bea beata beatrice beatriz beau becca becky
    belinda bella belén ben benedict benita benito benjamin benjamín benji bennett benno benny
    benoit benoît berenice bernadette bernadine bernard bernardine bernardo bernice berniece
    berny bert berta bertha bertie bertil bertrand bess beth bethan bethany beto betsy bette
    bettie bettina betty bettye bev beverly bharat bhavani bianca bibi bill billie billy bing
    birgit bjorn björn blaine blair blake blanca blanche bo bob bobbe bobbi bobbie bobby
    bobbye bodhi bogdan bonnie boris boyd bożena brad bradley brady branden brandi brandon
    brandt brandy breanna bree brenda brendan brenna brennan brent brenton bret brett brian
    brianna brianne brice bridget bridie brigid brigitte brit brita britney britt brittany
    brittney brock brody bronson bronwyn brooke bruce bruno bryan bryce bryn brynn brígida
    bubba buck buckley bud buddy burke burl burnell burnice burt burton butch buzz byrd byron
    bård béatrice bénédicte caden caitlin cal caleb callie callum calvin camden cameron camila
    camilla camille candace cande candelaria candi candice candy caoimhe carey caridad carina
    carissa carl carla carlene carlo carlos carlotta carlton carly carlyle carmela carmelo
    carmen carmine carol carola carole carolee carolina caroline carolyn carolynn carrie
    carroll carson carter cary caryn carys casey cass cassandra cassidy cassie catalina
    catalino cate cath cathal catherine cathie cathleen cathy catrina cayetano cecelia cecil
    cecile cecilia cecily cedric celeste celestina celestino celia celina celine cesar chad
    chana chandan chandra chanel chantal chantel charis charleen charlene charles charley
    charlie charlize charlotte charmaine charo chase chauncey chayanne chayo chaz chela
    chelsea chelsey chema cher cherie cherise cherrie cheryl cheryl-ann cheryll chester chetan
    cheyanne chiara chico chidi chinedu chioma chip chloe chloé chris chrissy christa christel
    christen christi christian christina christine christoph christophe christopher christy
    chrystal chuck chucky chuy chuyita cian ciara ciarán cicely cicero cilla cindy cirilo
    claire clancy clara clarence clarice clarissa clark claude claudette claudia claudine
    claudio clay clayton clem clement clemente clementina cleo cletus cliff clifford clint
    clive clotilde clyde cody coleen coleman colene coleton colette colin colleen collette
    colm concepción concha conchita concho connie connor conor conrad constance consuela
    consuelo cooper cora coral corbin cordelia coreen corey corina corinna corinne cornelius
    corrie cortney cory cosmo courtney craig cristina cristóbal cruz crystal cuauhtémoc cuca
    cuco curro curt curtis curtiss cynde cyndi cyndy cynthia cyrielle cyril cyrille cyrus
    cástulo cécile cédric céline césar dafydd dagmar dagny daisy dakota dale dallas dallin
    dalton damaris damian damien damon dan dana dani danica daniel daniela daniele danielle
    danika danilo danni dannie danny dante danuta danute daphna daphne dara darcy dariela
    darin dario darius darla darleen darlena darlene darnel darnell darrell darren darrin
    darron darryl daryl daryle dashiell dave davey david davida davina davis dawn dawson dax
    dayna dean deana deandra deandre deane deann deanna deb debbie debby debora deborah debra
    debrah decker dede dee deena deepa deepak deepika deidra deidre deion deirdra deirdre deja
    del delaney delbert delfina delfino delia dell della delores delphine delroy demarcus
    demetria demetrio demetrius demi demian dena denis denise denisse dennie dennis denny
    denzel dequan derek deshawn desi desirae desiree desmond dessie devi devin devon dewayne
    dewey dex dexter dhammaruwan dhruv diana diane dianne dick diego dietrich dillon dilys
    dimitri dina dinah dinesh dinora dion dionne dirk ditte divya dixie doc dodie dody dolly
    dolores dolph domenic dominga domingo dominic dominick dominique domitila don donal donald
    donatella donell donita donna donnell donnie donny donovan dora doreen dorene doretta
    dorian doris dorit dorota dorothea dorothy dorrie dory dot dotti dottie doug douglas dov
    doyle drake drew duane dudley duff duke duncan dunstan dustin dusty dwain dwaine dwayne
    dwight dyan dyana dylan dámaso débora désirée eamon earl earle earleen earline earnest
    eartha ebby eben ebenezer ebony eckhart ed eda edda eddie eddy edelmira eden edgar edie
    edison edith edmond edmund edmundo edna eduarda eduardo edward edwin edythe eero eeva
    effie efrain efraín efrem eila eileen eimear einar eirlys eithne eladio elaina elaine
    elbert elda eldon eldridge eleanor eleanora eleanore eleazar elena eleonora eleuterio eli
    elia eliana eliane elias elie elijah elisa elisabeth elise eliseo elisha elissa eliza
    elizabeth elke ella ellen ellery ellie elliot elliott ellis ellsworth ellyn elma elmer
    elmira elna elodie eloise elon eloy elpidio elroy elsie elspeth elton elva elvia elvin
    elvira elvis elwood elwyn elías elżbieta ema emanuel emeka emerson emery emil emile emilia
    emilie emilio emily emma emmalee emmanuel emmet emmy encarna engracia enid ennis enoch
    enrica enrico enrique enzo eoin ephraim epifanio erasmo eric erica erich erick ericka erik
    erika erin erlinda erma erna ernest ernestine ernesto ernie ernst errol erwin esme
    esmeralda esmé esperanza esteban estefanía estela estell estelle ester esther estrella
    estéban ethan ethel etienne etta eudora eufemia eugene eugenia eugenio eugénie eulalia
    eulalio eunice eusebio eustace eva evan evangelina evangeline evaristo eve evelyn everett
    evette evita ewa ewan ewart ewelina ezra fabian fabiana fabienne fabio fabiola fabián
    fabrice fabrizio facundo faisal faith fannie fanny fantasia farah faron farrah fatima
    fatou faustino faye federico felicia felicidad felicitas felicity felipe felix felton
    felícitas femi fenella ferdinand fergus fermín fern fernando ffion fidel fidelia fidencio
    filippo filomena finbar finley finn finnegan fiona fiorella fito fitz fletcher flo flora
    florence florencio florentino florian florin florine floyd fonda fondra forest forrest
    fortunato foster fran franca frances francesca francesco francie francine francis
    francisco franck franco francois francoise frank frankie franklin franz françois
    françois-xavier françoise fred freda freddie freddy frederic frederica frederick frederik
    fredrick freya frida frieda fritz fritzi frédéric fulton furyu gabby gabe gabor gabriel
    gabriela gabriele gabrielle gaby gael gaetano gail galen galina ganesh gareth garland
    garnet garrett garrick garth gary gaspar gaspard gaston gaurav gautam gavin gavino gayla
    gayle gaynell gaynor gaétan gaëlle gearóid geeta gemma gena genaro gene genevieve
    geneviève genie gennaro genoveva geoff geoffrey geordie george georgeanne georgene georges
    georgette georgia georgiana georgie georgina gerald geraldine gerard gerardo gerhard geri
    germaine german germán gerri gerry gerta gertie gertrud gertrude gervaise gethin ghislain
    ghislaine gia gianna gianni gib gideon gil gilbert gilberto gilda gilles gillian gina
    ginette ginger gini ginnie ginny giorgio giovanna giovanni girish gisele giselle gisèle
    gita giulia giuseppe gladis gladys glen glenda glendora glenn glenna glenys gloria glyn
    glynis glynn godfrey goldie gonzalo gonçalo gopal gordon gordy govind goyo grace graciano
    graciela grady graeme graham grant grayson graziella grażyna greer greg gregor gregorio
    gregory greig greta gretchen gretel grier griffin griselda grover grzegorz gráinne
    guadalupe guenther guido guillaume guillermo gulliver gunnar gunther gurmukh gus gustav
    gustave gustavo guy guénolé gwen gwendolen gwendolyn gwilym gwyn gwyneth gwynne gyorgy
    gábor gérald gérard göran hadley haim hakan hakim hal halina hallie hamid hamish hamlin
    hana hank hanna hannah hanne hannelore hans hansel hap harald hari harish harlan harlene
    harley harlow harold haroldo harriet harrison harry haruki haruto harv harvey harvinder
    hasan hassan hattie hayden hayley hazel heath heather hector hedda hedley hedwig hedy
    heidi heike heikki heinrich heinz heladio helaine helen helena helene helga hella helmi
    helmut hema hemant henk hennie henri henrietta henrik henrique henry herb herbert
    heriberto herlinda herman hermann hermina hermine herminia herminio hermione hernan
    hershel herve hervé hester hettie hilario hilary hilda hilde hillary hillel hinda hipólito
    hiram hirsch hobart hollie hollis holly homer hope horace horacio horst hortencia hortense
    howard howell howie hoyt hubert huda huey hugh hugo huguette humberto humphrey hunter
    hussein hyacinth hyman håkan héctor hélène ian ianthe ibrahim ichiro ida idalia idella
    iestyn ieuan ifeoma ignacio ignatia ignatius igor ike ikechukwu ila ilana ilene ilka ilkka
    ilona ilse iman imani imelda imogen imran ina indira indu ines inez inga inge ingeborg
    ingmar ingrid inés iola iona ione ira irena irene irina iris irma irvin irving irwin isaac
    isabel isabella isabelle isadora isaiah isaias isaura isaías ishmael isidora isidore
    isidoro isidro isla ismael ismail isobel isolde israel issa issac istvan itamar itzel
    itziar iva ivan ivana ivar ivette ivonne ivy iván iwona iyana izabela izzy iñaki jacalyn
    jacek jacinda jacinta jacinto jack jacki jackie jacklyn jackson jacky jaclyn jacob jacobo
    jacqueline jacquelyn jacques jacquie jada jade jaden jadwiga jagdish jai jaime jaimee
    jaimie jaine jairo jake jaleesa jalen jalisa jamal jamarcus jamel james jameson jami jamie
    jammie jan jana janae jane janel janell janelle janet janette janey janice janie janiece
    janina janine janis janiya jann janna jannie jaqueline jardine jared jarek jaret jari
    jarod jaroslav jarrett jarrod jarvis jasmin jasmina jasmine jason jasper javi javier jaxon
    jay jaya jayce jayden jayesh jaylen jayme jayna jayne jazmin jean jean-marc jean-paul
    jean-pierre jeana jeanette jeanie jeanine jeanna jeanne jeannette jeannie jeannine jeannot
    jeb jed jedidiah jeff jeffery jeffrey jeffry jelani jemal jemima jemma jen jena jenelle
    jenifer jeniffer jenn jenna jenni jennie jennifer jennings jenny jens jerald jeremiah
    jeremie jeremy jeri jerilyn jermain jermaine jerold jerome jerri jerrie jerrod jerrold
    jerry jerzy jess jessalyn jessamyn jesse jessi jessica jessie jessika jesus jesús jethro
    jett jewel jewell jiho jill jillian jim jimbo jimena jimmy jinny jo jo-ann jo-anne joab
    joachim joan joanie joann joanna joanne joao joaquin joaquina joaquín jocelyn jocelyne
    jodee jodi jodie jody joe joel joella joelle joellen joeseph joesph joetta joey johan
    johanna johannes john johnathan johnnie johnny joie jolanda jolanta jolene jolie jolyon
    jon jonah jonas jonathan joni jonna jonny jono joop joost jordan jordana jordi jordon
    jorge jorgen jorgito joris jose josef josefa josefina joselito joseluis joselyn joseph
    josephina josephine josephus josette josh joshua josiah josiane josie joss josue josué
    josé josé-luis josée jovan jovita joy joyce joye jozef joëlle juan juana juanita juanito
    juanjo judah jude judi judie judith judson judy juergen juha jukka julee jules juli julia
    julian juliana juliane julianne julie julien julienne juliet julieta juliette julio
    julissa julius julián june junior juniper jurgen justa justin justina justine justyna
    jutta juvenal jyoti jérémie jérôme jörg jörgen jürgen álvaro ángel ángela ángeles åke åsa
    édith édouard éliane élise éloi éloïse émile émilie éric étienne étiennette íñigo
    """
)
