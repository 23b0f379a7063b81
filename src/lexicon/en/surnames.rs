//! Surnames that so many people bear that one more of them says nothing. Our own list.

use crate::text::{WordSet, word_set};

pub const COMMON_SURNAMES: WordSet = word_set! {
    "ali", "allen", "anderson", "andersson", "baker", "brown", "bush", "campbell", "carter", "castro", "chan", "chang", "chen", "clark", "clinton", "cohen",
    "cooper", "cruz", "davis", "diaz", "evans", "fernandez", "fischer", "flores", "garcia", "gomez", "gonzalez", "green", "hall", "hansen",
    "harris", "hernandez", "hill", "hughes", "hussein", "ivanov", "jackson", "jensen", "johnson", "johansson", "jones", "karlsson", "kennedy", "khan", "kim",
    "king", "kumar", "larsen", "lee", "lewis", "lin", "liu", "lopez", "martin", "martinez", "meyer", "miller", "mitchell", "mohamed",
    "mohammed", "moore", "morgan", "morris", "muller", "murphy", "murray", "nelson", "nguyen", "nielsen", "nilsson", "novak", "olsen", "ortiz", "park",
    "parker", "patel", "perez", "peters", "phillips", "ramirez", "ramos", "reid", "reyes", "rivera", "roberts", "robinson", "rodriguez", "rogers",
    "sanchez", "santos", "schmidt", "schneider", "scott", "sharma", "silva", "singh", "smith", "stewart", "taylor", "thomas", "thompson",
    "torres", "tran", "turner", "walker", "wang", "watson", "weber", "white", "williams", "wilson", "wood", "wright", "wu", "yang", "young", "zhang",
};
