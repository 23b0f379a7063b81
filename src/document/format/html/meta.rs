//! What a page says about itself: title, day of publication and language, from
//! JSON-LD, meta elements, `time` elements and the title element.

use super::tree::Tree;
use crate::document::Meta;
use crate::document::format::entity::resolved;
use crate::document::written_date::written_date;
use jiff::civil::Date;
use serde_json::Value;

/// Keys of meta elements, the most telling first.
const TITLES: [&str; 8] =
    ["dc:title", "dcterms:title", "dcterm:title", "og:title", "parsely-title", "twitter:title", "title", "headline"];
const DATES: [&str; 12] = [
    "article:published_time",
    "parsely-pub-date",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "dc:date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
];

/// How deep JSON-LD is searched.
const DEEPEST: usize = 6;

pub fn read(tree: &Tree, source: &str) -> Meta {
    let metas: Vec<usize> = tree.elements("meta").collect();
    let meta = |key| meta(tree, &metas, key);
    let data = json_ld(tree, source);
    let language = tree.attribute(0, "lang").map(str::to_owned).filter(|l| !l.is_empty());
    let title = data.title.or_else(|| TITLES.iter().find_map(|key| meta(key)));
    let element = || tree.elements("title").next().map(|i| plain(&tree.raw_text(i, source)));
    let heading = || tree.elements("h1").next().map(|i| plain(&tree.raw_text(i, source)));
    let title = title.map(|t| plain(&t)).or_else(element).filter(|t| !t.is_empty()).or_else(heading);
    let date = data.date.or_else(|| DATES.iter().find_map(|key| written_date(&meta(key)?)));
    Meta {
        title: title.filter(|t| !t.is_empty()),
        date: date.or_else(|| time_element(tree)),
        language,
        ..Meta::default()
    }
}

/// The content of the first of the `metas` that has this key.
fn meta(tree: &Tree, metas: &[usize], key: &str) -> Option<String> {
    let keys =
        |i: &usize| ["property", "name", "itemprop"].iter().filter_map(|a| tree.attribute(*i, a)).collect::<Vec<_>>();
    // One element may have several keys, and writes them in its own way.
    let has_key = |i: &usize| {
        let same = |k: &str| k.eq_ignore_ascii_case(key) || k.replace('.', ":").eq_ignore_ascii_case(key);
        keys(i).iter().any(|k| k.split_whitespace().any(same))
    };
    let content = metas.iter().copied().filter(has_key).find_map(|i| tree.attribute(i, "content"))?;
    Some(content.to_owned()).filter(|c| !c.trim().is_empty())
}

/// The first `time` element that says it is of publication, else the first before much text.
fn time_element(tree: &Tree) -> Option<Date> {
    let published = |i: &usize| {
        tree.attribute(*i, "pubdate").is_some()
            || tree.attribute(*i, "itemprop").is_some_and(|p| p.eq_ignore_ascii_case("datepublished"))
    };
    let day = |i: usize| written_date(tree.attribute(i, "datetime").or_else(|| tree.attribute(i, "content"))?);
    let any = (0..tree.nodes.len()).filter(published).find_map(day);
    any.or_else(|| tree.elements("time").find_map(day))
}

#[derive(Default)]
struct Data {
    title: Option<String>,
    date: Option<Date>,
}

fn json_ld(tree: &Tree, source: &str) -> Data {
    let mut data = Data::default();
    let scripts = tree
        .elements("script")
        .filter(|i| tree.attribute(*i, "type").is_some_and(|t| t.eq_ignore_ascii_case("application/ld+json")));
    for script in scripts {
        let text = tree.raw_text(script, source);
        let text = text.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        if let Ok(value) = serde_json::from_str::<Value>(text) {
            search(&value, &mut data, DEEPEST);
        }
    }
    data
}

/// Takes the headline and date of the first article in `value`.
fn search(value: &Value, data: &mut Data, deeper: usize) {
    if deeper == 0 {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|v| search(v, data, deeper - 1)),
        Value::Object(fields) => {
            let kind = fields.get("@type").map(ToString::to_string).unwrap_or_default();
            if ["Article", "BlogPosting", "Report", "Review"].iter().any(|k| kind.contains(k)) {
                let words = |key: &str| fields.get(key).and_then(Value::as_str);
                if data.title.is_none() {
                    data.title = words("headline").or_else(|| words("name")).map(str::to_owned);
                }
                if data.date.is_none() {
                    data.date = words("datePublished").and_then(written_date);
                }
            }
            fields.get("@graph").into_iter().for_each(|v| search(v, data, deeper - 1));
        }
        _ => {}
    }
}

/// Character references resolved, blanks squeezed.
fn plain(text: &str) -> String {
    resolved(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
