//! Is preformatted text a program, a setting or a console's transcript, or a letter, poem or memorandum that keeps its
//! lines? Asked of a `pre` that does not say so itself, line by line: prose has a line like a program's now and then.

/// What a line of a console's transcript begins with.
const PROMPTS: [&str; 4] = ["$ ", "&gt;&gt;&gt; ", ">>> ", "C:\\>"];

/// What stands in lines of programs and in no sentence.
const MARKS: [&str; 26] = [
    "==",
    "!=",
    "+=",
    " = ",
    "::",
    "()",
    "){",
    ") {",
    ");",
    "${",
    "$(",
    "&&",
    "&amp;&amp;",
    "||",
    "=>",
    "=&gt;",
    "->",
    "-&gt;",
    "</",
    "&lt;/",
    "/>",
    "/&gt;",
    "=\"",
    "\\n",
    "#{",
    "[]",
];

/// What such a line begins with: comments, instructions to a compiler, the first word of a command or statement.
const STARTS: [&str; 30] = [
    "//", "/*", "*/", "#!", "#include", "#define", "<?", "<!", "&lt;?", "&lt;!", "import ", "def ", "return ", "let ",
    "const ", "var ", "sudo ", "apt ", "apt-get ", "npm ", "pip ", "git ", "cd ", "curl ", "docker ", "cargo ",
    "export ", "echo ", "mkdir ", "chmod ",
];

/// What it ends with.
const ENDS: [&str; 5] = ["{", "}", "};", "],", "\\"];

pub fn is_program(text: &str) -> bool {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let (mut all, mut of_programs) = (0, 0);
    for line in lines() {
        all += 1;
        of_programs += usize::from(is_line_of_program(line));
    }
    // One line of them in three.
    of_programs * 3 >= all.max(1) || lines().any(|line| PROMPTS.iter().any(|prompt| line.starts_with(prompt)))
}

fn is_line_of_program(line: &str) -> bool {
    STARTS.iter().any(|start| line.starts_with(start))
        || ENDS.iter().any(|end| line.ends_with(end))
        || MARKS.iter().any(|mark| line.contains(mark))
        || is_setting(line)
        || line.split_whitespace().any(is_of_program)
}

/// "timeout: 30", "--quiet": a key in lower case, where a letter's head would say "Date: 3 May".
fn is_setting(line: &str) -> bool {
    let key = line.trim_start_matches("- ").split(':').next().filter(|key| key.len() < line.len());
    key.is_some_and(|key| !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b"_-".contains(&b)))
}

/// "read_all", "print(x)", "--quiet"
fn is_of_program(word: &str) -> bool {
    let name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let called = word.split_once('(').is_some_and(|(name, rest)| {
        name.ends_with(|c: char| c.is_ascii_alphanumeric()) && !matches!(rest, "s)" | "s)." | "s)," | "es)")
    });
    let joined = word.trim_matches('_').contains('_') && word.trim_matches(|c| !name(c)).chars().all(name);
    let flag = word
        .strip_prefix("--")
        .is_some_and(|flag| flag.len() > 1 && flag.starts_with(|c: char| c.is_ascii_lowercase()));
    called || joined || flag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs() {
        for text in [
            "int main() {\n    return 0;\n}",
            "def area(width, height):\n    # 3 May 2025\n    return width * height",
            "for name in names:\n    print(name)",
            "timeout: 30\nretries: 4",
            "cargo install crosscheck\ncrosscheck check notes.md",
            "$ date\n3 May 2025",
            "&lt;p&gt;The ferry carries 40 cars.&lt;/p&gt;",
            "SELECT name\nFROM boats\nWHERE max_cars = 40;",
            "crosscheck check --against notes.md draft.md",
        ] {
            assert!(is_program(text), "{text}");
        }
    }

    #[test]
    fn prose() {
        for text in [
            "From: The harbour master\nDate: 3 May 2025\n\nThe ferry carries 40 cars;\nit sails at nine (ten on Sundays).",
            "The tide came in, the tide went out,\nThe boats lay on the sand;\nTwelve lanterns swung -- and one went out --\nBefore we came to land.",
            "1. Introduction\n\n   This memo describes how gauges (see Section 4) report the\n   level of the tide. Each has one or more sensor(s).\n\n   +--------+\n   | gauge  |\n   +--------+",
            "> The ferry opened in 2014.\n\nNo: it opened in 2015.",
            "Boat        Cars   Built\nArrow         40    2014\nHeron         36    2009",
        ] {
            assert!(!is_program(text), "{text}");
        }
    }
}
