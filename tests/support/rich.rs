//! One long document in every format, made of all that the format has: what the fixtures show one by one, together,
//! nested and several times over. Always the same.

use crate::packed::{Parts, archive, epub, odt, xlsx};
use std::fmt::Write as _;

const SENTENCES: [&str; 8] = [
    "The lighthouse of Skarn was lit on Friday, 4 October 1872, and has 212 steps.",
    "“We counted 1,204 ships,” said the keeper, Ida Holm, 61, “and 3 of them twice.”",
    "Its lamp burns 2.5 litres of oil an hour; the tower is 38 metres (125 ft) high & 9 m wide.",
    "From 1911 to 1923 the keepers were: Nils Aas, Ole Brekke, Ida Holm and Per Lunde.",
    "Sales rose 12 per cent to £4.7 million in July 2024 – the 3rd rise in 5 years.",
    "The Ärger über “Öl” cost €1.3m, about a fifth of the 6.5 million that the board had planned.",
    "At 9.30 a.m. on 31 December 2019 the last of 14 boats left; five came back that night.",
    "As section 3 says, the rock is <not> an island: see note 2 and the table of tides.",
];

/// Sections of each document.
const SECTIONS: usize = 3;

fn sentence(i: usize) -> &'static str {
    SENTENCES[i % SENTENCES.len()]
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

fn text() -> String {
    let mut text = "THE LIGHTHOUSE OF SKARN\n\nSKARN, 4 October 2024 (Own report) – ".to_owned();
    for i in 0..SECTIONS {
        let _ = write!(text, "{}\n{}\n\n{}. Part {i}\n\n", sentence(i), sentence(i + 1), i + 1);
        for item in 0..3 {
            let _ = writeln!(text, "  * {}\n    - ({item}) {}", sentence(i + item), sentence(i + item + 3));
        }
        let _ = write!(
            text,
            "\n> {}\n> {}\n\nBoat\tCars\tBuilt\nArrow\t40\t{}\n\n",
            sentence(i + 2),
            sentence(i + 3),
            2010 + i
        );
    }
    text
}

fn markdown() -> String {
    let mut text =
        "---\ntitle: The lighthouse of Skarn\ndate: 2024-10-04\nkeepers: [Nils Aas, Ida Holm]\n---\n\n# Skarn\n\n"
            .to_owned();
    for i in 0..SECTIONS {
        let _ = write!(
            text,
            "## Part {i} {{#part-{i}}}\n\n{} [**{}**](#part-{i} \"a title\") ![a tower](tower.png)\n`code = {i}` *and* ~~old~~ {}[^{i}]\n\n",
            sentence(i),
            sentence(i + 1),
            sentence(i + 2)
        );
        let _ = write!(
            text,
            "1. {}\n   - {}\n     > {}\n2. [ ] {}\n\n",
            sentence(i),
            sentence(i + 3),
            sentence(i + 4),
            sentence(i + 5)
        );
        let _ = write!(
            text,
            "| Boat | Cars | Built |\n|:--|--:|---|\n| Arrow | 40 | {} |\n| Heron \\| II | **36** | |\n\n",
            2010 + i
        );
        let _ = write!(
            text,
            "> {}\n> > {}\n\n```sh\necho {i}\n```\n\n<div><p>{}</p><br></div>\n\nTerm\n: {}\n\n",
            sentence(i),
            sentence(i + 1),
            escaped(sentence(i + 2)),
            sentence(i)
        );
        let _ = write!(
            text,
            "[^{i}]: {} <https://example.org/{i}>\n[ref {i}]: https://example.org 'x'\n\n* * *\n\n",
            sentence(i + 6)
        );
    }
    text
}

fn wikitext() -> String {
    let mut text = "{{Use dmy dates|date=May 2020}}\n{{Infobox lighthouse\n| name = Skarn\n| height = {{convert|38|m|ft}}\n| built = {{start date|1872|10|4}}<ref>A book, 1990.</ref>\n| keepers = {{plainlist|\n* [[Nils Aas]]\n* [[Ida Holm|Holm]]\n}}\n}}\n".to_owned();
    for i in 0..SECTIONS {
        let _ = write!(
            text,
            "'''Skarn''' ({{{{lang|no|Skarn}}}}; born {{{{birth date and age|1961|{}|4}}}}) is a ''tower''. {} [[Arrow (boat)|{}]]<ref name=\"a{i}\">{{{{cite web|title=A & B|date=4 May 2001}}}}</ref> {}<ref name=a{i} />\n\n",
            i + 1,
            sentence(i),
            sentence(i + 1),
            escaped(sentence(i + 2))
        );
        let _ = write!(
            text,
            "== Part {i} ==\n<!-- {} -->\n* {}\n** {}\n# {}\n; Term : {}\n\n",
            sentence(i),
            sentence(i + 1),
            sentence(i + 2),
            sentence(i + 3),
            sentence(i + 4)
        );
        let _ = write!(
            text,
            "{{| class=\"wikitable\"\n|+ Boats of {i}\n! Boat !! colspan=2 | Cars\n|-\n| rowspan=\"2\" | Arrow || 40 || {}\n|-\n| [[Heron]] || <nowiki>36</nowiki>\n|}}\n\n",
            2010 + i
        );
        let _ = write!(
            text,
            "[[File:Tower.jpg|thumb|200px|The [[tower]] in 19{i}0]]\n<blockquote>{}</blockquote>\n<math>x = {i}</math>\n[https://example.org {}]\n\n",
            escaped(sentence(i)),
            sentence(i + 5)
        );
    }
    text + "== References ==\n{{reflist}}\n[[Category:Towers]]\n"
}

fn html() -> String {
    let mut text = "<!DOCTYPE html><html lang=en><head><title>The lighthouse of Skarn | News</title><meta property='article:published_time' content='2024-10-04T09:30:00Z'><script>var a = '<p>1999</p>';</script></head><body><nav><ul><li><a href=/>Home</a></ul></nav><article><h1>Skarn</h1>".to_owned();
    for i in 0..SECTIONS {
        let _ = write!(
            text,
            "<h2 id=part{i}>Part {i}</h2><p>{} <a href='#part{i}'>{}</a><sup>[1]</sup><p>{}<br><br>{}\n<ol><li>{}<ul><li><b>{}</b></ul><li>x</ol>",
            escaped(sentence(i)),
            escaped(sentence(i + 1)),
            escaped(sentence(i + 2)),
            escaped(sentence(i + 3)),
            escaped(sentence(i + 4)),
            escaped(sentence(i + 5))
        );
        let _ = write!(
            text,
            "<table><caption>Boats</caption><thead><tr><th>Boat<th colspan=2>Cars</thead><tr><td rowspan=2>Arrow<td>40<td>{}<tr><td>36<td>&nbsp;</table><dl><dt>Height<dd>38&#160;m</dl>",
            2010 + i
        );
        let _ = write!(
            text,
            "<blockquote><p>{}</blockquote><figure><img alt=''><figcaption>{}</figcaption></figure><pre>let a = {i};</pre><div hidden>no</div><!-- {} --><time datetime=2024-10-0{}>Friday</time>",
            escaped(sentence(i)),
            escaped(sentence(i + 6)),
            sentence(i),
            i + 1
        );
    }
    text + "</article><aside>Read more</aside><footer>© 2024</footer></body></html>"
}

fn json() -> String {
    let row = |i: usize| {
        format!(
            "{{\"boat\": \"Arrow {i}\", \"cars\": {}, \"built\": \"20{i}0-05-0{}\", \"note\": \"{}\\u00e9\\n\", \"crew\": [\"Aas\", null, true, -1.5e3]}}",
            40 + i,
            i + 1,
            sentence(i)
        )
    };
    let rows: Vec<String> = (0..2 * SECTIONS).map(row).collect();
    format!(
        "{{\n  \"title\": \"Skarn\",\n  \"facts\": {{\"height_m\": 38, \"lit\": \"1872-10-04\"}},\n  \"boats\": [\n    {}\n  ]\n}}\n",
        rows.join(",\n    ")
    )
}

fn csv() -> String {
    let row =
        |i: usize| format!("Arrow {i},{},20{i}0-05-0{},\"{}\"\r\n", 40 + i, i + 1, sentence(i).replace('"', "\"\""));
    "boat,cars,built,\"note, if any\"\r\n".to_owned() + &(0..4 * SECTIONS).map(row).collect::<String>()
}

/// The parts of a DOCX, by their names in the archive.
fn docx_parts() -> Parts {
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let mut body = String::new();
    for i in 0..SECTIONS {
        let run = |words: &str| {
            format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{} </w:t></w:r>", escaped(words))
        };
        let _ = write!(
            body,
            "<w:p><w:pPr><w:pStyle w:val=\"Heading{}\"/></w:pPr>{}</w:p><w:p>{}<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins>{}</w:ins><w:r><w:footnoteReference w:id=\"{i}\"/><w:br/><w:tab/></w:r></w:p>",
            i + 1,
            run("Part"),
            run(sentence(i)),
            run(sentence(i + 1))
        );
        let _ = write!(
            body,
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}</w:p>",
            run(sentence(i + 2))
        );
        let cell =
            |words: &str| format!("<w:tc><w:tcPr><w:gridSpan w:val=\"1\"/></w:tcPr><w:p>{}</w:p></w:tc>", run(words));
        let _ = write!(
            body,
            "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
            cell("Boat"),
            cell("Cars"),
            cell("Arrow"),
            cell("40")
        );
    }
    let document = format!("<?xml version=\"1.0\"?><w:document {space}><w:body>{body}</w:body></w:document>");
    let note = |i: usize| {
        format!("<w:footnote w:id=\"{i}\"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>", escaped(sentence(i + 6)))
    };
    let notes: String = (0..SECTIONS).map(note).collect();
    let parts = [
        ("word/document.xml", document),
        ("word/footnotes.xml", format!("<w:footnotes {space}>{notes}</w:footnotes>")),
        ("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"x\" xmlns:dcterms=\"y\"><dcterms:created>2024-10-04T09:30:00Z</dcterms:created></cp:coreProperties>".to_owned()),
    ];
    parts.into_iter().map(|(name, content)| (name, content.into_bytes())).collect()
}

fn odt_parts() -> Parts {
    let mut body = String::new();
    for i in 0..SECTIONS {
        let words = |n: usize| escaped(sentence(i + n));
        let cell = |words: &str| {
            format!("<table:table-cell table:number-columns-spanned='1'><text:p>{words}</text:p></table:table-cell>")
        };
        let _ = write!(
            body,
            "<text:h text:outline-level='{}'>Part {i}</text:h><text:p text:style-name='Quotations'>{}<text:s text:c='2'/><text:span \
             text:style-name='T1'>old</text:span><text:a xlink:href='#part{i}'>{}</text:a><text:note><text:note-citation>1</text:note-citation>\
             <text:note-body><text:p>{}</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>{}</text:p><text:list>\
             <text:list-item><text:p>{}</text:p></text:list-item></text:list></text:list-item></text:list><table:table><table:table-row>{}{}\
             </table:table-row><table:table-row>{}<table:covered-table-cell/>{}</table:table-row></table:table>",
            i + 1,
            words(0),
            words(1),
            words(6),
            words(2),
            words(3),
            cell("Boat"),
            cell("Cars"),
            cell("Arrow"),
            cell("40")
        );
    }
    odt(&body)
}

fn xlsx_parts() -> Parts {
    let notes: Vec<String> = (0..SECTIONS).map(|i| escaped(sentence(i))).collect();
    let mut rows: Vec<Vec<&str>> = vec![vec!["Boats of Skarn"], vec!["Boat", "Cars", "Note"]];
    rows.extend(notes.iter().map(|note| vec!["Arrow", "1204", note]));
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    xlsx("Boats of Skarn", &rows)
}

/// The parts of each kind of archive, and a name that tells it.
pub fn archives() -> Vec<(&'static str, Parts)> {
    let page = html();
    let body = page.split_once("<article>").map_or("", |(_, rest)| rest.trim_end_matches("</body></html>"));
    vec![
        ("rich.docx", docx_parts()),
        ("rich.odt", odt_parts()),
        ("rich.epub", epub(&[body, "<p>The end of it.</p>"])),
        ("rich.xlsx", xlsx_parts()),
    ]
}

fn subtitles() -> String {
    let mut text = "WEBVTT\n\nNOTE of 1999\n\n".to_owned();
    for i in 0..4 * SECTIONS {
        let (start, end) = sentence(i).split_at(sentence(i).find(' ').unwrap_or_default());
        let _ = write!(
            text,
            "{i}\n00:00:{:02}.000 --> 00:00:{:02}.900 align:start\n<v Ida>{}</v>\n<i>{}</i> [waves]\n\n",
            2 * i,
            2 * i + 1,
            escaped(start),
            escaped(end.trim())
        );
    }
    text
}

fn notebook() -> String {
    let mut cells = Vec::new();
    for (i, part) in markdown().split("## ").enumerate() {
        let lines: Vec<String> = part
            .split_inclusive('\n')
            .map(|line| format!("{line:?}").replace("\\'", "'").replace("\\u{", "{"))
            .collect();
        cells.push(format!("  {{\"cell_type\": \"markdown\", \"source\": [\n   {}\n  ]}}", lines.join(",\n   ")));
        cells.push(format!("  {{\"cell_type\": \"code\", \"source\": \"print({i})\", \"outputs\": []}}"));
    }
    format!("{{\n \"cells\": [\n{}\n ],\n \"nbformat\": 4\n}}\n", cells.join(",\n"))
}

fn mail() -> String {
    let coded = |words: &str| {
        let code = |c: char| match c {
            '=' => "=3D".to_owned(),
            c if c.is_ascii() => c.to_string(),
            c => c.to_string().bytes().map(|byte| format!("={byte:02X}")).collect(),
        };
        words.chars().map(code).collect::<String>().replace(" the ", " t=\r\nhe ")
    };
    let mut text = "From: Ida <ida@example.org>\r\nDate: Fri, 04 Oct 2024 09:30:00 +0200\r\nSubject: =?utf-8?Q?Re:_Sk=C3=A4rn?=\r\n of 1872\r\n\
        MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b 1\"\r\n\r\n"
        .to_owned();
    for i in 0..SECTIONS {
        let _ = write!(
            text,
            "--b 1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n\r\n * {}\r\n\r\n\
             On 3 May 2024 Nils wrote:\r\n> {}\r\n\r\n{}\r\n",
            coded(sentence(i)),
            coded(sentence(i + 1)),
            coded(sentence(i + 2)),
            coded(sentence(i + 5))
        );
    }
    let _ = write!(
        text,
        "--b 1\r\nContent-Type: text/html\r\n\r\n{}\r\n--b 1\r\nContent-Transfer-Encoding: base64\r\n\r\nU2thcm4gd2FzIGxpdCBvbiA0\r\nIE9jdG9iZXIgMTg3Mi4=\r\n--b 1--\r\n",
        html()
    );
    text
}

/// Each with a name that tells its format.
pub fn documents() -> Vec<(String, Vec<u8>)> {
    let texts = [
        ("txt", text()),
        ("md", markdown()),
        ("wiki", wikitext()),
        ("html", html()),
        ("json", json()),
        ("csv", csv()),
        ("vtt", subtitles()),
        ("ipynb", notebook()),
        ("eml", mail()),
    ];
    let named = |extension: &str, bytes: Vec<u8>| (format!("rich.{extension}"), bytes);
    let mut documents: Vec<_> =
        texts.into_iter().map(|(extension, text)| named(extension, text.into_bytes())).collect();
    documents.extend(archives().iter().map(|(name, parts)| ((*name).to_owned(), archive(parts))));
    documents
}
