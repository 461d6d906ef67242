"""Given names, to tell people from things where a title leaves it open."""

from __future__ import annotations

from desktop_app.catalog.table import table

GIVEN = table(
    """
    aaron abby abdul abe abel abigail abram ada adam adela adele adolfo adrian adriana agnes
    agustin agustín aidan aileen aisha al alan alana alastair albert alberto aldo alec alejandra
    alejandro alex alexa alexander alexandra alexis alfie alfred alfredo alice alicia alina alison
    alistair allan allen allie allison allyson alma alonso alvaro alvin alyssa amalia amanda amber
    amelia amina amos amy ana anastasia anders andre andrea andreas andres andrew andré andrés andy
    angela angelica angelina angelo angus anika anil anita ann anna annabel anne anneke annemarie
    annette annie anouk ansel anthony antoine anton antonella antonia antonio anya archer archie
    arden ardis ariel arlene arlo arlyn armando arnold art arthur arturo ash asha ashley astrid
    audrey augustin aurelie aurora aurélie ava avery axel babette barb barbara barbra barney
    barrett barry bart basil bea beatrice beau becky bella ben benedict benjamin bennett benny
    benoit benoît berenice bernadette bernard bernardo bernice berny bert bertha bertie bertrand
    bess beth bethany beto betsy bette betty bev beverly bianca bill billie billy bing birgit
    blaine blair blake blanche bo bob bobbi bobbie bobby bobbye bonnie boyd brad bradley brandi
    brandon brandy bree brenda brendan brenna brent brett brian brice bridget brock bronwyn brooke
    bruce bruno bryan bryce bryn bubba bud buddy burnell burt burton butch buzz byron caitlin caleb
    calvin cameron camila camilla camille candace carey carina carl carla carlo carlos carlton
    carly carmen carol carole carolina caroline carolyn carrie cary caryn casey cassandra cassidy
    cassie catalina cath catherine cathy cecil cecile cecilia celeste celia cesar chad chantal
    charlene charles charley charlie charlotte chayo chaz chela chelsea chema cherie cheryl chester
    chloe chloé chris chrissy christian christina christine christopher christy chrystal chuck chuy
    cian ciara cicely cindy claire clancy clara clarence clark claude claudette claudia claudine
    clay clem clement cleo cliff clifford clint clyde cody colette colin colleen concha conchita
    connie connor conor conrad constance consuelo cora coral corey corina corinne cornelius cory
    courtney craig cristina crystal curt curtis cynthia cyril cyrus cécile césar dagmar daisy dale
    dalton damian damien damon dan dana danica daniel danielle danni danny dante daphne darcy
    darius darla darleen darlene darnell darrell darren darryl daryl dave davey david davida dawn
    dawson dayna dean deanna deb debbie debby deborah debra dede dee deidre deirdre delbert delia
    della delores demetrius dena denis denise dennie dennis derek desiree desmond devin devon
    dexter dhammaruwan diana diane dianne dick diego dillon dina dinah dion dixie dodie dody
    dolores dominic dominick dominique don donal donald donna donnie donovan dora doreen dorian
    doris dorothea dorothy dorrie dot dottie doug douglas doyle drew duane dudley duke duncan
    dustin dwain dwayne dwight dylan eamon earl earle ebby ebony ed eda eddie eddy edgar edie edith
    edmund edna eduardo edward edwin efrain eila eileen elaine eleanor eleanora elena eli elias
    elisa elisabeth elise elisha eliza elizabeth ella ellen ellie elliot ellis elmer eloise elsie
    elton elva elvira emanuel emile emilie emilio emily emma emmanuel emmet enid enrique enzo
    ephraim eric erica erick ericka erik erika erin erma erna ernest ernestine ernesto ernie errol
    esmeralda esteban estela estelle esther ethan ethel etienne eugene eunice eva evan eve evelyn
    everett ewan ezra fabian fabienne fanny farrah faye federico felicia felicity felipe felix
    fergus fern fernando fiona fitz flo flora florence floyd fonda forrest frances francine francis
    francisco franco francoise frank frankie franklin franz françois françoise fred freda freddie
    frederic frederick fredrick fritz frédéric gabby gabe gabriel gabriela gabriele gabrielle gail
    gareth garrett garth gary gaston gavin gayle gaynor gaétan gemma gene genevieve geneviève geoff
    geoffrey george georges georgette georgia georgie georgina gerald geraldine gerard gerardo
    germaine germán gerry gertie gertrude gianni gideon gil gilbert gilles gillian gina ginette
    ginger gini ginnie ginny giovanni gisele gladys glen glenda glenn glenna gloria godfrey gonzalo
    gordon gordy grace grady graham grant grayson greg gregory greta griffin guadalupe guillaume
    guillermo gunther gus gustavo guy gwen gwendolyn gwyneth hadley hal hamish hana hank hanna
    hannah hans hap harlan harley harlow harold harriet harrison harry harv harvey hattie hayden
    hayley hazel heather hector hedy heidi helen helena helene helga henri henrietta henrik henry
    herb herbert herman herminia hernan herve hervé hester hilary hilda hillary hiram holly homer
    hope horace howard howie hubert hugh hugo huguette humberto héctor hélène ian ianthe ida
    ignacio ignatia igor ike ila ilene imelda imogen ina indira ines inez inga inge ingeborg ingrid
    inés iona ira irene iris irma irving isaac isabel isabella isabelle isadora isaiah isidro issac
    itzel iva ivan ivy iván jacinta jacinto jack jackie jackson jacky jacob jacqueline jacques jada
    jade jaime jaimie jaine jake jalen jamal james jamie jan jana jane janell janelle janet janette
    janice janie janine janis janna jared jarod jaroslav jarrett jasmine jason jasper javier jay
    jayne jazmin jean jeanette jeanie jeanine jeanne jeannette jeannie jeannine jed jeff jeffrey
    jemima jemma jen jenn jenna jennie jennifer jenny jeremy jeri jermaine jerome jerri jerrod
    jerry jess jesse jessi jessica jessie jesus jesús jewell jill jim jimbo jimmy jinny jo joachim
    joan joanie joann joanna joanne joao joaquin joaquín jocelyne jodi jodie jody joe joel joelle
    joey johan johanna johannes john johnathan johnnie johnny jolene jon jonathan joni jonny jono
    jordan jordi jorge jose josef josefina joselyn joseph josephine josette josh joshua josie joss
    josue josué josé josée jovan joy joyce juan juana juanita jude judi judith judy jules julia
    julian juliana julianne julie juliet juliette julio julius june justin kaitlin kaitlyn kara
    kareem karen kari karin karina karl karla karyn kassandra kat kate katerina katharine kathe
    katherine kathi kathie kathleen kathrin kathryn kathryne kathy katia katie katrin katrina katy
    kay kaye kayla keenan keisha keith kel kelley kelli kelly kelvin ken kendall kendra kenneth
    kenny kent keri kerri kerry kevin kiara kieran kiki kim kimber kimberly kimmy kip kirby kirk
    kirsten kirsty kit kitty klaus kris krista kristen kristi kristian kristie kristin kristina
    kristine kristy krystal krystle kurt kyle kylie kym kyra lacey ladonna lalo lamar lana lance
    lara larissa larry lars latisha latoya laura laureen laurel lauren laurence laurent lauretta
    laurette laurie laverne lavon lavonne lawrence layla leah leandro leann leanne lee leeann
    leeanne leif leigh leigha leila lela leland len lena lenny lenore leo leon leonard leonardo
    leonie leonora leopold leroy leslee leslie lester leta leticia letitia levi lew lexi lia liam
    libby lidia lila lilian lillian lily lina linc linda linden lindsay lindsey lindy linnea lionel
    lisa lisbeth lise liz lizzie lloyd lois lola lonnie lonny lora loraine loren lorena lorenzo
    loretta lori lorna lorne lorraine lorri lottie lou louella louis louise luann lucas lucia
    luciana luciano lucie lucien lucille lucinda lucio lucy lucía ludwig luis luisa lukas luke lupe
    lupita lurline luther lydia lyle lyman lyn lynda lynette lynn lynne lynnette mabel mac mack
    maddie maddy madeleine madeline madelyn madge magda magdalena maggie mahmoud maia maisie
    malcolm mallory mamie mandy manny manon manuel mara marc marcel marceline marcella marcelo
    marci marcia marcie marco marcos marcus marcy margaret margarita marge margery margie margo
    margot marguerite mari maria mariah marian mariana mariann marianne mariano maribel maribeth
    maricela marie mariel marietta marilyn marina mario marion marisa marisol marissa marita
    marites marji marjorie marjory mark markus marla marlene marlin marlon marlys marnie marsha
    marshall marta martha martin martina martine marty martín marv marvin marvis mary maryann
    maryanne maryellen marylou maría masha mathew mathieu mathilde matilda matt matteo matthew
    matthias mattie maude maura maureen maurice mauricio mavis max maxine maxwell maya mckenzie meg
    megan mel melanie melba melina melinda melissa melody melva melvin memo mercedes meredith
    merilyn merle merlin merrill merv meryl mia mica micah michael michaela michal micheal michel
    michele michelina michelle michèle mick mickey micky midge miguel mika mikael mike mikey
    mikhail milan mildred miles millie milly milo milt milton mimi mina mindy minerva minnie
    miranda mireille miriam misha missy misty mitch mitchell mitzi moe mohamed mohammed moira
    mollie molly mona monica monique monte monty mordecai morgan morris mort moses moshe muriel
    murphy murray mustafa myra myrna myron mónica nacho nadia nadine nadja naima nan nancy nanette
    naomi narelle nash natacha natalia natalie natasha nate nathalie nathan nathaniel neal ned neda
    neil nell nellie nelson nev neville nia nicholas nick nicola nicolas nicole nicolette nicolás
    nigel niki nikki nikolai nils nina noah noam noel noelle nola nolan nona noor nora norbert
    noreen norma norman normand nyla octavio odell odette odile ofelia olaf oleg olga oliver olivia
    ollie omar omer ona oona oralee orin orval orvel orville oscar oswald otis ottilie otto owen
    pablo paco paddy padraig paige paloma pam pamela pammy pancho paolina paolo pascal pat patrice
    patricia patrick patrizia patsy patti patty paul paula paulette paulina pauline paulo pearl
    pearlie pedro peg peggy pema penelope penny pepe percy perla perry pete peter petra petunia
    phil philip phillip phyllis pia pierce pierre pilar pip piper polly poppy portia preston
    priscilla quentin quincy quinn quinton quique rachael rachel rachelle rae raelene rafael
    rafaela rafe raina raj rajiv ralph ramiro ramon ramona ramón randal randall randi randy raphael
    raphaël raquel rashid raul raven ray raymond raymundo rayna raúl reba rebecca reed reese regan
    reggie regina reid reina reinaldo reinhard remy rena renata renate renato renaud rene renee
    rené renée reuben rex rey rhea rhiannon rhoda rhonda rian ricardo rich richard richie rick
    rickey rickie ricky rico rigoberto riley rina rita roan rob robbie robby robert roberta roberto
    robin robyn rocco rochelle rocio rocky rocío rod roddy roderick rodney rodolfo rodrigo rogelio
    roger roland rolando rolf roma roman romeo ron rona ronald ronan ronda roni ronnie ronny rory
    rosa rosalie rosalind rosanna rosanne rosario roscoe rose roseann roseanna roseanne roselyn
    rosemary rosetta rosie rosita roslyn ross rowan rowena roxana roxanne roy royce rozanne rube
    ruben ruby rubén rudy rufus rupert russ russell rusty ruth ruthann ruthie ryan réjean rémi rémy
    sabine sabrina sadie sal sally salma salvador salvatore sam samantha sami sammy samson samuel
    sandi sandie sandra sandro sandy santos sara sarah sasha saul saundra savannah scarlett
    schuyler scot scott scottie scotty sean searcy sebastian sebastien selena selina selma serena
    serge sergei sergio seth seymour shan shane shanna shannon shari sharla sharon sharron sharyn
    shaun shauna shawn shawna shay shea sheena sheila shelbi shelby sheldon shelia shelley shelli
    shelly sheree sheri sheridan sherie sherman sherri sherrie sherrill sherry sheryl sheryle
    shirlee shirley shona sian sid sidney siegfried sigrid silas silvia silvie simon simone sissy
    skye skyler slim sofia sofía solange soledad sondra sonia sonja sonny sophia sophie spencer
    stacey stacie stacy stan stanley starla stef stefan stefanie stella steph stephan stephane
    stephanie stephen stephie sterling steve steven stevie stewart stewie stu stuart stéphane
    stéphanie sue sue-ann suki sunny susan susana susann susannah susanne susi susie suzan suzanna
    suzanne suzette suzie sven svetlana swen sybil syd sylvain sylvester sylvia sylvie sébastien
    tabitha tad taj talia tallulah tam tamar tamara tami tammie tammy tania tanya tara taryn tasha
    tatiana tawny taylor ted teddi teddy tenzin teodoro tera terence teresa teressa teri terrance
    terrell terri terrie terry tess tessa tex thad thaddeus thea thelma theo theodora theodore
    theresa therese thich thierry thom thomas thora thubten thurman thérèse tia tiffany tilda
    tillie tillman tilly tim timmy timothy tina tisha tito titus tobias tobin toby tod todd tom
    tomas tomasz tommie tommy tomás toney toni tonia tony tonya torsten tory tova toño tracey traci
    tracie tracy travis trent trev trevor trina trini trinity trish trisha tristan trixie troy
    trudy ty tyler tyrone ulrich ulysses uma ursula uwe val valentin valentina valentine valeria
    valerie valery vanda vanessa vaughn velma vera vern verna vernell vernon veronica veronique
    verónica vi vic vicente vickey vicki vickie vicky victor victoria vida vikki viktor vilma vince
    vincent vinnie vinny viola violet virgil virginia virginie vito vittoria viv vivian vivienne
    vlad vladimir vonda véronique víctor wade waldo wallace wallis wally walt walter wanda wanita
    warner warren waylon wayne weldon wendell wendy werner wes wesley whitey whitney wilbur wilda
    wiley wilfred wilfredo wilhelm wilhelmina wilhelmine willa willard william willie willis wilma
    wilton winifred winnie winona winston wolfgang woody wyatt xander xavier ximena yael yan
    yannick yasmin yasmine yesenia yoko yolanda yolande yuri yvan yves yvette yvon yvonne zach
    zachary zachery zack zander zane zelda zella zena zoe zola zora álvaro ángel ángela élise émile
    émilie étienne óscar
    """
)

WORDLIKE = table(
    """
    adam amber angel angelica april art ash aurora austin bert bill bing blaine blair bo brandy
    brooke buck bud buddy butch buzz carey carmen carol chad charlotte chip christian chuck clay
    cliff coral crystal daisy dallas dawn dean devon dion dot drew duke dusty eve faith fern fitz
    flo flora florence forrest frank gene georgia ginger grace grant guadalupe guy hap harley
    heather herb holly hope ike iris ivy jack jackson jade jasmine jay jean jesus jordan joy june
    kendall kit lacey lance laurel len levi lily lola loren mac marina mark max may melody memo
    mercedes merlin miles misty morgan moses nick noah noel norm omar pat pearl penny perry pete
    pilar piper poppy preston raven ray reed regina reuben rex rich rico rob robin rocky roman
    romeo rosario rose rowan royce ruby rusty sal salvador sandy santos saul savannah skip skye
    slim sonny sterling summer sunny tad tam taylor tex thom tiffany trinity ty val valentine vi
    victor victoria vida violet virginia wade will winston woody
    """
)
"""Given names that are words or places too: a surname beside them proves nothing."""

WORDS_FIRST = table(
    """
    ace adam amber angel april art ash aurora austin bing bo brandy buck bud butch buzz charlotte
    chip christian coral crystal daisy dallas dawn dot duke dusty eve faith fern flora florence
    georgia ginger grace grant guy heather holly hope houston iris ivy jade jesus joy june kit lily
    may melody mercy misty pearl penny poppy raven reed rex rich rocky roman rose ruby rusty sandy
    savannah skip skye slim sonny sterling summer sunny trinity ty valentine victoria vida violet
    virginia will
    """
)
"""Of these the ones that begin a phrase more often than a full name ("Grace Period")."""
