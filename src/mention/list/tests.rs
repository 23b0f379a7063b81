//! Lists that are read, and what must not be read as one.

use crate::document::{Document, Format, Role};
use crate::lexicon::declared::Aliases;
use crate::mention;
use crate::value::{Closedness, Value};

fn lists(text: &str) -> Vec<(Closedness, Vec<String>)> {
    let document = Document::read("t.txt", Role::Peer, Format::Text, text.as_bytes().to_vec());
    let read = |m: &crate::mention::Mention| match &m.value {
        Value::List(l) => (l.closedness, l.members.iter().map(|m| document.slice(m.span).to_owned()).collect()),
        _ => unreachable!(),
    };
    let found = mention::extract(&document, None, &Aliases::default());
    found.iter().filter(|m| matches!(m.value, Value::List(_))).map(read).collect()
}

fn only(text: &str) -> (Closedness, String) {
    let mut found = lists(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    let (closedness, members) = found.remove(0);
    (closedness, members.join(" | "))
}

#[test]
fn enumerations() {
    use Closedness::{Closed, Continuation, Open};
    for (text, closedness, members) in [
        ("It sold Kenya, Peru and Oman to them.", Closed, "Kenya | Peru | Oman"),
        ("A dozen nations, including the United States, Peru, and Oman, signed.", Open, "United States | Peru | Oman"),
        (
            "The governments of Chad, the Netherlands, and Oman joined the rebuke.",
            Continuation,
            "Chad | Netherlands | Oman",
        ),
        ("The 4 that signed are: Peru, Oman,Chad, United Kingdom.", Closed, "Peru | Oman | Chad | United Kingdom"),
        (
            "They pursue bakers, millers, and former brewers seen as rivals.",
            Closed,
            "bakers | millers | former brewers",
        ),
        (
            "a rise in arson attempts, thefts, and fraud schemes targeting shops",
            Closed,
            "arson attempts | thefts | fraud schemes",
        ),
        (
            "through spying, sabotage, and plots to seize or harm ships.",
            Closed,
            "spying | sabotage | plots to seize or harm ships",
        ),
        (
            "It targets bakers, millers, Jewish communities, and brewers.",
            Closed,
            "bakers | millers | Jewish communities | brewers",
        ),
        ("four cities such as Rome, Oslo or Bern", Open, "Rome | Oslo | Bern"),
        ("her two sons, Anselm and Ottmar, came", Closed, "Anselm | Ottmar"),
        ("It reads four formats: plain text, HTML and CSV.", Closed, "plain text | HTML | CSV"),
        ("It has two uses: school runs and freight.", Closed, "school runs | freight"),
        ("The signs are in two languages (Danish and Frisian).", Closed, "Danish | Frisian"),
        ("Its two lamps—a red beacon and a green one—burn.", Closed, "red beacon | green one"),
        ("The two reasons: the chance of a harvest and rent", Closed, "chance of a harvest | rent"),
        ("They met in three ports: in York, in Hull and in Bath.", Closed, "in York | in Hull | in Bath"),
        ("They had four sons: Filip, Otto Lind, Jr., Aske and Tom.", Closed, "Filip | Otto Lind, Jr. | Aske | Tom"),
        ("The two men, Anselm and Ottmar, came.", Closed, "Anselm | Ottmar"),
        ("Its three shops, Marlow's, Hetty’s and Lind's, closed.", Closed, "Marlow's | Hetty’s | Lind's"),
        ("It runs on Solaris, macOS and Haiku.", Closed, "Solaris | macOS | Haiku"),
        ("It trains cooks, bakers and waiters together with the school.", Closed, "cooks | bakers | waiters"),
        ("Rome, Oslo and 11 others agreed", Closed, "Rome | Oslo"),
    ] {
        assert_eq!(only(text), (closedness, members.to_owned()), "{text}");
    }
}

#[test]
fn bullets_need_an_introduction() {
    assert_eq!(
        only("It has four sections:\n\n- Overview\n- Cases: what we saw\n- Primers\n").1,
        "Overview | Cases | Primers"
    );
    assert!(lists("== See also ==\n- One thing\n- Another thing\n").is_empty());
}

#[test]
fn apposition_and_clauses_are_no_lists() {
    for text in [
        "Ada Byron, founder and head of Acme, said so.",
        "Paris, the capital of France, and Berlin met.",
        "He came, he saw and he left.",
        "Anselm and Ottmar came.",
        "On Thursday, she said, and left.",
        "It has two aims: bread and butter and jam.",
        "He gave two reasons: it rained and he was tired.",
        "It is two things: bread; and butter.",
        "They met two speakers: Ada, mayor of York, and Bea.",
        "He saw two pairs—for example, a man with a dog and a woman with a cat.",
        "The doors (red and green) shut.",
    ] {
        assert!(lists(text).is_empty(), "{text}: {:?}", lists(text));
    }
}
