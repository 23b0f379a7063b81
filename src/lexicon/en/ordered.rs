//! Words that a numbered part of a text is called by. Our own list.

pub const ORDERED: phf::Set<&str> = phf::phf_set! {
    "step", "phase", "stage", "part", "chapter", "section", "lesson", "module", "unit", "act", "article", "rule", "task", "exercise",
    "question", "principle", "stop", "leg", "milestone",
};
