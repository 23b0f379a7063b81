//! Words that a numbered part of a text is called by. Our own list.

use crate::text::{WordSet, word_set};

pub const ORDERED: WordSet = word_set! {
    "step", "phase", "stage", "part", "chapter", "section", "lesson", "module", "unit", "act", "article", "rule", "task", "exercise",
    "question", "principle", "stop", "leg", "milestone", "assignment", "lecture", "lab", "homework", "episode", "session", "week",
};
