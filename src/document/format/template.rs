//! What a site's builder puts into pages: tags of templates (`{% … %}`, `{{ … }}`, `<% … %>`),
//! shortcodes, the expressions, imports and components of MDX, and lists of attributes
//! (`{#id .class}`). None of it is text of the document, arguments and all.
//!
//! They are hidden from the reader of the format under filling of the same length, so that all
//! places stay those of the file.

use crate::document::anchors;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// What stands for hidden bytes on a line that has other text; a line of nothing else becomes blank.
pub const FILL: char = '\u{1}';

/// The longest tag, in bytes, and the longest component or expression.
const LONGEST: usize = 4000;
const LONGEST_EXPRESSION: usize = 1000;

/// A place whose bytes are no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    pub range: Range<usize>,
    /// The page shows something in its place.
    pub is_value: bool,
}

/// A text with its tags hidden.
#[derive(Debug)]
pub struct Hidden<'s> {
    /// As long as the text, byte for byte.
    pub source: Cow<'s, str>,
    /// In order.
    pub tags: Vec<Tag>,
    /// The anchors that lists of attributes name.
    pub anchors: Vec<String>,
}

/// Hides what a Markdown file has of them; code is left as it stands.
pub fn hide_in_markdown(source: &str) -> Hidden<'_> {
    let mut scan = Scan::new(source);
    scan.markdown = true;
    scan.mdx = is_mdx(source);
    scan.run();
    let Scan { tags, anchors, .. } = scan;
    Hidden { source: filled(source, &tags, FILL as u8), tags, anchors }
}

/// Hides what a page has of them, under blanks.
pub fn hide_in_html(source: &str) -> Cow<'_, str> {
    let mut scan = Scan::new(source);
    scan.run();
    filled(source, &scan.tags, b' ')
}

fn filled<'s>(source: &'s str, tags: &[Tag], fill: u8) -> Cow<'s, str> {
    if tags.is_empty() {
        return Cow::Borrowed(source);
    }
    let mut bytes = source.as_bytes().to_vec();
    for tag in tags {
        let fill = if is_in_address(source, &tag.range) { b'x' } else { fill };
        let hidden = bytes.get_mut(tag.range.clone()).into_iter().flatten().filter(|b| !matches!(b, b'\n' | b'\r'));
        hidden.for_each(|b| *b = fill);
    }
    for line in bytes.split_mut(|b| *b == b'\n') {
        if line.contains(&fill) && line.iter().all(|b| *b == fill || b.is_ascii_whitespace()) {
            line.iter_mut().filter(|b| **b == fill).for_each(|b| *b = b' ');
        }
    }
    // Tags begin and end at ASCII marks, so no character is cut.
    String::from_utf8(bytes).map_or(Cow::Borrowed(source), Cow::Owned)
}

/// "[words]({{ url }}/9)", "[name]: {{ url }}/9": what fills a part of an address must not end it.
fn is_in_address(source: &str, tag: &Range<usize>) -> bool {
    let from = source.floor_char_boundary(tag.start.saturating_sub(LONGEST));
    let before = source.get(from..tag.start).unwrap_or_default();
    let opened = before.rsplit(|c: char| c.is_whitespace() || c == ')').next().unwrap_or_default();
    let line = before.strip_suffix(opened).and_then(|rest| rest.rsplit('\n').next()).unwrap_or_default().trim();
    // No blank has to stand behind the colon.
    let names = |words: &str| words.starts_with('[') && !words.starts_with("[^") && words.ends_with("]:");
    let is_named = names(line) || line.is_empty() && names(opened);
    opened.contains("](") || is_named && closes_definition(source.get(tag.end..).unwrap_or_default())
}

/// Behind the address of a definition there is nothing on its line but a title.
fn closes_definition(behind: &str) -> bool {
    let line = behind.get(..behind.floor_char_boundary(LONGEST)).and_then(|rest| rest.lines().next());
    let title = line.and_then(|line| line.split_once(char::is_whitespace)).map_or("", |(_, title)| title.trim());
    title.is_empty() || title.starts_with(['"', '\'', '('])
}

/// Does the file import or export something, outside of program text?
fn is_mdx(source: &str) -> bool {
    let mut fence = None;
    source.lines().any(|line| {
        let mark = line.trim_start().get(..3).filter(|mark| matches!(*mark, "```" | "~~~"));
        match (fence, mark) {
            (None, Some(_)) => fence = mark,
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        fence.is_none() && is_module_line(line)
    })
}

/// `import A from 'b'`, `export const c = 5`.
fn is_module_line(line: &str) -> bool {
    let quoted = |rest: &str| rest.starts_with(['\'', '"']) || rest.contains(" from '") || rest.contains(" from \"");
    let exported = ["const ", "default ", "function ", "let ", "{"];
    line.strip_prefix("import ").is_some_and(|rest| quoted(rest) || rest.trim_end() == "{")
        || line.strip_prefix("export ").is_some_and(|rest| exported.iter().any(|word| rest.starts_with(word)))
}

/// Words of Go's templates that show nothing.
const STEERING: [&str; 9] = ["if", "else", "end", "range", "with", "block", "define", "template", "partial"];

struct Scan<'s> {
    source: &'s str,
    at: usize,
    markdown: bool,
    mdx: bool,
    tags: Vec<Tag>,
    anchors: Vec<String>,
    /// Where each mark stands next, as far as it has been looked for: many openers look for one end.
    next: BTreeMap<&'static str, usize>,
}

impl<'s> Scan<'s> {
    fn new(source: &'s str) -> Scan<'s> {
        Scan {
            source,
            at: 0,
            markdown: false,
            mdx: false,
            tags: Vec::new(),
            anchors: Vec::new(),
            next: BTreeMap::new(),
        }
    }

    /// The bytes from here to the next `mark`; all that is left without one.
    fn before(&mut self, mark: &'static str) -> usize {
        let known = self.next.get(mark).copied().filter(|next| *next >= self.at);
        let next = known.unwrap_or_else(|| {
            let rest = self.source.get(self.at..).unwrap_or_default();
            rest.find(mark).map_or(self.source.len(), |found| self.at + found)
        });
        self.next.insert(mark, next);
        next - self.at
    }

    /// Behind the next `mark`, if it is not far.
    fn until(&mut self, mark: &'static str) -> Option<usize> {
        let before = self.before(mark);
        (before < LONGEST && self.at + before < self.source.len()).then_some(before + mark.len())
    }

    fn run(&mut self) {
        while let Some(rest) = self.source.get(self.at..).filter(|rest| !rest.is_empty()) {
            let starts_line = self.source.get(..self.at).is_some_and(|b| b.is_empty() || b.ends_with('\n'));
            if self.markdown && starts_line && self.line(rest) {
                continue;
            }
            let Some(next) = rest.find(['{', '<', '`', '\n']) else { return };
            if next > 0 {
                self.at += next;
                continue;
            }
            self.mark(rest);
        }
    }

    /// At the start of a line: program text that is fenced off, a module's line, a named place.
    fn line(&mut self, rest: &str) -> bool {
        let line = rest.split('\n').next().unwrap_or_default();
        let trimmed = line.trim_start_matches([' ', '>', '-', '*']);
        let fence: String = trimmed.chars().take_while(|c| trimmed.starts_with(*c)).collect();
        if fence.len() >= 3
            && fence.starts_with(['`', '~'])
            && !trimmed.get(fence.len()..).is_some_and(|info| info.contains('`'))
        {
            let closes = |line: &str| line.trim_start_matches([' ', '\t', '>']).starts_with(&fence);
            let mut length = line.len() + 1;
            for line in rest.get(length..).unwrap_or_default().split_inclusive('\n') {
                length += line.len();
                if closes(line) {
                    break;
                }
            }
            self.at = (self.at + length).min(self.source.len());
            return true;
        }
        if self.mdx && is_module_line(line) {
            let end = self.before("\n\n").min(self.before("\n\r\n"));
            self.hide(end, false);
            return true;
        }
        // MyST: `(name)=` above what has the name.
        if let Some(name) = line.trim_end().strip_prefix('(').and_then(|l| l.strip_suffix(")="))
            && !name.is_empty()
            && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'))
        {
            self.anchors.push(name.to_owned());
            self.hide(line.trim_end().len(), false);
            return true;
        }
        false
    }

    /// At a mark that may open a tag or code.
    fn mark(&mut self, rest: &str) {
        let taken = match rest.as_bytes() {
            [b'`', ..] if self.markdown => return self.at += code_span(rest),
            [b'{', b'{', ..] => self.double(rest),
            [b'{', b'%', ..] => self.statement(rest),
            [b'{', b'#', next, ..] if next.is_ascii_whitespace() => self.until("#}").map(|end| (end, false)),
            [b'<', b'%', next, ..] => self.until("%>").map(|end| (end, matches!(next, b'=' | b'-'))),
            [b'{', ..] if self.markdown => self.braces(rest),
            [b'<', b'/', next, ..] | [b'<', next, ..] if self.markdown && next.is_ascii_uppercase() => {
                component(rest).map(|end| (end, false))
            }
            _ => None,
        };
        match taken {
            Some((length, is_value)) => {
                if rest.starts_with('<') {
                    let tag = rest.get(..length).unwrap_or_default();
                    anchors(tag, |name| self.anchors.push(name.to_owned()));
                }
                self.hide(length, is_value);
            }
            None => self.at += 1,
        }
    }

    /// `{#id .class key=value}`, and any expression of MDX.
    fn braces(&mut self, rest: &str) -> Option<(usize, bool)> {
        let line = rest.split('\n').next().unwrap_or_default();
        let end = line.find('}').map(|end| end + 1);
        let inner = end.and_then(|end| rest.get(1..end - 1)).unwrap_or_default();
        let inner = inner.trim().trim_start_matches(':').trim();
        let names = || inner.split_whitespace();
        let is_list = names().next().is_some_and(|first| first.starts_with(['#', '.']) && first.len() > 1)
            && names().all(|name| name.starts_with(['#', '.']) || name.contains('=') || name.ends_with(['"', '\'']));
        // Kramdown's lists open with a colon: `{:toc}`.
        if is_list || rest.starts_with("{:") && end.is_some() {
            self.anchors.extend(names().filter_map(|name| name.strip_prefix('#')).map(str::to_owned));
            return end.map(|end| (end, false));
        }
        let is_comment = rest.starts_with("{/*");
        self.mdx.then(|| balanced(rest)).flatten().map(|end| (end, !is_comment))
    }

    /// `{{ value }}`, `{{< shortcode >}}`, `{{{ raw }}}`.
    fn double(&mut self, rest: &str) -> Option<(usize, bool)> {
        let end = self.until("}}")?;
        let inner = rest.get(2..end - 2)?;
        if inner.contains("{{") || inner.contains("\n\n") {
            return None;
        }
        let end = end + usize::from(rest.starts_with("{{{") && rest.as_bytes().get(end) == Some(&b'}'));
        let first = inner.trim_start_matches(['-', '{']).trim_start().chars().next()?;
        let is_shortcode = matches!(first, '<' | '%' | '#' | '/' | '!' | '>');
        let word = inner.trim_matches(['-', ' ', '~']).split_whitespace().next().unwrap_or_default();
        Some((end, !is_shortcode && !STEERING.contains(&word)))
    }

    /// `{% tag %}`; a comment with all that it encloses.
    fn statement(&mut self, rest: &str) -> Option<(usize, bool)> {
        let end = self.until("%}")?;
        let name = rest.get(2..end - 2)?.trim_matches(['-', ' ', '+']);
        if name == "comment" {
            let close = self.before("endcomment");
            let behind = rest.get(close..).and_then(|rest| rest.get(..rest.floor_char_boundary(LONGEST))?.find("%}"));
            return Some((behind.map_or(end, |behind| close + behind + 2), false));
        }
        Some((end, false))
    }

    fn hide(&mut self, length: usize, is_value: bool) {
        self.tags.push(Tag { range: self.at..self.at + length, is_value });
        self.at += length;
    }
}

/// The length of a code span, or of the marks that open none.
fn code_span(rest: &str) -> usize {
    let marks = rest.bytes().take_while(|b| *b == b'`').count();
    let inside = rest.get(marks..rest.floor_char_boundary(marks + LONGEST)).unwrap_or_default();
    let inside = inside.split("\n\n").next().unwrap_or_default();
    let mut from = 0;
    while let Some(found) = inside.get(from..).and_then(|i| i.find('`')).map(|found| from + found) {
        let run = inside.get(found..).unwrap_or_default().bytes().take_while(|b| *b == b'`').count();
        if run == marks {
            return marks + found + run;
        }
        from = found + run;
    }
    marks
}

/// `<Tabs items={["a", "b"]}>`, `</Tabs>`, `<Tabs />`: marks inside quotes and braces do not end it.
fn component(rest: &str) -> Option<usize> {
    let window = rest.get(..rest.floor_char_boundary(LONGEST_EXPRESSION))?;
    let name = window.get(1..)?.find(|c: char| !c.is_alphanumeric() && c != '.').map(|end| end + 1)?;
    if !window.get(name..)?.starts_with([' ', '\n', '\t', '/', '>']) {
        return None;
    }
    let (mut depth, mut quote) = (0_u32, None);
    let mut before = ' ';
    for (at, c) in window.char_indices().skip(name) {
        match (quote, c) {
            (Some(open), _) if open == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') if depth > 0 || before == '=' => quote = Some(c),
            (None, '{') => depth += 1,
            (None, '}') => depth = depth.saturating_sub(1),
            (None, '>') if depth == 0 && before != '=' => return Some(at + 1),
            (None, '<') if depth == 0 => return None,
            (None, '\n') if depth == 0 && before == '\n' => return None,
            _ => {}
        }
        before = c;
    }
    None
}

/// An expression in braces, up to the one that closes it.
fn balanced(rest: &str) -> Option<usize> {
    let mut depth = 0_u32;
    let window = rest.get(..rest.floor_char_boundary(LONGEST_EXPRESSION))?;
    for (at, c) in window.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return Some(at + 1),
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Format, Role};

    /// The hidden places, and the anchors.
    fn hidden(text: &str) -> (Vec<&str>, Vec<String>) {
        let Hidden { source, tags, anchors } = hide_in_markdown(text);
        assert_eq!(source.len(), text.len());
        (tags.iter().map(|tag| text.get(tag.range.clone()).unwrap_or_default()).collect(), anchors)
    }

    #[test]
    fn tags_of_every_kind() {
        for (text, tags) in [
            ("a {% include b.html title=\"4 of 5\" %} c", vec!["{% include b.html title=\"4 of 5\" %}"]),
            (
                "a {{ page.x }} b {{< fig src=\"a\" >}} c {{{ raw }}}",
                vec!["{{ page.x }}", "{{< fig src=\"a\" >}}", "{{{ raw }}}"],
            ),
            ("a <%= 5 %> b <%# c %>", vec!["<%= 5 %>", "<%# c %>"]),
            ("{% comment %}\n5 {{ a }}\n{% endcomment %} b", vec!["{% comment %}\n5 {{ a }}\n{% endcomment %}"]),
            ("a {# 5 of 6 #} b", vec!["{# 5 of 6 #}"]),
            ("<Tabs items={[\"a > b\", '5']}>\nText\n</Tabs>", vec!["<Tabs items={[\"a > b\", '5']}>", "</Tabs>"]),
            ("import A from './a'\n\nText {1 + {a: 2}.a} end", vec!["import A from './a'", "{1 + {a: 2}.a}"]),
        ] {
            assert_eq!(hidden(text).0, tags, "{text}");
        }
    }

    #[test]
    fn what_is_left_as_it_stands() {
        for text in [
            "`{{ a }}` and ``{% b %}``",
            "```\n{{ a }}\nimport A from 'a'\n```\n{a}",
            "The set {1, 2} and a < B and {{ open",
            "Import duties from 'A' rose.",
            "5 <Bad <i>x</i>",
        ] {
            assert_eq!(hidden(text).0, [""; 0], "{text}");
        }
    }

    #[test]
    fn a_definition_is_no_text_whatever_makes_its_address() {
        for (text, read) in [
            ("See [docs].\n\n[docs]: {{ site.url }}", "See docs."),
            ("See [docs].\n\n[docs]: {{ site.url }}/5/a \"The {{ site.name }} 5\"", "See docs."),
            ("See [docs].\n\n[docs]: <https://a.org/{{ page }}/5>\n[b]: {{ c }}", "See docs."),
        ] {
            let document = Document::read("a.md", Role::Peer, Format::Markdown, text.as_bytes().to_vec());
            assert_eq!(document.text.trim(), read, "{text}");
        }
        // A note has words of its own, and so has a line that only looks like a definition.
        for text in ["See.[^1]\n\n[^1]: {{ site.name }} opened.", "[docs]: {{ site.name }} opened."] {
            let document = Document::read("a.md", Role::Peer, Format::Markdown, text.as_bytes().to_vec());
            assert!(document.text.contains("opened.") && !document.text.contains("xx"), "{:?}", document.text);
        }
    }

    #[test]
    fn lists_of_attributes_name_anchors() {
        let text =
            "## Fish {#fish .big}\n\n[term]{#term} and { #other } {: #third}\n\n(fourth)=\n<Card id=\"fifth\" />";
        assert_eq!(hidden(text).1, ["fish", "term", "other", "third", "fourth", "fifth"]);
    }
}
