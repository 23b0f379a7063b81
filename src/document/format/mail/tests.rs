//! What is read of e-mails, and where it is found.

use super::*;
use crate::document::format::shown::shown;
use crate::document::{Document, Role};

fn document(text: &str) -> Document {
    let document = Document::open("a.eml", Role::Peer, text.as_bytes().to_vec()).unwrap();
    assert_eq!(document.fault(), None, "{text}");
    document
}

/// The line, the column and the file's words of the first token that reads so.
fn at<'d>(document: &'d Document, words: &str) -> (usize, usize, &'d str) {
    let token = document.tokens.iter().find(|t| document.slice(t.span) == words).unwrap();
    let place = document.place(token.span);
    let position = document.position(place);
    (position.line, position.column, document.source_text(place))
}

#[test]
fn a_plain_mail() {
    let mail = document(
        "From: Ann Berg <ann@example.org>\r\nDate: Fri, 04 Oct 2024 09:30:00 +0200\r\nSubject: Fwd: The ferry of\r\n Skarn\r\n\
         Message-ID: <1999@example.org>\r\n\r\nThe ferry carried 40 cars.\r\n\r\nOn Thu, 3 Oct 2024 at 10:00, Carl Dahl <carl@example.org>\r\n\
         wrote:\r\n> It carried 41 cars.\r\n>\r\n\r\nIt sank in 2004.\r\n-- \r\nAnn Berg, founded 1998\r\n",
    );
    assert_eq!(shown(&mail), ["h1 The ferry of Skarn", "p The ferry carried 40 cars.", "p It sank in 2004."]);
    let answer = document("From: Ann\nSubject: Re: Fwd: The ferry of 1999\n\nIt sank in 2004.\n");
    assert_eq!(
        (shown(&answer), answer.meta.title.as_deref()),
        (vec!["p It sank in 2004.".to_owned()], Some("The ferry of 1999"))
    );
    assert_eq!(mail.meta.title.as_deref(), Some("The ferry of Skarn"));
    assert_eq!(mail.meta.date.map(|d| d.to_string()).as_deref(), Some("2024-10-04"));
    assert_eq!(at(&mail, "Skarn"), (4, 2, "Skarn"));
    assert_eq!(at(&mail, "40"), (7, 19, "40"));
    assert_eq!(at(&mail, "2004"), (14, 12, "2004"));
}

#[test]
fn codes_of_words_and_bodies() {
    let mail = document(
        "Subject: =?utf-8?Q?Caf=C3=A9_of?= =?iso-8859-1?B?IFPjbw==?= Tom\nMIME-Version: 1.0\nContent-Type: text/plain;\n charset=\"iso-8859-15\"\n\
         Content-Transfer-Encoding: quoted-printable\n\nThe caf=E9 cost =A4 5 million, and had 12=\n0 tables = 3 rooms.\n",
    );
    assert_eq!(shown(&mail), ["h1 Café of São Tom", "p The café cost € 5 million, and had 120 tables = 3 rooms."]);
    assert_eq!(at(&mail, "café"), (7, 5, "caf=E9"));
    assert_eq!(at(&mail, "120"), (7, 40, "12=\n0"));
    assert_eq!(at(&mail, "tables"), (8, 3, "tables"));
    let mail = document(
        "Subject: Caf\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\
         VGhlIGNhZsOpIGhhZCAx\nMjAgdGFibGVzLg==\n",
    );
    assert_eq!(shown(&mail), ["h1 Caf", "p The café had 120 tables."]);
    assert_eq!(at(&mail, "tables"), (6, 1, "MjAgdGFibGVzLg=="));
}

#[test]
fn the_text_that_a_program_of_mail_shows() {
    let page = "<html><head><style>p { margin: 1999px }</style><title>2001</title></head><body><p>It carried <b>42</b> cars.</p>\
        <blockquote>It carried 43.</blockquote></body></html>";
    let both = |sort: &str, first: &str| {
        format!(
            "MIME-Version: 1.0\nSubject: Cars\nContent-Type: multipart/{sort}; boundary=\"b 1\"\n\nFor old programs: 1998.\n--b 1\n\
             {first}--b 1\nContent-Type: text/html; charset=utf-8\n\n{page}\n--b 1\nContent-Type: text/plain\n\
             Content-Disposition: attachment; filename=a.txt\n\nIt carried 44 cars.\n--b 1\nContent-Type: message/rfc822\n\n\
             Subject: Old\n\nIt carried 45 cars.\n--b 1--\nThe end of 1997.\n"
        )
    };
    let plain = "Content-Type: text/plain\n\nIt carried 41 cars.\n";
    assert_eq!(shown(&document(&both("alternative", plain))), ["h1 Cars", "p It carried 41 cars."]);
    let html = ["h1 Cars", "p It carried 42 cars.", "> It carried 43."];
    assert_eq!(shown(&document(&both("alternative", ""))), html);
    let mixed = document(&both("mixed", plain));
    assert_eq!(shown(&mixed), ["h1 Cars", "p It carried 41 cars.", "p It carried 42 cars.", "> It carried 43."]);
    assert_eq!(at(&mixed, "42"), (13, 97, "42"));
}

#[test]
fn answers_and_what_is_passed_on() {
    let words = |body: &str| shown(&document(&format!("Subject: RE: Cars\n\n{body}")));
    let head = "From: Carl\nSent: 3 October 2024\nTo: Ann\nSubject: Cars 1999\n\nIt carried 41 cars.\n";
    assert_eq!(words(&format!("No, 40.\n\n{head}")), ["p No, 40."]);
    assert_eq!(words(&format!("No, 40.\n\n-----Original Message-----\n{head}")), ["p No, 40."]);
    assert_eq!(
        words(&format!("See below.\n\n---------- Forwarded message ---------\n{}", head.replace("Sent", "On"))),
        ["p See below.", "p It carried 41 cars."]
    );
    let html = |below: &str| {
        let page = format!("<p>No, 40.</p>{below}<p>It carried 41 cars.</p>");
        shown(&document(&format!("Subject: RE: Cars\nContent-Type: text/html\n\n{page}\n")))
    };
    assert_eq!(html("<div class=\"gmail_quote\"><div>On 3 May 2024 Carl wrote:</div>"), ["p No, 40."]);
    assert_eq!(html("<hr><div id=\"divRplyFwdMsg\"><b>From:</b> Carl"), ["p No, 40."]);
    assert_eq!(
        html("<div class=\"gmail_quote\">--- Forwarded message ---"),
        ["p No, 40.", "p --- Forwarded message ---", "p It carried 41 cars."]
    );
    assert_eq!(words("He wrote:\n\n\"It carried 40 cars.\"\n\n> 41\n"), ["p He wrote:", "p \"It carried 40 cars.\""]);
}

#[test]
fn what_is_no_mail_or_has_no_text() {
    for text in ["It rained.\n", "Note: it rained.\n\nTwice.\n", "\n\nSubject: x\n\ny"] {
        assert_eq!(read(text).unwrap_err(), NO_HEADERS, "{text}");
    }
    let sealed =
        "Subject: x\nContent-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b--\n";
    assert_eq!(read(sealed).unwrap_err(), NO_TEXT);
    assert_eq!(read("Subject: x\nContent-Type: application/pdf\n\nx").unwrap_err(), NO_TEXT);
    // Parts in parts without end.
    let nested = "Content-Type: multipart/mixed; boundary=b\n\n--b\n".repeat(5_000);
    assert_eq!(read(&format!("Subject: x\n{nested}")).unwrap_err(), NO_TEXT);
}
