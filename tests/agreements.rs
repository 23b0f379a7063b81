//! What is ticked as said alike, and what must not be: each row gives the texts, and for each
//! tick its kind and the words of its places. The near misses are figures that meet by chance.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use crosscheck::document::{Document, Format, Role};
use crosscheck::rules::Settings;

/// The ticks on these texts but for shared wording: `kind: words / words`.
fn ticks(texts: &[&str]) -> Vec<String> {
    ticks_of(texts, |_| Role::Peer)
}

fn ticks_of(texts: &[&str], role: fn(usize) -> Role) -> Vec<String> {
    let document = |(i, text): (usize, &&str)| {
        Document::read(&format!("{i}.txt"), role(i), Format::Text, text.as_bytes().to_vec())
    };
    let report = crosscheck::check(texts.iter().enumerate().map(document).collect(), &Settings::default());
    let words = |l: &crosscheck::rules::Label| {
        report.ledgers.get(l.document).expect("a document of the run").document.slice(l.span).to_owned()
    };
    let ticks = report.agreements.iter().filter(|a| a.kind != "wording");
    ticks.map(|a| format!("{}: {}", a.kind, a.labels.iter().map(words).collect::<Vec<_>>().join(" / "))).collect()
}

fn assert_ticks(rows: &[(&[&str], &[&str])]) {
    for (texts, expected) in rows {
        assert_eq!(ticks(texts), *expected, "{texts:#?}");
    }
}

#[test]
fn amounts_of_the_same_thing() {
    assert_ticks(&[
        (
            &[
                "Orrin Foods of Delm will pay $43.50 a share for Talbreck Dairies.",
                "Talbreck Dairies of Delm takes an offer of $43.50 in cash for each share from Orrin Foods.",
            ],
            &["quantity: $43.50 / $43.50"],
        ),
        // A bound and a finer figure.
        (
            &[
                "Shares in Talbreck Dairies jumped 18.4% in Delm after Orrin Foods made its offer.",
                "Talbreck Dairies was up more than 18% in Delm on the offer from Orrin Foods.",
            ],
            &["quantity: 18.4% / 18%"],
        ),
        // Two sums of money with the same digits, of two things.
        (
            &[
                "Orrin Foods of Delm set aside $40 million bonus payments for Talbreck Dairies.",
                "In Delm a lawsuit over Talbreck Dairies may cost Orrin Foods a $40 million fine.",
            ],
            &[],
        ),
        // The one rose, the other fell.
        (
            &[
                "Shares in Talbreck Dairies of Delm rose 18.4% on the offer from Orrin Foods.",
                "Shares in Orrin Foods of Delm fell 18.4% on the offer for Talbreck Dairies.",
            ],
            &[],
        ),
        // One digit, and nothing that says what of.
        (
            &[
                "Orrin Foods of Delm hired 7 for the Talbreck Dairies office.",
                "Talbreck Dairies of Delm lost 7 when Orrin Foods came.",
            ],
            &[],
        ),
    ]);
}

#[test]
fn days_and_weekdays() {
    assert_ticks(&[
        (
            &[
                "The dam at Orsk Vale burst on Friday, March 8, engineers in Delm said.",
                "Engineers in Delm said that the dam at Orsk Vale burst late on Friday, March 8.",
                "The dam at Orsk Vale burst on 8 March 2019, engineers in Delm found.",
            ],
            &["date: Friday, March 8 / late on Friday, March 8 / 8 March 2019"],
        ),
        (&["The hearing in Delm is on Friday, 8 March 2019."], &["weekday: Friday, 8 March 2019"]),
        // Another year.
        (
            &[
                "The dam at Orsk Vale burst on 8 March 2019, engineers in Delm said.",
                "Engineers in Delm opened the new dam at Orsk Vale on 8 March 2022.",
            ],
            &[],
        ),
    ]);
}

#[test]
fn ranks() {
    assert_ticks(&[
        (
            &[
                "Talbreck Dairies is the largest acquisition of Orrin Foods, and its largest deal in Delm.",
                "Orrin Foods buys Talbreck Dairies of Delm in its biggest-ever deal.",
            ],
            &["rank: largest deal / biggest-ever deal"],
        ),
        (
            &[
                "Ada Roth is the fourth woman to lead the Delm Observatory.",
                "The Delm Observatory names Ada Roth, only the fourth woman in that chair.",
            ],
            &["rank: fourth woman / fourth woman"],
        ),
        // What was the largest before.
        (
            &[
                "Orrin Foods buys Talbreck Dairies of Delm in its biggest-ever deal.",
                "Prior to Talbreck Dairies of Delm, its biggest deal cost Orrin Foods little.",
            ],
            &[],
        ),
    ]);
}

#[test]
fn conversions_posts_and_counts() {
    assert_ticks(&[
        (&["The camp lies 20 miles (32 km) north of the river."], &["conversion: 20 miles (32 km"]),
        (&["The camp lies 20 miles (50 km) north of the river."], &[]),
        (
            &[
                "Ada Roth, only the second to win it twice, is a professor at Delm University.",
                "Ada Roth, professor at Delm University, spoke first.",
            ],
            &["post: professor at Delm University / professor at Delm University"],
        ),
        // Another person's post.
        (
            &[
                "Ada Roth is a professor at Delm University. Jon Lind spoke too.",
                "Jon Lind is a professor at Delm University. Ada Roth spoke first.",
            ],
            &[],
        ),
    ]);
}

#[test]
fn a_fact_is_ticked_once_and_wording_is_kept_short() {
    let text = "Ada Roth, Jon Lind and Mia Strand won the Orsk Medal for work on cold iron.";
    assert_eq!(ticks(&[text, text, text]).len(), 1, "{:#?}", ticks(&[text, text, text]));
}

/// What a finding holds against each other is not ticked as well.
#[test]
fn nothing_contested() {
    let quoted = |word: &str| {
        format!(
            "The mayor of Torsvik spoke to the council. \"We {word} the old quay before 14 June 2031, and nobody will be \
             asked to pay a crown for it,\" Ivar Lund told the meeting. The council meets again in spring."
        )
    };
    let (one, same, other) = (quoted("will mend"), quoted("will mend"), quoted("will sell"));
    let dates = |texts: &[&str]| ticks(texts).iter().filter(|t| t.starts_with("date")).count();
    assert_eq!(dates(&[&one, &same]), 1);
    assert_eq!(dates(&[&one, &other]), 0);
}

/// Neither is a working whose outcome the source contradicts.
#[test]
fn no_working_of_what_is_contested() {
    let role = |i: usize| if i == 0 { Role::Draft } else { Role::Source };
    let source =
        "The barge Tern went down off Lien with 57 people on board. All but five were saved, the harbour office said.";
    let derived = |draft: &str| ticks_of(&[draft, source], role).iter().filter(|t| t.starts_with("derived")).count();
    assert_eq!(derived("The barge Tern sank off Lien. The harbour office said that 52 were saved."), 1);
    assert_eq!(derived("The barge Tern went down off Lien with 52 people on board, the harbour office said."), 0);
}
