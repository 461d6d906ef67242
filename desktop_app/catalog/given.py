"""Given names, to tell people from things where a title leaves it open."""

from __future__ import annotations

from desktop_app.catalog.table import table

GIVEN = table(
    """
    aaron abby abe abigail ada adam adele adrian agnes al alan albert alberto alejandro alex
    alexander alexandra alexis alfred alfredo alice alicia alison allan allen allison alma alvin
    amalia amanda amber amelia amy ana andre andrea andres andrew andy angela angelina anita ann
    anna anne annette annie anthony antoine antonio archie arlene arnold art arthur arturo
    ashley audrey barb barbara barney barry beatrice becky ben benjamin bernadette bernard
    bernice bert bertha beth bethany betsy betty beverly bev bill billie billy blanche bob bobbi
    bobbie bobby bonnie boyd brad bradley brandon brenda brendan brent brett brian bridget bruce
    bryan bud buddy burt byron caitlin calvin cameron camille candace carl carla carlos carmen
    carol carole caroline carolyn carrie casey cassandra cassie catherine cathy cecil cecilia
    chad charlene charles charlie charlotte cheryl chester chris christian christina christine
    christopher christy chuck cindy claire clancy clara clarence clark claude claudia clay cliff
    clifford clint clyde cody colin colleen connie connor constance corey courtney craig
    cristina crystal curt curtis cynthia daisy dale damien dan dana daniel danielle danny darla
    darlene darrell darren darryl daryl dave david dawn dean deb debbie deborah debra dee delia
    della denise dennis derek desiree diana diane dianne dick diego dolores dominic don donald
    donna donnie dora doreen doris dorothy dot doug douglas drew duane dustin dwayne dwight earl
    earle ebby ed eddie edgar edith edna edward eileen elaine eleanor elena eli elizabeth ella
    ellen ellie elliot elsie emilio emily emma emmet enrique eric erica erik erin ernest ernie
    esther ethan ethel eugene eva evan eve evelyn faye felix fernando florence floyd frances
    francine francis francisco françois frank franklin fred freddie frederick gabriel gail gary
    gayle gene geoff geoffrey george georgia gerald geraldine gerard gerry gertrude gil gilbert
    gina ginger ginny glen glenn gloria gordon grace grant greg gregory greta guillermo gus guy
    hal hank hannah hans harold harriet harry harvey hazel heather hector heidi helen helene
    henri henry herb herbert herman hilary hilda holly homer howard hugh hugo ian ida ignacio
    ignatia ike inez ingrid irene iris irma irving isaac isabel isabelle ivan jack jackie jacob
    jacqueline jacques jaime jake james jamie jan jane janet janice janine jared jason javier
    jay jean jeanette jeanine jeanne jeff jeffrey jen jenna jennifer jenny jeremy jerome jerry
    jess jesse jessica jesus jill jim jimmy jo joan joann joanna joanne joaquin jodi jodie jody
    joe joel joey john johnny jon jonathan jordan jorge jose josé joseph josephine josh joshua
    joy joyce juan juanita judith judy jules julia julian julie june justin karen kari karl
    karla kate katharine katherine kathleen kathryn kathy katie kay keith kelley kelli kelly ken
    kendra kenneth kenny kent kerry kevin kim kimberly kip kirk kris krista kristen kristin
    kristina krystal kurt kyle lana lance larry laura lauren laurie laverne lawrence leah lee
    leigh leo leon leonard leroy leslie lester lila lillian lily linda lindsay lindsey lisa liz
    lloyd lois lonnie lorenzo loretta lori lorraine lou louis louise lucas lucille lucy luis
    luke luther lydia lyle lyn lynda lynette lynn lynne mabel mac maddie maggie malcolm mandy manny
    manuel marc marcel marcia marco marcos marcus margaret marge margie maria maría marian
    marianne marie marilyn mario marion marjorie mark marlene marsha marshall martha martin
    marty marv marvin mary mathew matt matthew maureen maurice max maxine meg megan mel melanie
    melinda melissa melody melvin mercedes meredith merle mia michael michel michele michelle
    mickey miguel mike mildred milt milton mimi mindy miranda miriam mitch mitchell molly monica
    monique morgan morris muriel murray myra myrna myron nadine nan nancy naomi natalie nate
    nathan nathaniel neal ned neil nell nellie nelson nicholas nick nicole nina nora norma
    norman oliver olivia ollie oscar otto owen pablo pam pamela pat patricia patrick patsy patti
    patty paul paula pauline pearl pedro peg peggy penelope penny percy perry pete peter phil
    philip phillip phyllis pierre polly preston priscilla rachel rafael ralph ramon randall
    randy raul ray raymond rebecca reggie regina rene renee rhonda ricardo rich richard rick
    rickey ricky rita rob robert roberta roberto robin rochelle rod rodney roger roland ron
    ronald ronnie rosa rosalie rosalind rose roseanne rosemary rosie ross roy ruben ruby rudy
    russ russell rusty ruth ryan sabrina sal sally salvador sam samantha samuel sandra sandy
    sara sarah saul scott sean sebastian serge sergio seth shane shannon sharon shaun shauna
    shawn sheila shelby sheldon shelley shelly sheri sherman sherri sherry sheryl shirley sid
    sidney simon sofia sonia sonja sophia sophie spencer stacey stacy stan stanley stella
    stephanie stephen sterling steve steven stewart stu stuart sue susan susana susanne susie
    suzanne sybil sylvia tamara tammy tanya tara ted teddy terence teresa terri terry tess
    thelma theo theodore theresa thérèse thomas tiffany tim timothy tina toby todd tom tomas
    tommy toni tonia tony tonya tracey traci tracy travis trent trevor trisha trish troy tyler
    valerie vanessa vera vern vernon veronica vicki vickie vicky victor victoria vince vincent
    viola violet virginia viv vivian wade wallace wally walt walter wanda warren wayne wendell
    wendy wes wesley whitney wilbur wilfred will willa willard william willie wilma winston
    woody yolanda yvette yvonne zach zachary zoe
    """
)

WORDLIKE = table(
    """
    art grace hope faith joy will mark bill frank grant rich rob rose dawn june april may summer
    guy christian angel dean chuck jack gene skip chip buck dusty rusty rocky sandy ginger ruby
    pearl daisy lily violet iris holly heather melody carol clay cliff dot drew herb jean jay
    lance max mac mercedes miles nick norm pat penny pete preston ray robin sterling victor wade
    winston woody bud buddy jesus georgia virginia florence charlotte victoria jordan austin
    dallas chad carmen eve adam sal bert amber crystal ike saul morgan perry tiffany
    """
)
"""Given names that are words or places too: a surname beside them proves nothing."""
