//! Given names that are forms of one name: short forms, forms in other languages and scripts.
//! One name a line, lower case without accents. Our own list.

use std::collections::HashMap;
use std::sync::LazyLock;

const FORMS: &[&str] = &[
    "abdallah abdullah abdulla abdalla",
    "abigail abby gail",
    "adam adamo",
    "ahmed ahmad achmed achmad ahmet",
    "aidan aiden aodhan",
    "albert bert al alberto albrecht",
    "alexander alex al alec sandy sasha aleksandr aleksander alexandr oleksandr aleksandar alexandre alessandro alejandro alexandros alexis iskander xander sander sacha",
    "alexandra alex sandra sasha aleksandra oleksandra alexandria alessandra alejandra",
    "alexei alexey aleksei aleksey oleksii oleksiy alexis alyosha",
    "alfred alf fred alfie alfredo",
    "alice alicia alyssa alisa",
    "andrew andy drew andrei andrey andriy andrii andre andres andreas andrea andrej andrzej anders andris andras",
    "angela angie angelina angelique",
    "anna ann anne annie anya annette anita hannah hanna ana anneke annika annick",
    "anthony tony antony antonio anton antoine antoni antonin ante",
    "archibald archie",
    "arthur art artie artur arturo",
    "augustus gus august augustin augustine agustin",
    "barbara barb babs barbra",
    "benjamin ben benny benji benyamin binyamin",
    "bernard bernie bernhard bernardo bernd",
    "bartholomew bart",
    "carl karl carlos carlo charles charlie chuck chas karel karol karoly carles",
    "caroline carol carrie carolina karolina carolyn",
    "catherine kate katie kathy cathy kathryn katherine katharine katarina caterina catalina katrin katerina ekaterina yekaterina kateryna kitty kay",
    "charlotte lottie carlotta charley",
    "christian chris kristian cristian krystian christiaan",
    "christina chris tina christine kristin kristina cristina kirsten krystyna christa",
    "christopher chris kit kristofer cristobal christophe krzysztof christof topher",
    "clara claire clare klara",
    "claude claudius claudio klaudio",
    "claudia claudette klaudia",
    "daniel dan danny daniil danilo danylo",
    "david dave davy davide davit dawid",
    "deborah deb debbie debra",
    "dennis denis denny denys",
    "dmitri dmitry dmitriy dmytro dimitri dima dimitris dimitrios",
    "donald don donny donnie",
    "dorothy dot dottie dorothea dolly",
    "edward ed eddie ned ted teddy eduard eduardo edouard edvard",
    "edmund ed eddie edmond ned",
    "edwin ed eddie",
    "eleanor ellie nell nora elena helen helena helene ellen lena elaine ilona jelena yelena olena eleonora eleni",
    "elizabeth liz lizzie beth betty bess eliza elisabeth lisa elise elsa elsie libby lisbeth isabel isabella isabelle elspeth ilse",
    "emily em emma emilia emmy millie emilie",
    "emmanuel manny manuel emanuel manolo",
    "eric erik erich rick erick eirik",
    "ernest ernie ernst ernesto",
    "eugene gene evgeny yevgeny yevgeni evgeni yevhen eugenio eugen ievgen",
    "evan ewan euan owen",
    "ferdinand ferdi fernando fernand",
    "florence flo florentia",
    "frances fran frankie fanny francesca francisca franziska francoise",
    "francis frank frankie fran francisco francesco francois franz frans paco pancho",
    "franklin frank",
    "frederick fred freddie fritz frederic friedrich federico fredrik fryderyk",
    "gabriel gabe gabi gabriele",
    "geoffrey geoff jeff jeffrey gottfried",
    "george georg georges jorge giorgio yuri yury iurii yuriy jerzy goran georgi georgy giorgi georgios jiri joris",
    "gerald gerry jerry gerard gerhard gerardo geraldo",
    "gilbert gil bert",
    "gregory greg gregor grigory grigori hryhoriy grzegorz gregorio",
    "guy guido",
    "harold harry hal harald",
    "hasan hassan hasen",
    "henry harry hank hal henri heinrich hendrik enrique enrico henrik henryk heinz rico",
    "herbert herb bert heribert",
    "hugh hugo huw ugo hughie",
    "hussein husayn hossein husein hussain huseyin",
    "ibrahim abraham abe avraham ebrahim bram",
    "igor ihor",
    "irene irina iryna irena",
    "isaac ike yitzhak itzhak izaak",
    "jacob jake jakob jack yakov yaakov jacobo iago jakub jacopo",
    "jacqueline jackie jacquie jaclyn",
    "james jim jimmy jamie jaime jayme seamus hamish diego giacomo jacques iago jem",
    "jane jean joan janet jeanne joanna johanna jan juana giovanna ivana jana jeannette janine",
    "jason jay jace",
    "jennifer jen jenny jenni",
    "jeremy jerry jem jeremiah jeremias jerome jeroen",
    "jessica jess jessie",
    "john johnny jack jon johan johann johannes hans jan ivan ian juan giovanni jean sean shaun shawn joao ioannis yannis janos jens evan iain hannes yahya ioan jovan",
    "jonathan jon johnny jonny yonatan nathan",
    "joseph joe joey jo josef jose giuseppe yosef yusuf youssef yousef yousuf jozef pepe josip beppe osip sepp yussef yossi",
    "joshua josh yehoshua",
    "judith judy jude judit judi",
    "julia julie juliana giulia yulia julija iuliia jules",
    "julian jules julius julio giulio yuliy",
    "kenneth ken kenny",
    "lawrence larry laurence lars lorenzo laurent lorenz laurie lorne laurens",
    "leo leon lev leonid leonard leonardo lionel lenny len",
    "louis lou lewis luis luigi ludwig lluis louie luiz ludovic",
    "louise lou louisa luisa luise",
    "luke lucas luca luka lukas loukas luc lukasz",
    "margaret maggie meg peggy peg margot greta marge margarita marguerite margareta madge rita marjorie margrethe gretchen daisy",
    "maria mary marie mariam maryam miriam mia molly polly marija mariya marya maja maureen moira miriam marianne",
    "mark marc marcus marco markus marek marcos marko",
    "martha marta marthe",
    "martin marty marten martijn morten marton",
    "matthew matt mathew matthias matteo mateo matthieu mathieu matti mats mateusz matvey mathias",
    "maurice mo maurizio mauricio moritz morris",
    "maxim max maksim maksym maxime maximilian maxwell massimo maximiliano",
    "melanie mel",
    "melissa mel missy",
    "michael mike mick mickey mikhail michel miguel michele mykhailo mikael mihai mihail michal misha mitch mikko michiel mikel",
    "mohammed muhammad mohamed mohammad muhammed mehmet mohamad mo mahomet mehmed mohd muhamad mamadou mahmoud mahmud",
    "moses moshe moises musa moussa mose",
    "mustafa mostafa moustafa",
    "nancy nan",
    "natalia natalie natasha nataliya natalya nathalie",
    "nathaniel nat nate nathan nathanael",
    "nicholas nick nicky nicolas nicola nikolai nikolay mykola nikola nikolaos niko claus klaus nicolae nils niels nikita nico miklos mikolaj colin",
    "nicole nikki nicola nicky",
    "oliver ollie olivier oliviero",
    "osama usama oussama",
    "othman osman uthman ousmane",
    "pamela pam",
    "patricia pat patty trish tricia patsy patrizia",
    "patrick pat paddy patrice patricio padraig patrik patrizio",
    "paul pablo paolo pavel pavlo paulo pawel pal paulus pauli pavlos",
    "peter pete pierre pedro pietro piotr pyotr petr petro pieter petros petar petter peder peer per petri pjotr piet",
    "philip phil phillip felipe filip philippe filippo philipp pip filipe",
    "rachel rachael raquel ray rahel",
    "ralph rafe raoul raul",
    "raphael rafael rafa raf raffaele",
    "raymond ray raimund ramon raimundo raimondo",
    "rebecca becky becca rebekah",
    "richard rick dick rich ricky richie ricardo riccardo dickie rickie",
    "robert bob rob bobby robbie roberto bert rupert robin",
    "roderick rod roddy rory rodrigo",
    "roger rodger ruggero rogelio",
    "roland rolando orlando rollo",
    "ronald ron ronnie ronaldo reinaldo ronny",
    "rose rosa rosie rosalind rosemary rosario",
    "rudolf rudy rudolph rodolfo rolf rudi",
    "said saeed sayed saeid sayyid",
    "samuel sam sammy shmuel samuele",
    "samantha sam sammy",
    "sarah sara sally sadie zara sarai",
    "sebastian seb bastian sebastien sebastiano bas",
    "sergei sergey serhiy serge sergio serhii sergiy sergii sergi sergej",
    "simon simeon shimon szymon simone",
    "sofia sophia sophie sofie sofiya zofia",
    "stanley stan stanislav stanislaw stanislaus",
    "stephanie steph stefanie stefania estefania steffi",
    "stephen steve steven stefan stephan esteban etienne stefano istvan stepan stevie stefanos szczepan",
    "susan sue susie susanna suzanne susanne zuzana suzy susana",
    "svetlana svitlana sveta",
    "sylvia silvia sylvie",
    "tatiana tatyana tetiana tanya tania tetyana",
    "terence terry terrence terrance",
    "theodore ted theo teddy teodor fyodor feodor fedor teodoro theodor theodoros",
    "theresa terry teresa tess tessa therese",
    "thomas tom tommy tomas tomasz tommaso toma tamas thom",
    "timothy tim timmy timofey timoteo timo",
    "valentina valentyna val",
    "valery valeri valeriy valerii valeriya",
    "veronica vera ronnie veronika veronique",
    "victor viktor vic vittorio victorio",
    "vincent vince vinny vincenzo vicente vinnie",
    "virginia ginny ginger virginie",
    "vladimir volodymyr vlad uladzimir vova wladimir vladimiro waldemar",
    "vyacheslav viacheslav slava vjaceslav",
    "walter walt wally walther gualtiero wouter",
    "wilhelmina willa mina minnie wilma",
    "william will bill billy willie liam willy wilhelm willem guillermo guillaume guglielmo vilhelm",
    "xavier javier",
    "yasser yasir jasser",
    "zachary zach zack zak zacharias zachariah zakaria",
];

/// Names from other scripts: the surnames beside them are written in many ways.
const TRANSCRIBED: &[&str] = &[
    "abdul", "abdullah", "ahmad", "ahmed", "aisha", "ali", "amina", "amir", "boris", "fatima", "hassan", "hong",
    "hussein", "ibrahim", "igor", "irina", "jamal", "jin", "kareem", "karim", "khalid", "kim", "layla", "leila", "lin",
    "ling", "malik", "mei", "mikhail", "min", "ming", "mohamed", "mohammad", "mohammed", "muhammad", "nadia",
    "natasha", "noor", "olga", "omar", "osama", "rami", "samir", "svetlana", "tariq", "tatiana", "vladimir", "yan",
    "ying", "young", "yusuf",
];

pub fn is_transcribed(name: &str) -> bool {
    TRANSCRIBED.binary_search(&name).is_ok()
}

/// The lines of `FORMS` that have a name: most names stand in none, and pairs of names are asked for by the thousand.
static LINES: LazyLock<HashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut lines: HashMap<&str, Vec<usize>> = HashMap::new();
    for (number, line) in FORMS.iter().enumerate() {
        for form in line.split(' ') {
            lines.entry(form).or_default().push(number);
        }
    }
    lines
});

/// Are both forms of one name? Both in lower case, without accents.
pub fn one_name(a: &str, b: &str) -> bool {
    let (Some(a), Some(b)) = (LINES.get(a), LINES.get(b)) else { return false };
    a.iter().any(|line| b.contains(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(TRANSCRIBED.is_sorted());
    }

    #[test]
    fn short_forms_and_other_languages() {
        for (a, b) in [("robert", "bob"), ("alexander", "oleksandr"), ("katie", "catherine"), ("jan", "john")] {
            assert!(one_name(a, b) && one_name(b, a), "{a} {b}");
        }
        for (a, b) in [("robert", "richard"), ("ivan", "igor"), ("anna", "alice")] {
            assert!(!one_name(a, b), "{a} {b}");
        }
    }
}
