//! Every name of the tables finds its country, in the ways prose writes it.

use super::*;
use crate::document::{Document, Format, Role};

fn read(text: &str) -> Document {
    Document::read("t.txt", Role::Peer, Format::Text, text.as_bytes().to_vec())
}

/// The first country found in `text`, from left to right.
fn first(text: &str) -> Option<(&'static str, Form, String)> {
    let document = read(text);
    (0..document.tokens.len()).find_map(|i| {
        let found = find(&document, i)?;
        let span = document.tokens[i].span.cover(document.tokens[i + found.tokens - 1].span);
        Some((found.country.code, found.form, document.slice(span).to_owned()))
    })
}

fn rows() -> Vec<(&'static str, &'static str, &'static str)> {
    let table = include_str!("../data/names.tsv");
    let lines = table.lines().filter(|l| !l.starts_with('#'));
    lines.map(|l| l.split('\t').collect::<Vec<_>>()).map(|r| (r[0], r[1], r[2])).collect()
}

#[test]
fn every_name_finds_its_country() {
    let mut checked = 0;
    let mut wrong = Vec::new();
    for (code, kind, name) in rows() {
        let caucasus = if code == "GE" { ", near Russia" } else { "" };
        let frames = match kind {
            "name" | "former" => {
                [format!("They flew to {name}{caucasus}."), format!("He left {name}’s coast, in Spain or near Russia.")]
            }
            "seat" => [format!("They flew to {name}."), format!("It is north of {name}.")],
            _ => [format!("It was the {name} side in the final in Russia."), format!("the most {name}, near Russia")],
        };
        for text in frames {
            checked += 1;
            match first(&text.replace('\'', if checked % 2 == 0 { "’" } else { "'" })) {
                Some((found, _, words)) if found == code && words.replace('’', "'") == name => {}
                other => wrong.push(format!("{text}: wanted {code}, found {other:?}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {checked}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(checked >= 1500, "{checked}");
}

/// The people of two countries by one word ("Congolese", "Dominican"): it names neither.
const SHARED_DEMONYM: [&str; 4] = ["CD", "CG", "DM", "DO"];

#[test]
fn every_member_of_the_united_nations_has_its_names() {
    let has = |code: &str, kinds: &[&str]| rows().iter().any(|(c, kind, _)| *c == code && kinds.contains(kind));
    let members = COUNTRIES.iter().filter(|c| c.un);
    let nameless: Vec<&str> = members
        .clone()
        .filter(|c| {
            let people = has(c.code, &["demonym", "people"]) || SHARED_DEMONYM.contains(&c.code);
            !(has(c.code, &["name"]) && people)
        })
        .map(|c| c.code)
        .collect();
    assert!(nameless.is_empty(), "{nameless:?}");
    assert_eq!(members.count(), 193);
}

#[test]
fn confusions_stay_apart() {
    let code = |text: &str| first(text).map(|f| f.0);
    let cases: &[(&str, Option<&str>)] = &[
        ("Troops left Niger.", Some("NE")),
        ("Troops left Nigeria.", Some("NG")),
        ("Oil from the Niger Delta is exported.", None),
        ("It rained in Congo.", None),
        ("It rained in the Republic of the Congo.", Some("CG")),
        ("It rained in the Democratic Republic of Congo.", Some("CD")),
        ("It rained in Guinea.", Some("GN")),
        ("It rained in Guinea-Bissau.", Some("GW")),
        ("It rained in Equatorial Guinea.", Some("GQ")),
        ("It rained in Papua New Guinea.", Some("PG")),
        ("They kept Guinea pigs.", None),
        ("They fled North Korea.", Some("KP")),
        ("They fled South Korea.", Some("KR")),
        ("The war in Korea ended.", None),
        ("A cruise to Dominica.", Some("DM")),
        ("A cruise to the Dominican Republic.", Some("DO")),
        ("A farm in Georgia burned.", None),
        ("Voters in Atlanta, Georgia, waited.", None),
        ("Georgia borders Russia.", Some("GE")),
        ("The Georgian parliament in Tbilisi voted.", Some("GE")),
        ("Michael Jordan scored twice.", None),
        ("Jordan said he was tired.", None),
        ("Refugees crossed into Jordan.", Some("JO")),
        ("Ministers of Lebanon, Jordan and Egypt met.", Some("LB")),
        ("Jordan and Egypt met.", Some("JO")),
        ("They ate roast Turkey.", None),
        ("They ate turkey.", None),
        ("Turkey shot down a plane.", Some("TR")),
        ("Chad scored a goal.", None),
        ("Rebels in Chad advanced.", Some("TD")),
        ("The car needs polish.", None),
        ("Polish troops arrived.", Some("PL")),
        ("He lives in New Mexico.", None),
        ("He lives in Northern Ireland.", None),
        ("The road ends in Inner Mongolia.", None),
        ("He lives in American Samoa.", Some("AS")),
        ("South American rivers", None),
        ("Tell us the truth.", None),
        ("The US agreed.", Some("US")),
        ("the u.s. agreed with france .", Some("US")),
        ("A White house stood there.", None),
    ];
    for (text, want) in cases {
        assert_eq!(code(text), *want, "{text}");
    }
}

#[test]
fn seats_that_act_are_governments() {
    let acts = |text: &str| {
        let document = read(text);
        let (i, found) = (0..document.tokens.len()).find_map(|i| Some((i, find(&document, i)?))).unwrap();
        assert_eq!(found.form, Form::Seat, "{text}");
        acts_as_government(&document, i, found.tokens)
    };
    for text in [
        "It was a blow, and Tehran denied it.",
        "They demand that it stop, demanding Tehran immediately cease.",
        "Moscow’s ambassador left.",
        "a response to what London calls folly",
    ] {
        assert!(acts(text), "{text}");
    }
    for text in ["A bomb went off in Tehran.", "Moscow’s streets are wide.", "They flew from London."] {
        assert!(!acts(text), "{text}");
    }
}

#[test]
fn memberships_are_dated() {
    assert!(member("GB", Organisation::Eu, Some(2019)) && !member("GB", Organisation::Eu, None));
    assert!(!member("SE", Organisation::Nato, Some(2023)) && member("SE", Organisation::Nato, None));
    assert!(country("FR").is_some_and(|c| c.un) && country("XK").is_some_and(|c| !c.un));
    for organisation in [(Organisation::Eu, 27), (Organisation::Nato, 32), (Organisation::G7, 7)] {
        assert_eq!(COUNTRIES.iter().filter(|c| member(c.code, organisation.0, None)).count(), organisation.1);
    }
}

#[test]
fn regions_hold_what_they_hold() {
    let europe = region("EUROPE").unwrap();
    let eu = region("EU").unwrap();
    assert!(europe.contains(eu) && !eu.contains(europe) && !europe.holds("CA"));
    assert!(region("NORTH_AMERICA").is_some_and(|r| r.holds("CA") && r.holds("US") && !r.holds("FR")));
    assert!(confused("EUROPE", "EU") && confused("GB", "ENGLAND") && !confused("EU", "ASIA"));
    let document = read("on North American soil, EU soil and European soil");
    let found: Vec<_> =
        (0..document.tokens.len()).filter_map(|i| find_region(&document, i)).map(|f| (f.0.id, f.1, f.2)).collect();
    assert_eq!(found, [("NORTH_AMERICA", Form::Demonym, 2), ("EU", Form::Name, 1), ("EUROPE", Form::Demonym, 1)]);
    assert!(REGIONS.iter().all(|r| r.countries.iter().all(|c| country(c).is_some())));
}
