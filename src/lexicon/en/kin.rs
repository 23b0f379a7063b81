//! Words for relatives: "her father died" is not her own death. Own work.

pub static KIN: phf::Set<&str> = phf::phf_set! {
    "father", "mother", "parents", "husband", "wife", "widow", "widower", "son", "sons", "daughter", "daughters", "brother", "brothers",
    "sister", "sisters", "uncle", "aunt", "nephew", "niece", "cousin", "grandfather", "grandmother", "grandson", "granddaughter", "child",
    "children", "twin", "partner", "friend", "colleague", "stepfather", "stepmother", "baby",
};
