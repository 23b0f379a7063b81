//! Phrases and what is read of them: `[exact words] value`, in the order of the text.
//! A row without brackets must stay silent.

use crate::document::{Document, Format, Role};
use crate::lexicon::declared::Aliases;
use crate::mention::{Mention, Scope};
use crate::value::{Fault, Time, Value};
use jiff::civil::{Date, date};

/// A Thursday.
const REFERENCE: Date = date(2025, 7, 31);

fn read(text: &str, reference: Option<Date>) -> (Document, Vec<Mention>) {
    let document = Document::read("a.txt", Role::Peer, Format::of("a.txt".as_ref()).unwrap(), text.as_bytes().to_vec());
    let mentions = super::extract(&Scope { document: &document, reference, aliases: &Aliases::default(), found: &[] });
    (document, mentions)
}

fn times(mentions: &[Mention]) -> impl Iterator<Item = &Time> {
    mentions.iter().map(|m| match &m.value {
        Value::Time(time) => &**time,
        other => panic!("{other:?}"),
    })
}

/// "[words] value; [words] value" of all that is read.
fn shown(text: &str, reference: Option<Date>) -> String {
    let (document, mentions) = read(text, reference);
    let each = mentions.iter().zip(times(&mentions)).map(|(m, t)| format!("[{}] {}", document.slice(m.span), t.timex));
    each.collect::<Vec<_>>().join("; ")
}

fn all(reference: Option<Date>, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(text, expected)| {
            let got = shown(text, reference);
            (got != *expected).then(|| format!("{text}\n  expected {expected}\n  got      {got}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn whole_dates() {
    all(
        None,
        &[
            ("It was signed on July 31, 2025.", "[July 31, 2025] 2025-07-31"),
            ("It was signed on 31 July 2025.", "[31 July 2025] 2025-07-31"),
            ("the 31st of July, 2025,", "[31st of July, 2025] 2025-07-31"),
            ("Thursday, July 31, 2025", "[Thursday, July 31, 2025] 2025-07-31"),
            ("on July 31, 2025 (Thursday)", "[July 31, 2025 (Thursday)] 2025-07-31"),
            ("2025-07-31T10:00:00Z", "[2025-07-31] 2025-07-31"),
            ("Aug. 7, 1998", "[Aug. 7, 1998] 1998-08-07"),
            ("from 31.07.2025", "[31.07.2025] 2025-07-31"),
            ("on 07/31/2025", "[07/31/2025] 2025-07-31"),
            ("July 12,2014", "[July 12,2014] 2014-07-12"),
            ("Wed Mar 4 07:12:40 UTC 2009", "[Wed Mar 4 07:12:40 UTC 2009] 2009-03-04"),
            ("Mar 4 07:12 2009", "[Mar 4 07:12 2009] 2009-03-04"),
            ("in 44 BC", "[44 BC] BC0044"),
        ],
    );
}

#[test]
fn partial_dates() {
    all(
        None,
        &[
            ("In March 2025 it rained.", "[March 2025] 2025-03"),
            ("the 2010s", "[2010s] 201"),
            ("the 19th century", "[19th century] 18"),
            ("since 2022", "[since 2022] 2022"),
            ("October 2024 reports", "[October 2024] 2024-10"),
            ("in the third quarter of 2020", "[third quarter of 2020] 2020-Q3"),
            ("As of December 2025,", "[December 2025] 2025-12"),
            ("in early 2015", "[early 2015] 2015"),
            ("the end of June 2014", "[end of June 2014] 2014-06"),
            ("c. 1815", "[c. 1815] 1815"),
            ("released Thursday", "[Thursday] XXXX-WXX-4"),
        ],
    );
}

#[test]
fn relative_dates() {
    all(
        Some(REFERENCE),
        &[
            ("He said yesterday", "[yesterday] 2025-07-30"),
            ("It came two weeks ago.", "[two weeks ago] 2025-W29"),
            ("It came last month.", "[last month] 2025-06"),
            ("It was released Thursday", "[Thursday] 2025-07-31"),
            ("It will open on Monday.", "[Monday] 2025-08-04"),
            ("last Friday", "[last Friday] 2025-07-25"),
            ("in November", "[November] 2024-11"),
            ("on Nov. 16", "[Nov. 16] 2025-11-16"),
            ("for three months", "[three months] P3M"),
            ("a two-hour meeting", "[two-hour] PT2H"),
            ("a two-and-a-half-hour meeting", "[two-and-a-half-hour] PT2H30M"),
            ("It took an hour and a half.", "[an hour and a half] PT1H30M"),
            ("It took a quarter of an hour.", "[a quarter of an hour] PT15M"),
            ("It took three-quarters of an hour.", "[three-quarters of an hour] PT45M"),
            ("a quarter of the hours, a quarter of an inch", ""),
            ("He ran it in 2:04:09.", "[2:04:09] PT2H4M9S"),
            ("It left at 2:04:09 p.m.", "[2:04:09 p.m.] 2025-07-31T14:04"),
            ("in 2 hours, 4 minutes and 9 seconds", "[2 hours, 4 minutes and 9 seconds] PT2H4M9S"),
            ("It left at eight o'clock.", "[eight o'clock] 2025-07-31T08:00"),
            ("every Friday", "[every Friday] XXXX-WXX-5"),
        ],
    );
}

#[test]
fn ranges() {
    all(
        None,
        &[
            ("the 1950-85 series", "[1950-85] (1950-01-01,1985-01-01,P35Y)"),
            ("the 2021-27 budget", "[2021-27] (2021-01-01,2027-01-01,P6Y)"),
            ("July 3–5, 2025", "[July 3–5, 2025] (2025-07-03,2025-07-05,P2D)"),
            ("3–5 July 2025", "[3–5 July 2025] (2025-07-03,2025-07-05,P2D)"),
            ("from March to June 2020", "[from March to June 2020] (2020-03-01,2020-06-01,P3M)"),
            ("between 2010 and 2015", "[between 2010 and 2015] (2010-01-01,2015-01-01,P5Y)"),
            ("the 2015–19 war", "[2015–19] (2015-01-01,2019-01-01,P4Y)"),
        ],
    );
}

#[test]
fn silent() {
    let rows = [
        "You may ask.",
        "They march on.",
        "the second time",
        "in the first place",
        "on may",
        "the pre-qualification may be",
        "won by 52-48",
        "version 2.2015",
        "call 555-2010-2015",
        "killed 2000 people",
        "Boeing-1900",
        "form 2018-44",
        "see file 47 - 2018",
        "a 44-year-old man",
        "in his 30s",
        "1,266 people",
    ];
    all(Some(REFERENCE), &rows.map(|r| (r, "")));
}

fn fault(text: &str) -> Option<Fault> {
    let (_, mentions) = read(text, None);
    times(&mentions).find_map(|t| t.fault.clone())
}

#[test]
fn faults() {
    use jiff::civil::Weekday::Thursday;
    assert_eq!(fault("the 2010s and 202s saw"), Some(Fault::Malformed { suggestion: "2020s".into() }));
    assert_eq!(fault("on June 31st"), Some(Fault::NoSuchDate { explanation: "June has 30 days".into() }));
    assert_eq!(
        fault("on February 29, 2023"),
        Some(Fault::NoSuchDate { explanation: "February 2023 has 28 days".into() })
    );
    assert_eq!(fault("on Thursday, 27 June 2017,"), Some(Fault::Weekday { printed: Thursday, day: date(2017, 6, 27) }));
    assert_eq!(fault("from 2015–2010"), Some(Fault::Inverted));
    assert_eq!(fault("on 04/05/2014"), Some(Fault::Ambiguous { other: date(2014, 5, 4) }));
    assert_eq!(fault("for 202s"), None);
}

#[test]
fn counted_from_a_date() {
    all(
        Some(REFERENCE),
        &[
            ("three weeks after May 1, 2020", "[three weeks after May 1, 2020] 2020-05-22"),
            ("the week of April 10th", "[the week of April 10th] 2025-W15"),
            ("the 15th day of next month", "[15th day of next month] 2025-08-15"),
            ("Friday the 13th was dry", "[Friday the 13th] 2025-06-13"),
            ("the last week of May 2016", "[the last week of May 2016] 2016-W21"),
            ("no later than May 3, 2010", "[no later than May 3, 2010] 2010-05-03"),
            ("for the last 3 months", "[last 3 months] P3M"),
            ("it will last two hours", "[two hours] PT2H"),
            ("this coming Sunday", "[this coming Sunday] 2025-08-03"),
            ("from Monday to Friday", "[from Monday to Friday] (2025-07-28,2025-08-01,P4D)"),
        ],
    );
}

#[test]
fn spoken_of() {
    all(
        Some(REFERENCE),
        &[
            (
                "Sales in the second quarter of 2024 fell from a year earlier.",
                "[second quarter of 2024] 2024-Q2; [a year earlier] 2023-Q2",
            ),
            ("over the weekend", "[the weekend] 2025-W30-WE"),
            ("in the year ended March 31", "[the year] P1Y; [March 31] 2025-03-31"),
            ("fears for the future.", "[future] FUTURE_REF"),
            ("the past few years", "[past few years] PAST_REF"),
        ],
    );
}

#[test]
fn times_of_day() {
    all(
        Some(REFERENCE),
        &[
            ("at 5 p.m. Monday", "[5 p.m. Monday] 2025-07-28T17:00"),
            ("at 10:30 am", "[10:30 am] 2025-07-31T10:30"),
            ("The gate opens at 7.45 am.", "[7.45 am] 2025-07-31T07:45"),
            ("shut at 11.05pm", "[11.05pm] 2025-07-31T23:05"),
            ("a share of 7.45 a month", ""),
            ("from 0815 GMT", "[0815 GMT] 2025-07-31T08:15"),
            ("0815 gulls", ""),
            ("Friday evening", "[Friday evening] 2025-07-25TEV"),
            ("noon on Saturday", "[noon on Saturday] 2025-07-26T12:00"),
            ("a ratio of 4:3", ""),
            ("High Noon", ""),
        ],
    );
}

#[test]
fn hours_as_they_are_spoken() {
    all(
        None,
        &[
            ("It rang at half past eight.", "[half past eight] XXXX-XX-XXT08:30"),
            ("It rang at a quarter to nine in the evening.", "[a quarter to nine in the evening] XXXX-XX-XXT20:45"),
            ("It was twenty past seven in the morning.", "[twenty past seven in the morning] XXXX-XX-XXT07:20"),
            ("It rang at ten to twelve.", "[ten to twelve] XXXX-XX-XXT11:50"),
            ("It rang at ten to twelve in the morning.", "[ten to twelve in the morning] XXXX-XX-XXT11:50"),
            (
                "It rang at ten minutes to one in the afternoon.",
                "[ten minutes to one in the afternoon] XXXX-XX-XXT12:50",
            ),
            ("It rang at half past twelve at night.", "[half past twelve at night] XXXX-XX-XXT00:30"),
            ("It rang at fourteen minutes past three.", "[fourteen minutes past three] XXXX-XX-XXT03:14"),
            ("It lasted until two in the afternoon.", "[two in the afternoon] XXXX-XX-XXT14:00"),
            ("It rang at 4:42 in the morning.", "[4:42 in the morning] XXXX-XX-XXT04:42"),
            ("It rang at 9.41 in the evening.", "[9.41 in the evening] XXXX-XX-XXT21:41"),
        ],
    );
    // Votes, ranges, parts, and things that are counted: none is an hour.
    for text in [
        "It passed by ten to two.",
        "They sent from ten to twenty.",
        "There are two sessions, three in the first.",
        "It takes about five to ten minutes.",
        "Prices rose about ten to twelve percent.",
        "Wait until ten to twelve people have come.",
        "Bake at 20 to 10 degrees.",
        "They cut the load in half to five tonnes.",
        "Half to two thirds of the members came.",
        "The share rose from a quarter to nine in ten.",
        "She ran 20 past 10 others.",
    ] {
        assert!(!shown(text, None).contains("XXT"), "{text}: {}", shown(text, None));
    }
}

#[test]
fn the_documents_own_day() {
    all(
        None,
        &[
            ("May 12, 2021\n\nIt came Tuesday.", "[May 12, 2021] 2021-05-12; [Tuesday] 2021-05-11"),
            ("PARIS, May 12, 2021 (Wire) - It came Tuesday.", "[May 12, 2021] 2021-05-12; [Tuesday] 2021-05-11"),
            ("Published: 12 May 2021\n\nIt came Tuesday.", "[12 May 2021] 2021-05-12; [Tuesday] 2021-05-11"),
            ("It began on May 12, 2021. It came Tuesday.", "[May 12, 2021] 2021-05-12; [Tuesday] XXXX-WXX-2"),
        ],
    );
}

#[test]
fn one_length_in_two_units() {
    all(
        None,
        &[
            ("The goal fell with 12 minutes, 31 seconds left.", "[12 minutes, 31 seconds] PT12M31S"),
            ("It lasted 4 minutes 48 seconds.", "[4 minutes 48 seconds] PT4M48S"),
            ("It takes 2 hours, 5 minutes and 9 seconds.", "[2 hours, 5 minutes and 9 seconds] PT2H5M9S"),
            ("She served two years and three months.", "[two years and three months] P2Y3M"),
            ("It took 4 1/2 hours.", "[4 1/2 hours] PT4H30M"),
            (
                "He ran for two minutes and 90 seconds later he fell.",
                "[two minutes] PT2M; [90 seconds later] FUTURE_REF",
            ),
        ],
    );
}

#[test]
fn a_day_that_was_moved_is_no_range() {
    all(
        None,
        &[
            ("The launch moved up from May 2029 to December 2021.", "[May 2029] 2029-05; [December 2021] 2021-12"),
            (
                "The works ran from May 2019 to December 2021.",
                "[from May 2019 to December 2021] (2019-05-01,2021-12-01,P31M)",
            ),
        ],
    );
}

#[test]
fn a_quarter_with_its_number_first() {
    all(
        None,
        &[
            ("Sales rose in 4Q 2020.", "[4Q 2020] 2020-Q4"),
            ("Sales rose in the 1H 2019.", "[1H 2019] 2019-H1"),
            ("The 4Qs and a 2H pencil.", ""),
        ],
    );
}

/// The years of days without one, in a document with these first words.
fn years(head: &str, rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        let all = shown(&format!("{head}\n\n{text}"), None);
        let last = all.rsplit("; ").next().unwrap_or_default();
        assert_eq!(last, *expected, "{head}: {text}");
    }
}

#[test]
fn a_year_is_the_documents_own() {
    years(
        "Ferry lost\n\nTORSBY, 3 January 2024 - The ferry sank.",
        &[
            ("It left on December 28 for Lien.", "[December 28] 2023-12-28"),
            ("In 1931 a ferry had sunk. It left on December 28.", "[December 28] 2023-12-28"),
            ("The ferry to Lien: July 4.", "[July 4] XXXX-07-04"),
            ("It will leave on July 4.", "[July 4] 2024-07-04"),
            ("It left on Tuesday, July 4.", "[Tuesday, July 4] 2023-07-04"),
        ],
    );
    years(
        "Ferry lost\n\nThe ferry sank on 3 January 2024.",
        &[
            ("It had left on December 28.", "[December 28] 2023-12-28"),
            ("It is to be raised on June 3.", "[June 3] XXXX-06-03"),
            ("It sank in 1931, and on June 3 it was raised.", "[June 3] XXXX-06-03"),
        ],
    );
    years(
        "Ferry lost\n\nThe ferry sank off Lien. It was built in Torsby.\n\nIt was new.\n\nIt was big.",
        &[
            ("It was built on 9 June 1902. It sank on June 30.", "[June 30] XXXX-06-30"),
            ("It was built in 1902. That day was a Monday.", "[Monday] XXXX-WXX-1"),
        ],
    );
    assert_eq!(shown("It was built in 1902. On that day it rained.", None), "[1902] 1902; [that day] XXXX");
}
